import type { Language } from './language.ts'

const VERBS =
  '(?:ri|re|dis)?(?:verific|verifich|controll|avvi|riavvi|esegu|lanc|ferm|arrest|interromp|elimin|cancell|rimuov|puli|svuot|ripristin|recuper|consult|guard|osserv|esamin|ispezion|analizz|identific|identifich|individu|conferm|convalid|monitor|elenc|mostr|apr|chiud|cerc|cerch|trov|filtr|localizz|conness|conett|colleg|colleg|acced|entr|navig|selezion|scegl|clicc|clicch|inser|scriv|annot|document|registr|avvis|notific|notifich|inform|contatt|chiam|scal|chied|richied|aument|increment|ridu|riduc|diminu|modific|modifich|cambi|corregg|aggiung|togl|distribu|annull|copi|spost|rinomin|cre|gener|aggiorn|install|configur|abilit|disabilit|attiv|disattiv|sospend|riprend|forz|liber|confront|prov|tent|ripet|attend|aspett|us|utilizz|applic|applich|impost|assicur|salv|esport|import|scaric|carich|migr|isol|svuot|termin|tratt|risolv|sostitu|regol|determin|valut|stim|calcol|decid|programm|pianific|blocc|sblocc|revoc|rinnov|ruot|comunic|pubblic|complet|proced|segu|prepar|legg|limit|invi|raccogl|sincronizz|segnal|archivi|alleg|riprov|riesegu|rilanc|risal|mett|tien|fa|va|svolg)'

