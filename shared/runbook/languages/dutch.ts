import type { Language } from './language.ts'

export const DUTCH: Language = {
  smallWords:
    'nooit|de|het|een|en|van|voor|met|op|te|niet|dat|die|er|als|naar|bij|uit|zijn|wordt|worden|om|aan|ook|nog|maar|of|door|je|na|deze|dit|wat|geen|kan|moet|over|tot|bijv',
  letters: 'ëï',
  orders:
    '(?:controleer|herstart|start|stop|verwijder|bekijk|open|voer|ga|neem|zorg|wacht|maak|zet|meld|bel|kijk|log|gebruik|schakel|pas|verhoog|verlaag|ruim|leeg|herstel|draai|probeer|vraag|noteer|kies|klik|vervang|kopieer|installeer|escaleer|informeer|analyseer|verifieer|bevestig|onderzoek|vergelijk|zoek|lees|stuur|plaats|koppel|vul|rol|test|toon|laat|waarschuw|sluit|voeg|wijzig|bewerk|verplaats|haal|geef|houd|hervat|pauzeer|activeer|deactiveer|bepaal|check|leg|beperk|verminder|wis|typ|ontkoppel|vernieuw|blokkeer|isoleer|schaal|reset|breng|registreer|documenteer|overleg|verbind|navigeer|selecteer)(?= )|(?:herstart|controle|verwijdering|opschoning|herstel|verhoging|analyse)(?= van )',
  ordersAtTheEnd:
    '(?<!(?:^|\\s)(?:te|wordt|worden|werd|kan|kunnen|moet|moeten|mag|zal|is|zijn) (?:\\p{L}+ )?)(?<= |^)(?:controleren|(?:her|op)?starten|stoppen|verwijderen|bekijken|openen|uitvoeren|nakijken|wachten|maken|aanmaken|zetten|uitzetten|aanzetten|melden|bellen|gebruiken|(?:in|uit|om)schakelen|aanpassen|verhogen|verlagen|opruimen|leegmaken|legen|herstellen|draaien|proberen|vragen|noteren|kiezen|klikken|vervangen|kopi[eë]ren|installeren|escaleren|informeren|analyseren|verifi[eë]ren|bevestigen|onderzoeken|vergelijken|zoeken|lezen|sturen|plaatsen|koppelen|vullen|terugdraaien|terugrollen|terugzetten|testen|tonen|waarschuwen|sluiten|toevoegen|wijzigen|verplaatsen|ophalen|hervatten|pauzeren|(?:de)?activeren|bepalen|checken|vernieuwen|blokkeren|isoleren|schalen|resetten|vastleggen|afsluiten|inloggen|opvragen|doorgeven)',
  subordinates: 'als|om|dat|omdat|wanneer|zodat|voordat|nadat|terwijl|zodra|indien|die|wie|wat|het|we|gebruikers',
  leadIns:
    '(?:dan|daarna|vervolgens|eerst|tenslotte|ten slotte|ook|en|of|anders|graag|eventueel|indien nodig|zo nodig|direct|altijd|handmatig|opnieuw)',
  advises:
    '(?<!(?:als|indien|wanneer|of) )(?:je|u|men|we) (?:moet|kunt|kan|dient|zou)|(?:moet|moeten|kan|kunnen) (?:[^,.]{0,60} )?(?:herstart|verwijderd|gecontroleerd|verhoogd|gestopt|geleegd|hersteld|aangepast) worden',
  cases: 'als|indien|wanneer|bij|zodra|anders|mocht|tenzij',
  openings: 'om|voor|na|daarna|dan|op|in|met|via|zonder|eerst',
  opensFreely: 'na|voor|daarna|op|in',
  foretells:
    '(?:verwacht(?:e)?(?: (?:resultaat|uitvoer|waarde|status))?)(?= ?(?::|$))|(?:je|u|men) (?:zou|zal|ziet|hoort) (?:[^.]{0,40} )?(?:zien)?',
  forbids:
    '(?:(?:en|maar|dus|alsjeblieft|je|u|graag) )*(?:niet|nooit)(?! alleen(?!\\p{L})| (?:\\p{L}+ ){0,2}(?:vergeten|aarzelen|overslaan)(?!\\p{L}))|[^,]*(?<!\\p{L})niet(?! alleen(?!\\p{L})| (?:\\p{L}+ ){0,2}(?:vergeten|aarzelen|overslaan)(?!\\p{L})) (?:\\p{L}+ ){0,2}\\p{L}+en[.!]?$|geen(?= .*en$)|(?!als|indien)[^,;:]{0,80} (?:mag|mogen) (?:[^,;:]{0,80} )?(?:niet|nooit|geen)|je mag (?:niet|nooit|geen)|(?:gebruik|voer|start|herstart|verwijder|draai|run|stop|probeer|open|wijzig|zet|maak) (?:[^,;:]{0,80} )?(?:niet|nooit|geen)|(?:in|onder) geen (?:geval|enkele omstandigheid|enkel geval|beding)|(?:het is |(?!als|indien)[^,;:]{0,80} (?:is|zijn) )?(?:streng |strikt )?(?:verboten|niet toegestaan)|vermijd',
  states:
    'is|zijn|was|waren|wordt|worden|werd|heeft|hebben|kan|kunnen|moet|moeten|betekent|toont|bevat|ligt|loopt|geeft|komt|blijft|ontbreekt|staat|staan|faalt|falen|reageert|hangt|veroorzaakt|gebeurt|werkt',
  bearsInMind: '(?:houd er rekening mee|merk op|onthoud),? dat',
  callOuts: 'let op|belangrijk|opmerking|noot|waarschuwing|tip|info|gevaar|nb',
  points: 'zie(?: ook)?|raadpleeg|meer (?:informatie|details)',
  examples: 'bijvoorbeeld|voorbeeld(?:en)?|bijv\\.?|zoals|bv\\.?',
  trouble: 'storing|fout(?:en)?|mislukt|traag|vol|niet \\p{L}+|verlopen|vertraging|hoog|hoge|vastgelopen|uitval',
  headings: {
    symptoms: 'symptomen|signalen|detectie',
    cause: '(?:mogelijke |bekende )?oorza(?:ken|ak)',
    impact: 'gevolgen|impact',
    mitigation:
      'oplossing(?:en)?|maatregelen|herstel(?:procedure|stappen)?|acties|wat te doen|verhelpen|terugdraaien|verificatie|controle achteraf',
    debugging:
      'stappen(?:plan)?|onderzoek|probleemoplossing|controles|diagnose|analyse|werkwijze|procedure|eerste (?:stappen|controles)|checklist|instructies',
    escalation: 'escalatie|contactpersonen|contact(?:gegevens)?',
    meaning: 'beschrijving|overzicht|doel|achtergrond|omschrijving|betekenis|inleiding|context|samenvatting',
    prerequisites: 'vereisten|benodigdheden|voorwaarden',
    afterwards: 'nazorg|preventie|evaluatie',
    reference: 'zie ook|verwijzingen|referenties|links|bijlagen?|opmerkingen|inhoud(?:sopgave)?|communicatie',
    scenarios: "(?:veelvoorkomende|bekende) (?:problemen|fouten|storingen)|scenario['\u2019]? ?s",
    sources: 'gegevensbronnen|databronnen|afhankelijkheden',
  },
  leadsToCode: `voer(?: (?:het|de) (?:volgende )?(?:commando|opdracht|query)['\u2019]?s?)?(?: uit)?|uitvoeren|commando|opdracht|gebruik`,
  headsBans:
    'wat (?:je )?niet (?:te doen|moet doen|mag doen)|(?:dit (?:commando )?)?(?:niet|nooit)(?: dit)?(?: (?:in|op) productie)?(?: (?:doen|uitvoeren|gebruiken|draaien))?(?: (?:in|op) productie)?|voer (?:dit|dit commando|deze opdracht) (?:niet|nooit)(?: (?:in|op) productie)? uit(?: (?:in|op) productie)?|gebruik (?:dit|dit commando) (?:niet|nooit)(?: (?:in|op) productie)?|(?:het is )?(?:(?:streng|strikt) )?verboden (?:dit|dit commando) (?:te doen|uit te voeren|te gebruiken)|verboden(?: acties)?|(?:te )?vermijden',
  because: 'want|omdat|aangezien',
  pointsBelow: 'volgende|onderstaande|hieronder',
  runs: '(?:voer|draai|run|typ)(?: (?:het commando|dan|nu)){0,2}',
  isRun: 'uitvoeren|draaien',
  checks: '(?:.*(?<!\\p{L}))?(?:controleer|controleren|verifieer|verifi[eë]ren|bevestig|bevestigen|controle|zorg dat)',
}
