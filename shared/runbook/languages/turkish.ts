import type { Language } from './language.ts'

export const TURKISH: Language = {
  smallWords:
    'asla|sakın|ve|bir|bu|için|ile|değil|eğer|yok|olarak|veya|ise|gibi|daha|çok|sonra|önce|kadar|her|tüm|ya|da|de|mi|olan|üzerinde|en',
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
  forbids:
    '(?:asla|sakın|hiçbir (?:zaman|koşulda|durumda|şekilde)) .*|.*(?<!unut)(?:meyin|mayın)(?:iz|ız)?[.!]?$|.*(?:memeli|mamalı)(?:dır|dir|sınız|siniz)?[.!]?$|.*(?<!\\p{L})yasak(?:tır|lanmıştır)?[.!]?$',
  states: '\\p{L}{2,}(?:d[ıiuü]r|t[ıiuü]r|yor|m[ıiuü]ş|acak|ecek|abilir|ebilir)|var|yok|değil',
  callOuts: 'dikkat|önemli|not|uyarı|ipucu|bilgi|tehlike',
  points: 'bkz\\.?|bakınız|ayrıca bakın|daha fazla bilgi',
  examples: 'örneğin|örnek(?:ler)?|örn\\.?|gibi',
  trouble: 'hata(?:sı|ları)?|arıza|dolu|yavaş|çalışmıyor|yanıt vermiyor|gecik\\p{L}+|başarısız|yüksek|kesinti',
  headings: {
    symptoms: 'belirtiler|semptomlar|tespit|tetikleyiciler?',
    cause: '(?:olas[ıi] |muhtemel )?nedenler(?:i)?|k[oö]k neden|sebepler',
    impact: 'etki(?:ler|si)?',
    mitigation:
      '[cç][oö]z[uü]m(?:ler| ad[ıi]mlar[ıi])?|m[uü]dahale(?: ad[ıi]mlar[ıi])?|aksiyonlar|d[uü]zeltme|kurtarma|geri alma|yap[ıi]lacaklar|ne yap[ıi]lmal[ıi]|do[gğ]rulama',
    debugging:
      'te[sş]his|ad[ıi]mlar|kontroller|tan[ıi]|inceleme|prosed[uü]r|sorun giderme|kontrol listesi|ilk ad[ıi]mlar|analiz',
    escalation: 'eskalasyon|y[uü]kseltme|ileti[sş]im|kime ula[sş][ıi]l[ıi]r',
    meaning: 'a[cç][ıi]klama|genel bak[ıi][sş]|ama[cç]|kapsam|[oö]zet|tan[ıi]m|giri[sş]',
    prerequisites: '[oö]n ko[sş]ullar|gereksinimler|eri[sş]im',
    afterwards: '[oö]nleme|sonras[ıi]|olay sonras[ıi]',
    reference: 'ayr[ıi]ca bak[ıi]n[ıi]z|referanslar|ba[gğ]lant[ıi]lar|notlar|ekler|i[cç]indekiler|kaynaklar',
    scenarios: '(?:s[ıi]k kar[sş][ıi]la[sş][ıi]lan|bilinen) (?:sorunlar|hatalar)|senaryolar',
    sources: 'veri kaynaklar[ıi]|ba[gğ][ıi]ml[ıi]l[ıi]klar',
  },
  leadsToCode:
    '(?:(?:aşağıdaki|şu) (?:komutu|komutları|sorguyu) )?(?:çalıştırın|çalıştır|kullanın)|komut(?:lar)?|sorgu',
  headsBans:
    'yapılmaması gerekenler|yasak(?:lar)?|asla|(?:(?:asla|bunu|üretimde|(?:bu|aşağıdaki) komutu) )*(?:çalıştırma|yapma|kullanma)(?:yın(?:ız)?)?',
  because: 'çünkü|zira',
  pointsBelow: 'aşağıdaki|şu',
  isRun: '(?:komutunu |komutu )?(?:çalıştır(?:ın|ınız)?|yürüt(?:ün)?)',
  checks: '.*(?:kontrol|doğrula|teyit)\\p{L}*(?: et\\p{L}*| edin\\p{L}*)?$',
}
