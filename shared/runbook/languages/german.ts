import type { Language } from './language.ts'

/** Verbs that come behind a prefix or alone: "starten", "neu starten", "herunterfahren". */
const STEMS =
  '(?:prüf|start|stopp|lösch|öffn|seh|schau|führ|schalt|stell|setz|nehm|leg|geb|hol|fahr|les|schreib|leit|ruf|räum|leer|such|find|meld|send|schick|sammel|sicher|spiel|trag|trenn|wart|fest|fass|ersetz|änder|erhöh|senk|verringer|reduzier|vergleich|beheb|entfern|klär|bitt|frag|hör|zieh|drück|klick|wähl|nutz|verwend|benutz|verschieb|kopier|bereinig|archivier|beend|abbrech|brech|lad|log|deploy|check|kill|roll|test|patch|merg|push|pull|restart|tausch|bau|anpass|pass|nachzieh|teil|anstoß|stoß|lass|mach|tun|sperr|wechsel|erneuer|erstell|verlänger|verkleiner|vergrößer|erweiter|freigeb|informier|kontaktier|untersuch|beobacht|mess|zähl|notier|halt|ein|richt|hinzufüg|füg|sicht|bestätig|abgleich|gleich|begrenz|drossel|dreh|wieder|hochskalier|isolier|tröst|greif|warn|wend|begleich|füll|erfass|plan|vermerk|protokollier|übergeb|übernehm|ermittel|identifizier|eingrenz|grenz|umleit|umzieh|zurücksetz|aufruf|anruf|weck|sichern|spül|forder|verfolg|ergänz|bewert|abwart|entsperr|entleer|verknüpf|koordinier|übertrag|wiederhol|mount|abhäng|häng|löst?|arbeit|probier|durchgeh|geh|tauch|anheb|heb|verständig|benachrichtig|korrigier|reparier|zuordn|ordn)'
const PREFIXES =
  '(?:(?:neu|ab|an|auf|aus|ein|zurück|hoch|herunter|runter|um|vor|über|ver|be|ent|er|wieder|nach|durch|weg|frei|fort|weiter|mit|zu|fest|sicher|bereit|hinzu|zusammen|unter|heraus|her|los|hin|nieder|dar|da|fern)-?){0,3}'

