import type { Language } from './language.ts'

export const POLISH: Language = {
  smallWords:
    'nigdy|i|w|z|na|do|nie|jest|są|się|że|dla|jak|po|przez|lub|oraz|aby|jeśli|jeżeli|gdy|od|za|o|co|to|czy|ze|we|przed|przy|pod|tylko|może|można|należy',
  letters: 'ąćęłńóśźż',
  orders:
    '(?!(?:sieć|wieść|powieść|choć|część|ość)(?!\\p{L}))\\p{L}{2,}(?:ać|ić|yć|ąć|eć|uć|jść|ieść|nieść)(?: się)?(?!\\p{L})|(?:sprawdź|uruchom|zrestartuj|zatrzymaj|usuń|otwórz|zmień|wykonaj|poczekaj|odczekaj|zaczekaj|włącz|wyłącz|przejdź|wejdź|zaloguj|upewnij|kliknij|wybierz|ustaw|dodaj|zgłoś|napraw|przywróć|wyczyść|zwiększ|zmniejsz|porównaj|skontaktuj|powiadom|zapisz|skopiuj|pobierz|wyślij|znajdź|użyj|odśwież|podłącz|oznacz|przełącz|cofnij|wycofaj|ponów|powtórz|potwierdź|pomiń|pozostaw|odpal|zweryfikuj|przeanalizuj|zobacz(?! też| także)|przejrzyj|obejrzyj|wyślij|zadzwoń|poinformuj|przekaż|przenieś|ogranicz|zablokuj|odblokuj|odłącz|wstrzymaj|wznów|zabij|ubij|stwórz|utwórz|zainstaluj|wpisz|wprowadź|podaj|określ|ustal|zidentyfikuj|rozważ|monitoruj|obserwuj|wyłap|zbierz|zanotuj|udokumentuj|przygotuj|wdróż|zsynchronizuj|zaktualizuj|edytuj|zamknij|załaduj|przeładuj|przetestuj|opróżnij|zwolnij|spróbuj|zacznij|rozpocznij|kontynuuj|pomiń|wydłuż|skróć|eskaluj|\\p{L}{3,}uj|\\p{L}{3,}(?:ujcie|ajcie|ijcie|yjcie))(?: się)?(?!\\p{L})|(?:ponowne )?(?:sprawdzenie|uruchomienie|restart|zatrzymanie|usunięcie|wyczyszczenie|przywrócenie|wycofanie|weryfikacja|zwiększenie|zmiana|aktualizacja|analiza|eskalacja|powiadomienie|przełączenie|odtworzenie)(?= \\p{L})',
  leadIns:
    '(?:następnie|potem|później|najpierw|na koniec|wreszcie|również|także|i|lub|albo|oraz|proszę|w razie potrzeby|w razie konieczności|jeśli (?:trzeba|to konieczne|to możliwe)|ręcznie|natychmiast|zawsze|ponownie|w przeciwnym razie|opcjonalnie|należy|trzeba|warto|można|nie zapomnij)',
  advises:
    '(?<!(?:jeśli|jeżeli|gdy|że) )(?:należy|trzeba|warto|powinieneś|powinno się|musisz|możesz|trzeba będzie|konieczne jest|zaleca się)(?: \\p{L}+){0,3} (?!(?:zobaczyć|być|mieć)(?!\\p{L}))\\p{L}+(?:ać|ić|yć|ąć|eć|uć|jść)(?: się)?',
  cases: 'jeśli|jeżeli|gdy|kiedy|w przypadku|w razie|jak tylko|po tym jak|w przeciwnym|gdyby',
  openings: 'aby|żeby|przed|po|następnie|na|w|z|dla|za pomocą|przez|do',
  opensFreely: 'dla|przed|po|na|w|z|w razie',
  foretells:
    '(?:oczekiwan[yae](?: (?:wynik|rezultat|wartość|odpowiedź|stan))?|spodziewan[yae](?: wynik)?)(?= ?(?::|$))|(?:powinn[oay]|powinien|powinieneś|powinny) (?:\\p{L}+ )?(?:zobaczyć|być|pojawić|zwrócić|pokazać|zniknąć)|zobaczysz',
  forbids:
    '(?:(?:proszę|i|ale|więc|tutaj) )*(?:nie(?! zapom| wahaj| ma)|nigdy)|pod żadnym pozorem|w żadnym (?:wypadku|razie)|(?:jest |(?!jeśli|jeżeli|gdy)[^,;:]{0,80} (?:jest|są) )?(?:surowo )?(?:zabroni[oa]n\\p{L}+|zakazan\\p{L}+)|(?:surowo )?zabrania się|(?!jeśli|jeżeli|gdy)[^,;:]{0,80} nie (?:wolno|należy)|unikaj',
  states:
    'można|jest|są|był|była|było|były|będzie|może|mogą|ma|mają|zawiera|zawierają|oznacza|pokazuje|wskazuje|wymaga|wymagają|zależy|zależą|automatyzuje|obejmuje|pozwala|potrafi|powoduje|działa|działają|trafiają|trafia|zapisuje|dobiera|bazują|służy|nie (?:odpowiada|działa|ma)|występuje|pojawia',
  bearsInMind: '(?:pamiętaj(?:cie)?|należy pamiętać|zwróć uwagę|zauważ),? że',
  callOuts: 'uwaga|ważne|notatka|ostrzeżenie|ostrożnie|wskazówka|info|informacja|niebezpieczeństwo',
  points: 'zob(?:acz)?\\.?(?: też| także)?|patrz|więcej (?:informacji|szczegółów)|szczegóły',
  examples: 'na przykład|przykład(?:y|owo)?|np\\.?|takie jak|m\\.in\\.?',
  trouble:
    'awaria|błąd|błędy|nie \\p{L}+|pełn\\p{L}+|wolno|wolne|opóźni\\p{L}+|wygas\\p{L}+|niedostępn\\p{L}+|wysoki\\p{L}*|brak|zawiesz\\p{L}+',
  headings: {
    symptoms: 'objawy|wykrywanie|kiedy (?:u[zż]ywa[cć]|stosowa[cć]).*|wyzwalacze?',
    cause: '(?:mo[zż]liwe |typowe )?przyczyn[ay]',
    impact: 'wp[lł]yw|skutki',
    mitigation:
      'rozwi[aą]zani[ea]|dzia[lł]ania(?: naprawcze| natychmiastowe)?|naprawa|przywracanie|co robi[cć]|usuni[eę]cie (?:awarii|problemu)|mitygacja|procedura (?:naprawcza|odtworzenia|przywracania)|wycofanie|weryfikacja|potwierdzenie',
    debugging:
      'diagnostyka|diagnoza|kroki(?: .*)?|procedura|sprawdzeni[ea]|analiza|pierwsze kroki|post[eę]powanie|instrukcja|rozwi[aą]zywanie problem[oó]w|lista kontrolna|co sprawdzi[cć]',
    escalation: 'eskalacja|kontakty?',
    meaning: 'opis|cel|kontekst|wprowadzenie|znaczenie|podsumowanie|zakres|przegl[aą]d',
    prerequisites: 'wymagania(?: wst[eę]pne)?|dost[eę]py?|warunki wst[eę]pne',
    afterwards: 'zapobieganie|po incydencie|wnioski',
    reference:
      'zobacz te[zż]|odno[sś]niki|linki|uwagi|spis tre[sś]ci|za[lł][aą]czniki|komunikacja|[zź]r[oó]d[lł]a informacji',
    scenarios: '(?:cz[eę]ste|typowe|znane) (?:problemy|b[lł][eę]dy|awarie)|scenariusze(?: .*)?',
    sources: '[zź]r[oó]d[lł]a danych|zale[zż]no[sś]ci',
  },
  leadsToCode:
    '(?:wykonaj|uruchom|użyj|wpisz)(?: (?:następując[eąy]|poniższ[eąy]) (?:polecenie|komendę|zapytanie|polecenia))?|polecenie|komenda|podstawowe użycie|użycie',
  headsBans:
    'czego (?:nie robić|unikać)|(?:czynności |polecenia )?(?:zabronione|zakazane)|nigdy|(?:nie wolno|zabrania się) (?:tego )?(?:robić|uruchamiać|wykonywać|używać)(?: (?:tego|(?:tego|poniższego) polecenia|na produkcji))*|(?:nigdy )?nie (?:robić|rób|uruchamiać|uruchamiaj|wykonywać|wykonuj|używać|używaj)(?: (?:tego|(?:tego|poniższego) polecenia|nigdy|na produkcji))*',
  because: 'bo|ponieważ|gdyż',
  pointsBelow: 'następując\\p{L}+|poniższ\\p{L}+|poniżej',
  runs: '(?:uruchom(?:ić)?|wykona(?:j|ć)|wpisz)(?: (?:polecenie|komendę)){0,2}',
  checks: 'sprawdź|sprawdzić|zweryfikuj|zweryfikować|potwierdź|potwierdzić|upewnij|upewnić|sprawdzenie|weryfikacja',
}