export const ITALIAN: Language = {
  smallWords:
    'mai|nessun|il|lo|la|i|gli|le|di|del|della|dei|delle|un|una|e|è|sono|per|con|in|nel|nella|da|dal|dalla|che|non|se|su|sul|sulla|al|alla|come|più|questo|questa|senza|quando|o|ed|si|ogni|dopo|prima',
  letters: 'àèéìòù',
  orders: `(?!(?:fa|va|entro|entra|copia|crea|causa|nova|usi|complete|private|prima|segue)(?!\\p{L}))${VERBS}(?:are|ere|ire|rre|urre|a|i|e|ate|ete|ite|isci|isca)(?:l[oaie]|ne|si|ci|mi)?|(?:andare|vai|vada|andate) (?:a|al|su|nel|nella|in)(?!\\p{L})|fare|fai|mettere|assicurarsi|assicurati|vedere|leggere|(?!docker|cluster|server)\\p{L}{3,}(?:are|ere|ire)(?:l[oaie]|si)?(?= (?:il|lo|la|i|gli|le|un|una|al|alla|del|della|che|se|ogni|tutt[ieo]|quest[oaei]|manualmente|nuovamente) )|(?:riavvio|verifica|controllo|rimozione|eliminazione|pulizia|ripristino|aumento|riduzione|arresto|creazione|identificazione|notifica|recupero|esecuzione|aggiornamento|attivazione|disattivazione|rotazione|analisi|apertura|chiusura)(?= (?:di|del|della|dei|delle|dell['\u2019]|manuale))`,
  leadIns:
    '(?:poi|quindi|successivamente|infine|prima|innanzitutto|anche|inoltre|e|oppure|per favore|altrimenti|se (?:necessario|possibile|serve)|eventualmente|immediatamente|sempre|manualmente|bisogna|occorre|si consiglia di|ricordarsi di|ricorda di|provare a|prova a|non dimenticare di)',
  advises:
    '(?<!(?:se|quando|che) )(?:bisogna|occorre|conviene|(?:è|sarà) (?:necessario|consigliabile|opportuno|possibile|meglio)|si (?:deve|può|consiglia di)|(?:devi|puoi|dovete|potete|dovresti|possiamo|dobbiamo)|la soluzione è) (?!(?:vedere|mostrare|essere|avere|restituire|terminare|apparire)(?!\\p{L}))\\p{L}+(?:are|ere|ire|rre)(?:l[oaie]|si)?|(?:deve|devono|va|vanno|può|possono) (?:essere )?(?:ri)?(?:avviat|cancellat|eliminat|aumentat|svuotat|corrett|modificat|controllat|verificat)[oaie]',
  cases: 'se|in caso di|qualora|quando|una volta|appena|non appena|altrimenti|finché',
  openings: 'per|prima|dopo|poi|nel|nella|in|su|sul|sulla|da|dal|dalla|con|senza|tramite|come ultima',
  opensFreely: 'prima|dopo|al|alla|nel|nella|dal|dalla|da|in caso',
  foretells:
    'dovrebbe|dovrebbero|(?:risultato |valore |output |risposta |stato )?attes[oa]i?(?= ?(?::|$))|previsto(?= ?:)|(?:si dovrebbe|dovresti|dovrebbe|dovrebbero|vedrai|vedrete|deve|devono) (?:\\p{L}+ )?(?:vedere|mostrare|apparire|essere|restituire|tornare|terminare)',
  forbids:
    "(?:(?:per favore|e|ma|quindi|attenzione),? )*(?:non(?! dimentic| esit| c['\u2019]è)|mai)|in nessun (?:caso|modo)|in nessuna circostanza|per nessun motivo|(?:è )?(?:severamente |assolutamente |strettamente )?(?:vietato|proibito)|(?!se)[^,;:]{0,80} (?:è|sono) (?:severamente |assolutamente )?(?:vietat|proibit)[oaie]|(?!se)[^,;:]{0,80} non (?:deve|devono|va|vanno)(?: mai)? (?:essere )?\\p{L}+t[oaie]|evit(?:are|i|a|ate)",
  states:
    'è|sono|era|fu|ha|hanno|sarà|saranno|può|possono|indica|indicano|significa|permette|contiene|resta|restano|esiste|esistono|provoca|dipende|fallisce|falliscono|blocca|mostra|appare|risulta|ci sono|non (?:risponde|esiste|ha)',
  bearsInMind: '(?:nota(?:te|re)?|tieni presente|tenere presente|ricorda(?:te)?|attenzione) che',
  callOuts: 'attenzione|importante|nota|avviso|avvertenza|cautela|suggerimento|info|pericolo|n\\.b\\.|nb',
  points:
    'ved(?:i|ere|asi)(?: anche)?|si veda|cfr\\.?|consult(?:are|a) (?:la documentazione|la guida|il manuale)|per (?:maggiori|ulteriori) (?:dettagli|informazioni)',
  examples: 'per esempio|ad esempio|esempi[o]?|p\\. ?es\\.?|es\\.?|come|quali',
  trouble:
    'guasto|error[ei]|fallit[oaie]|lent[oaie]|pien[oaie]|bloccat[oaie]|non \\p{L}+|scadut[oaie]|ritard[oi]|alt[oa]|irraggiungibile|pers[oaie]',
  headings: {
    symptoms: 'sintomi|segnali|rilevamento|quando usare.*',
    cause: 'cause(?: possibili| probabili| comuni)?|possibili cause|causa(?: principale| radice)?',
    impact: 'impatto|conseguenze',
    mitigation:
      'risoluzione|soluzion[ei]|mitigazione|azioni(?: immediate| correttive)?|ripristino|rimedio|cosa fare|come (?:risolvere|ripristinare)(?: .*)?|procedura di (?:ripristino|risoluzione|rollback|recupero)|verifica(?: finale)?|validazione|intervento',
    debugging:
      'diagnosi|diagnostica|indagine|analisi|passi|passaggi|procedura|verifiche|controlli(?: .*)?|primi (?:controlli|passi)|risoluzione dei problemi|cosa (?:verificare|controllare)|istruzioni|lista di controllo',
    escalation: 'escalation|contatti(?: .*)?|chi (?:contattare|chiamare)|reperibilità',
    meaning: 'descrizione|panoramica|scopo|obiettivo|contesto|introduzione|significato|riepilogo',
    prerequisites: 'prerequisiti|requisiti|accessi',
    afterwards: 'prevenzione|dopo l incidente|lezioni apprese|follow up',
    reference: 'riferimenti|collegamenti|indice|vedi anche|note|comunicazione|allegati|glossario',
    scenarios: 'scenari(?: .*)?|problemi (?:comuni|noti|frequenti)|errori (?:comuni|noti|frequenti)',
    sources: 'fonti (?:dei )?dati|dipendenze',
  },
  leadsToCode:
    '(?:esegu(?:ire|i|ite)|lanci?(?:are|a|ate)|us(?:are|a|ate))(?: (?:il|i|la|questo) (?:seguent[ei] )?(?:comand[oi]|query)(?: seguent[ei])?| quanto segue)?|comand[oi]|query',
  headsBans:
    'cosa non fare|(?:azioni |cose )?da (?:evitare|non fare)|(?:azioni |comandi )?(?:vietat|proibit)[oaie]|(?:è )?(?:(?:severamente|assolutamente) )?(?:vietato|proibito) (?:fare|eseguire|usare|lanciare)(?: (?:questo|questo comando|il seguente comando|in produzione))*|mai(?: in produzione)?|(?:non|mai) (?:fare|eseguire|eseguite|usare|usate|lanciare)(?: (?:questo|questo comando|il seguente comando|mai|in produzione))*|(?:questo )?non (?:va|deve essere)(?: mai)? eseguito',
  because: 'perché|poiché|dato che|visto che',
  pointsBelow: 'seguent[ei]|qui sotto',
  runs: '(?:esegu(?:i|ire|a|ite)|lanci(?:a|are|ate)|digit(?:a|are|ate))(?: (?:il comando|poi)){0,2}',
  checks:
    'verific(?:are|a|hi|ate)|controll(?:are|a|i|ate|o)|conferm(?:are|a|i)|convalid(?:are|a)|assicur(?:arsi|ati|arsi)',
}