export const GERMAN: Language = {
  smallWords:
    'der|die|das|den|dem|des|ein|eine|einen|einem|einer|und|ist|sind|nicht|mit|auf|zu|zum|zur|von|vom|für|im|am|wenn|falls|oder|bei|aus|nach|über|wird|werden|sich|auch|noch|dann|kein|keine|sie|es|als|ob|vor|durch|pro|niemals|keinesfalls|nie',
  letters: 'äöüß',
  orders: `(?!(?:finden|erhalten|bekommen|benötigen|brauchen|möchten|wollen) sie (?!heraus))\\p{L}{3,}e?n sie(?!\\p{L})|${PREFIXES}(?:(?:prüf|start|stopp|lösch|öffn|schau|führ|schalt|stell|setz|leg|hol|fahr|leit|ruf|räum|leer|such|meld|send|schick|sammel|sammle|spiel|trag|trenn|wart|ersetz|änder|erhöh|senk|verringer|vergleich|beheb|entfern|klär|zieh|klick|wähl|nutz|verwend|benutz|verschieb|bereinig|beend|lad|logg|deploy|check|kill|roll|teste|tausch|bau|pass|mach|sperr|erneuer|erstell|untersuch|beobacht|notier|halt|bestätig|begrenz|füg|informier|kontaktier|erweiter|benachrichtig|verständig|überwach)e|lies|gib|nimm|sieh|geh|gehe|lass|komm|öffne|sammle|\\p{L}+iere)(?= )|(?:neustart|prüfung|überprüfung|löschung|wiederherstellung|rollback|bereinigung|erhöhung|kontrolle|benachrichtigung|abschaltung|umschaltung|rotation|analyse|skalierung|eskalation)(?= (?:des|der|von|vom|aller|über|an|durch) )`,
  ordersAtTheEnd: `(?<!(?:^|\\s)(?:zu|werden|wird|wurden|wurde|kann|können|muss|müssen|soll|sollte|sollten|darf|dürfen|ist|sind|hat|haben|nicht mehr) (?:\\p{L}+ )?)(?<= |^)(?:${PREFIXES}${STEMS}(?:en|n|ern|eln)|(?!funktionieren|existieren|passieren|reagieren|blockieren|verlieren|produzieren)\\p{L}+ieren|sicherstellen|durchführen)`,
  subordinates:
    '(?:\\S+ ){1,8}?(?:wird|würde|lässt sich|lassen sich)|(?:kann|könnte|könnten)(?! man| sie)|wenn|falls|ob|dass|weil|damit|bevor|nachdem|um|sobald|während|solange|da|die|der|das|welche|wie|was|wo|es|wir|sie|alle|viele|einige|nutzer|benutzer|kunden',
  leadIns:
    '(?:dann|danach|anschließend|zuerst|zunächst|zuletzt|abschließend|bitte|auch|außerdem|und|oder|sonst|andernfalls|ggf\\.?|gegebenenfalls|bei bedarf|falls nötig|wenn nötig|wenn möglich|sofort|immer|manuell|erneut|im notfall|notfalls|als nächstes|alternativ|optional)',
  advises:
    '(?:muss|müssen|sollte|sollten|kann|können) (?:[^,.]{0,60} )?(?:neu ?gestartet|neugestartet|gelöscht|geprüft|erhöht|gestoppt|geleert|verschoben|entfernt|überprüft|angehalten|korrigiert|repariert|zurückgesetzt|zurückgerollt|freigegeben|erneuert|behoben|informiert) werden|(?<!(?:wenn|falls|ob|dass) )(?:man|sie|du|wir) (?:kann|sollte|muss|können|sollten|müssen|kannst|solltest|musst)|(?:kannst|solltest|musst) du|(?:können|sollten|müssen) (?:sie|wir)|(?:ist|sind) (?:\\p{L}+ ){0,4}zu (?:prüfen|kontrollieren|löschen|starten|informieren|überprüfen|beheben|benachrichtigen|sichern|erneuern)|(?:hilft|behebt|löst) (?:ein|das|der|meist|oft|in der regel)|empfiehlt sich',
  cases: 'wenn|falls|sollte|sollten|bei|im falle|sobald|ansonsten|andernfalls|solange',
  openings: 'um|vor|nach|danach|dann|auf|in|im|mit|zum|zur|über|unter|für|als letzt',
  opensFreely: 'danach|anschließend',
  foretells:
    '(?:erwartet(?:e[sr]?)?(?: (?:ergebnis|ausgabe|wert|zustand|antwort|status))?|soll(?:wert)?)(?= ?(?::|$))|(?:sie|man|du|es|das|der|die) (?:sollte|sollten|solltest|werden|wird|wirst) (?:[^.]{0,60} )?(?:sehen|erscheinen|zeigen|liefern|anzeigen|verschwinden|sein)',
  forbids:
    '(?:(?:bitte|und|aber|also|dann|sie|du|man|hier) )*(?:nicht|niemals|nie|keinesfalls|(?:auf|in) keine[nm] fall|unter keinen umständen)(?! nur(?!\\p{L})| [^:]*, sondern(?!\\p{L})| (?:\\p{L}+ ){0,2}(?:vergessen|versäumen|zögern|auslassen|überspringen|übersehen)(?!\\p{L}))|(?:(?!vergessen|zögern|versäumen)\\p{L}+e?n sie|(?!wenn|falls)[^,;:]{0,80} (?:darf|dürfen)|sie dürfen|man darf) (?:[^,;:]{0,80} )?(?:nicht|nie|niemals|keinesfalls|auf keinen fall|keine[nm]?)|(?!wenn|falls)[^,;:]{0,80} soll(?:te|ten|en)? (?:[^,;:]{0,80} )?(?:nicht|nie|niemals) (?:[^,;:]{0,80} )?werden|(?!wenn|falls)[^,;:]{0,80}(?<!\\p{L})(?:verboten|untersagt|nicht (?:erlaubt|gestattet))|(?:sie|man|wir|ihr|du) soll(?:te|ten|test|tet)? (?:[^,;:.]{0,80} )?(?:nicht|nie|niemals)(?! nur(?!\\p{L})| [^:]*, sondern(?!\\p{L})| (?:\\p{L}+ ){0,2}(?:vergessen|versäumen|zögern|auslassen|überspringen|übersehen)(?!\\p{L}))|(?!wenn|falls)[^,;:.]{0,60} bitte (?:nicht|nie|niemals)(?! nur(?!\\p{L})| [^:]*, sondern(?!\\p{L})| (?:\\p{L}+ ){0,2}(?:vergessen|versäumen|zögern|auslassen|überspringen|übersehen)(?!\\p{L}))|(?:sie|man|wir|ihr|du) soll(?:te|ten|test|tet)? (?:[^,;:.]{0,80} )?keine[nmr]?(?! [^.]*(?:sehen|finden|haben|erhalten|bekommen|auftreten|geben))|finger weg|vermeiden? sie|[^,]*(?<!\\p{L})(?:nicht|nie|niemals|keinesfalls)(?! nur(?!\\p{L})| [^:]*, sondern(?!\\p{L})| (?:\\p{L}+ ){0,2}(?:vergessen|versäumen|zögern|auslassen|überspringen|übersehen)(?!\\p{L})) (?:\\p{L}+ ){0,2}\\p{L}+(?:en|n)[.!]?$|\\p{L}+e (?:[^,;:]{0,80} )?(?:nicht|nie|niemals)(?: (?:aus|ab|an|auf|ein|hoch|runter|um|neu|zurück))?[.!]?$|kein(?:e|en) (?=.*(?:en|n)$)',
  states:
    'ist|sind|war|waren|wird|werden|wurde|wurden|hat|haben|kann|können|muss|müssen|soll|sollte|sollten|bedeutet|zeigt|enthält|liegt|läuft|laufen|tritt|treten|gibt|kommt|kommen|bleibt|bleiben|meldet|fehlt|fehlen|steht|stehen|schlägt|dient|betrifft|antwortet|hängt|hängen|verursacht|verhindert|hilft|dauert|erzeugt|passiert|funktioniert',
  bearsInMind:
    '(?:bitte )?(?:beachten sie(?: bitte)?(?: auch)?,? dass|beachte(?:t)?,? dass|bedenken sie,? dass|denken sie daran,? dass)',
  callOuts: 'achtung|wichtig|hinweis|anmerkung|warnung|vorsicht|tipp|info|gefahr|notiz|merke',
  points: 'siehe(?: auch)?|s\\. ?a\\.|vgl\\.?|weitere (?:informationen|details)|details (?:siehe|stehen|in)',
  examples: 'zum beispiel|beispiele?|z\\. ?b\\.?|wie(?: etwa)?|etwa|bspw\\.?',
  trouble:
    'ausfall|ausgefallen|fehler(?:haft\\p{L}*)?|fehlgeschlagen|schlägt fehl|hängt|hängen|voll|langsam|nicht (?:\\p{L}+)|abgelaufen|blockiert|überlastet|verzögert|störung|absturz|abstürze|fehlt|fehlen|hohe[rsn]?|rückstand|verloren|kaputt|weg',
  headings: {
    symptoms: 'symptome?|anzeichen|erkennung|fehlerbild|ausl[oö]ser|wann (?:anwenden|verwenden)',
    cause: '(?:m[oö]gliche |h[aä]ufige )?ursachen?|wie (?:der|die|das) .*',
    impact: 'auswirkung(?:en)?|betroffene(?: systeme| nutzer)?|folgen',
    mitigation:
      '(?:sofort)?ma[sß]{1,2}nahmen?|behebung|(?:fehler|st[oö]rungs|problem)behebung|l[oö]sung(?:en|sschritte|sweg)?|abhilfe|wiederherstellung|gegenma[sß]{1,2}nahmen|sofortma[sß]nahmen|was tun|vorgehen|ablauf|reaktion|(?:wiederherstellungs|behebungs|notfall)(?:schritte|plan|anleitung|verfahren)|entst[oö]rung|workaround|r[uü]ckfall(?:plan|ebene)?|(?:bei|im) (?:fehler|st[oö]rungs)fall|verifikation|erfolgskontrolle|(?:ergebnis|abschluss|nach|erfolgs)?kontrolle|verifizierung',
    debugging:
      'diagnose(?:schritte)?|fehlersuche|fehleranalyse|analyse|untersuchung|[uü]?(?:ber)?pr[uü]fung(?:en)?|pr[uü]fschritte|schritte|vorgehensweise|anleitung|checkliste|erste (?:schritte|hilfe|ma[sß]{1,2}nahmen)|schritt f[uü]r schritt.*|pr[uü]fen|durchf[uü]hrung',
    escalation:
      'eskalation(?:spfad|sweg|sstufen|en)?|ansprechpartner|kontakte?(?: .*)?|zust[aä]ndigkeiten|rufbereitschaft',
    meaning:
      '[uü]bersicht|[uü]berblick|beschreibung|zweck|bedeutung|hintergrund|einleitung|geltungsbereich|ziel(?:e|setzung)?|zusammenfassung|einf[uü]hrung|kontext|alarm(?:beschreibung|bedeutung)',
    prerequisites: 'voraussetzungen|vorbedingungen|vorbereitung(?:en)?|zugriff|berechtigungen',
    afterwards: 'nachbereitung|abschluss|nacharbeit(?:en)?|vorbeugung|pr[aä]vention|post mortem|lehren|verbesserungen',
    reference:
      'siehe auch|verwandte (?:dashboards?|dokumente|links|runbooks|seiten|themen)|weiterf[uü]hrende links|verweise|referenzen|inhalt(?:sverzeichnis)?|anhang|links|hinweise|anmerkungen|kommunikation|glossar|[aä]nderungshistorie|dashboards?|[uü]berwachung',
    scenarios:
      'h[aä]ufige (?:fehler|probleme|st[oö]rungen|ursachen und l[oö]sungen)|bekannte (?:fehler|probleme)|fehlerszenarien|szenarien|fehlerf[aä]lle|st[oö]rf[aä]lle',
    sources: 'datenquellen|abh[aä]ngigkeiten',
  },
  leadsToCode:
    '(?:führen sie|führe)(?: (?:den|die|das) (?:folgenden? )?(?:befehle?|abfrage|skript)| folgendes| folgenden befehl)?(?: aus)?|ausführen|befehle?|abfrage|(?:den )?folgenden befehl ausführen',
  headsBans:
    'was (?:man|du|sie|wir) (?:nicht|nie|niemals) (?:tun|machen)(?: (?:sollte|soll|darf|dürfen|sollten))?|was nicht zu tun ist|verboten(?:e (?:aktionen|befehle|maßnahmen|schritte))?|(?:bitte )?(?:(?:dies(?:en befehl)?|das|folgendes|den folgenden befehl) )?(?:niemals|nie|nicht|keinesfalls|auf keinen fall)(?: (?:dies|diese|dieses|das|folgendes|das folgende|(?:diesen|den folgenden) befehl))?(?: in (?:der )?produktion)?(?: (?:tun|machen|ausf(?:ü|ue)hren|verwenden|benutzen|laufen lassen))?|(?:bitte )?f(?:ü|ue)hren? (?:(?:sie|das|dies|es|(?:diesen|den folgenden) befehl) ){0,2}(?:niemals|nie|nicht|keinesfalls|auf keinen fall)(?: in (?:der )?produktion)? aus|(?:das|dies|es|(?:dieser|der folgende) befehl) (?:darf|soll|sollte) (?:niemals|nie|nicht|keinesfalls|auf keinen fall)(?: in (?:der )?produktion)? (?:ausgef(?:ü|ue)hrt|verwendet|benutzt|gemacht) werden|(?:das|dies|(?:diesen|den folgenden) befehl) (?:darf|dürfen|sollte|sollten) (?:man|du|sie|wir) (?:niemals|nie|nicht|keinesfalls|auf keinen fall)(?: in (?:der )?produktion)? (?:tun|machen|ausf(?:ü|ue)hren|verwenden|benutzen|laufen lassen)|(?:zu )?vermeiden|finger weg(?: davon)?',
  because: 'weil|denn|da(?= (?:es|sonst|das|dies|die|der|sie) )',
  pointsBelow: 'folgende[nmrs]?|unten',
  runs: '(?:führe?|führen sie|starte|starten sie|rufe?|gib|geben sie)(?: (?:den befehl|das kommando|den folgenden befehl|dann|jetzt|bitte|nun)){0,2}',
  isRun: 'ausführen|starten|aufrufen|eingeben|absetzen',
  checks:
    '(?:.*(?<!\\p{L}))?(?:(?:über|nach)?prüfen?|kontrollieren?|bestätigen?|verifizieren?|sicherstellen|(?:über)?prüfung|(?:erfolgs)?kontrolle|stellen? sie sicher|stelle sicher)',
}
