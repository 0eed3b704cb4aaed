import type { Language } from './language.ts'

export const TURKISH: Language = {
  smallWords:
    've|bir|bu|için|ile|değil|eğer|yok|olarak|veya|ise|gibi|daha|çok|sonra|önce|kadar|her|tüm|ya|da|de|mi|olan|üzerinde|en',
  letters: 'ğışçöü',
  ordersAtTheEnd:
    '(?:edin(?:iz)?|edilir|edilmeli(?:dir)?|etmek|(?:kontrol|restart|test|analiz|takip|teyit|deploy|iptal|devam|talep|tespit|not|kayıt|not|rapor|haber) et|yapın(?:ız)?|yapılır|yapılmalı(?:dır)?|\\p{L}{2,}(?:y[ıiuü]n|[dtrlnkşçz][ıiuü]n)(?:[ıiuü]z)?|\\p{L}{3,}(?:mek|mak)|başlat|çalıştır|durdur|sil|temizle|aç|kapat|artır|azalt|incele|bekle|doğrula|bak|bildir|ekle|değiştir|güncelle|geri al|kullan|git|seç|tıkla|gir|yükle|dene|ulaş|oluştur|kaldır|taşı|izle|emin ol|(?:kontrolü|incelemesi|yeniden başlatma|doğrulama|temizleme|yeniden başlatılması))',
  orders: '(?:kontrol et|çalıştır|yeniden başlat|durdur|incele|doğrula|bekle|emin ol)(?:\\p{L}*)(?= )',
  subordinates: 'eğer|neden|çünkü',
  leadIns:
    '(?:sonra|ardından|önce|ilk olarak|son olarak|ayrıca|ve|veya|lütfen|gerekirse|gerekiyorsa|manuel olarak|hemen|tekrar)',
  advises:
    '(?:gerekir|gereklidir|önerilir|tavsiye edilir|yapılabilir|edilebilir|yeniden başlatılabilir|\\p{L}{3,}(?:malı|meli)(?:sınız|siniz|dır|dir)?)(?=[.\\s]|$)',
  cases: 'eğer|durumunda|halinde',
  openings: 'için|sonra|önce|ardından|gerekirse',
  foretells:
    'beklenen(?: (?:sonuç|çıktı|değer|durum))?(?= ?(?::|$))|görmelisiniz|görmeniz gerekir|görünmeli\\p{L}*|dönmeli\\p{L}*',
  forbids: '(?:asla|sakın) .*|.*\\p{L}+(?:meyin|mayın)(?:iz|ız)?$',
  states: '\\p{L}{2,}(?:d[ıiuü]r|t[ıiuü]r|yor|m[ıiuü]ş|acak|ecek|abilir|ebilir)|var|yok|değil',
  callOuts: 'dikkat|önemli|not|uyarı|ipucu|bilgi|tehlike',
  points: 'bkz\\.?|bakınız|ayrıca bakın|daha fazla bilgi',
  examples: 'örneğin|örnek(?:ler)?|örn\\.?|gibi',
  leadsToCode:
    '(?:(?:aşağıdaki|şu) (?:komutu|komutları|sorguyu) )?(?:çalıştırın|çalıştır|kullanın)|komut(?:lar)?|sorgu',
  checks: '.*(?:kontrol|doğrula|teyit)\\p{L}*(?: et\\p{L}*| edin\\p{L}*)?$',
}
