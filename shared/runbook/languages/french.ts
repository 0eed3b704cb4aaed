import type { Language } from './language.ts'

const VERBS =
  '(?:re|ré|r|dé|dés)?(?:vérifi|lanc|démarr|arrêt|stopp|supprim|purg|vid|nettoy|consult|regard|examin|inspect|analys|identifi|contrôl|confirm|valid|surveill|mesur|list|affich|exécut|not|contact|appel|escalad|alert|notifi|inform|augment|diminu|modifi|chang|corrig|ajout|tir|enlev|ploy|déploy|staur|sauvegard|copi|plac|nomm|cré|génér|patient|tent|essay|pét|jou|charg|activ|forc|libér|compar|cherch|trouv|filtr|localis|connect|accéd|bascul|migr|isol|drain|tu|test|trait|mont|install|configur|appliqu|sélectionn|cliqu|entr|renseign|document|consign|enregistr|archiv|limit|ajust|demand|voqu|nouvel|communiqu|planifi|annul|bloqu|télécharg|import|export|évalu|estim|détermin|assur|veill|pens|utilis|employ|commenc|continu|pass|pouss|fusionn|all|aller|rout|dirig|synchronis|initialis|déclench|tagu|signal|prépar|rapproch|stabilis|résili|rouvr|group|évacu|envoy|remplac|calcul)'

export const FRENCH: Language = {
  smallWords:
    "jamais|aucun|le|la|les|des|du|de|d['\u2019]|l['\u2019]|un|une|et|est|sont|pour|avec|dans|sur|pas|ne|qui|que|ce|cette|ces|au|aux|ou|si|en|par|sans|vous|puis|sous|après|avant|il|depuis|être",
  letters: 'àâçèéêîïôûùœ',
  orders: `(?!(?:entre|note|liste|alerte|charge|demande|limite|groupe|signal|passe|place|centre|teste|route|alarme|analyse|escalade|sauvegarde|recherche|contrôle|copie|purge|active|force)(?!\\p{L}))(?:s['\u2019]|se |ne pas oublier (?:de |d['\u2019]))?${VERBS}(?:er|ez|e|ons)(?:-(?:le|la|les|vous|y))?|(?!chez|assez|nez|rez)\\p{L}{2,}ez(?:-(?:le|la|les|vous|y))?|(?:re)?(?:ouvrir|lire|lis|ouvre|prévenir|venir|attendre|attends|suspendre|prendre|mettre|mets|réduire|restreindre|résoudre|choisir|saisir|définir|établir|rétablir|obtenir|convertir|investir|faire|fais|suivre|suis|éteindre|joindre|répondre|écrire|inscrire|décrire|construire|traduire|détruire|introduire|permettre|remplir|élargir|agrandir|avertir|répartir|revoir|recueillir|interrompre|soumettre|remettre|produire|reproduire|tuer|va|aller)|(?!docker|cluster|server|broker|worker|user|master|container|entre|contre|outre|notre|votre|autre|fichier|premier|dernier|scheduler|router|loader|buffer|consumer|producer)\\p{L}{3,}(?:er|ir|re|oir)(?= (?:le|la|les|un|une|du|des|ce|cet|cette|ces|tous|toutes?|chaque|l['\u2019]|votre|vos|manuellement) ?)|(?:re|re-|re)?(?:démarrage|redémarrage|relance|vérification|suppression|nettoyage|purge|restauration|augmentation|arrêt|création|contrôle|consultation|identification|notification|mise (?:à|en|hors)|remise en|vidage|rechargement|bascule|confirmation|communication|classification|activation|désactivation|application|rotation|sauvegarde|escalade|analyse|déploiement|retour arrière|lancement|exécution|reprise|récupération|collecte|ajout|remplacement|redéploiement|ouverture|fermeture)(?= (?:de|du|des|d['\u2019]|à|au|aux|en|manuel))`,
  leadIns:
    "(?:puis|ensuite|enfin|d['\u2019]abord|alors|sinon|aussi|également|et|ou|veuillez|merci de|il faut|pensez à|penser à|essayez de|n['\u2019]oubliez pas de|à défaut|si (?:nécessaire|besoin|possible)|au besoin|le cas échéant|en dernier recours|en parallèle|immédiatement|toujours|manuellement)",
  advises:
    "(?<!(?:si|lorsque|quand|qu['\u2019]) ?)(?:il (?:faut|faudra|convient|est (?:recommandé|conseillé|nécessaire|préférable|possible|impératif))|vous (?:devez|devrez|pouvez|devriez)|on (?:peut|doit)|(?:la solution|le plus simple|le mieux|l['\u2019]étape suivante) (?:est|consiste)) (?:de |d['\u2019]|à )?(?!(?:voir|constater|observer|obtenir|être|avoir)(?!\\p{L}))\\p{L}+(?:er|ir|re)|(?:doit|doivent|peut|peuvent) (?:alors |aussi )?être (?:re|ré)?(?:lancée?|démarrée?|supprimée?|vidée?|augmentée?|corrigée?|purgée?|arrêtée?|désactivée?|ajustée?|réduite?|modifiée?)s?|à (?:vérifier|contrôler|surveiller|faire)(?= ?:|$)",
  cases:
    "si|s['\u2019]il|s['\u2019]ils|en cas de|en cas d['\u2019]|lorsque|lorsqu['\u2019]|quand|dès que|une fois|tant que|sinon",
  openings: 'pour|avant|après|ensuite|puis|dans|sur|depuis|via|avec|afin de|à partir|en|sans|au|à',
  opensFreely: 'avant|après|ensuite|puis|dans|depuis|à partir|sur|en cas',
  foretells:
    'devrait|devraient|(?:résultat |valeur |sortie |réponse |état |statut )?attendue?s?(?= ?:|$)|(?:vous|on) (?:devez|devriez|devrait|doit|verrez|verra) (?:alors )?(?:voir|obtenir|constater|observer)?|(?:doit|doivent|devrait|devraient) (?:être|afficher|montrer|retourner|renvoyer|passer|revenir|disparaître|apparaître)',
  forbids:
    "(?:(?:surtout|et|mais|donc|alors|vous|on|il|tu|s['\u2019]il vous plaît),? )*(?:ne (?:jamais|pas|plus)(?! oublier| hésiter| sauter| omettre)|ne \\p{L}+ (?:pas|jamais|plus|aucun|en aucun cas)|n['\u2019](?!oubli|hésit)\\p{L}+ (?:pas|jamais))|(?!si)[^,;:]{0,80} ne (?:doit|doivent|devrait|devraient) (?:pas|jamais|en aucun cas) être|(?:il est |c['\u2019]est |(?!si)[^,;:]{0,80} (?:est|sont) )?(?:strictement |formellement |absolument )?(?:interdite?s?|défendu|proscrite?s?)|jamais(?! (?:vu|été|eu))|(?:en|dans) aucun cas|sous aucun prétexte|évit(?:er|ez)",
  states:
    "est|sont|était|étaient|sera|seront|a été|ont été|ont|peut|peuvent|indique|indiquent|signifie|permet|contient|reste|restent|devient|provoque|n['\u2019]est|n['\u2019]a|dépend|fait|porte|passe|échoue|échouent|démarre|répond|apparaît|survient|c['\u2019]est",
  bearsInMind: "(?:veuillez )?(?:notez|noter|gardez à l['’]esprit|gardez en tête|sachez)(?: (?:bien|aussi))? qu",
  callOuts:
    'attention|important|remarque|note|nota|nb|n\\.b\\.|avertissement|astuce|conseil|info|information|danger|rappel',
  points:
    "voir(?: aussi)?|cf\\.?|se (?:référer|reporter) à|consulter (?:la documentation|le guide|la doc)|pour plus (?:de détails|d['\u2019]informations)",
  examples: 'par exemple|exemples?|p\\. ?ex\\.?|tel(?:le)?s? que|comme|notamment|ex\\.?',
  trouble:
    'panne|erreurs?|échecs?|échou\\p{L}+|lente?s?|lenteurs?|pleine?s?|saturée?s?|saturation|bloquée?s?|indisponible|injoignable|expirée?s?|retards?|manquante?s?|ne \\p{L}+ (?:pas|plus)|perdue?s?|arrêtée?s?|élevée?s?|corrompue?s?|inaccessible',
  headings: {
    symptoms:
      'sympt[oô]mes?(?: .*)?|signes?|d[eé]tection|d[eé]clencheurs?|quand utiliser.*|conditions? de d[eé]clenchement',
    cause: 'causes? (?:possibles?|probables?|racines?|fréquentes?|courantes?)|comment (?:le|la|les) .*',
    impact: 'conséquences?|cons[eé]quences|port[eé]e',
    mitigation:
      '(?:actions?|mesures) (?:imm[eé]diates?|correctives?|à prendre|de rem[eé]diation|de correction|de r[eé]solution|d urgence)|r[eé]solution|rem[eé]diation|rem[eè]de|correction|correctifs?|r[eé]tablissement|restauration|solutions?(?: possibles?)?|att[eé]nuation|que faire|comment (?:r[eé]soudre|corriger|r[eé]parer)(?: .*)?|(?:proc[eé]dure|[eé]tapes?|commandes?|plan) de (?:r[eé]solution|rem[eé]diation|correction|restauration|reprise|rollback|retour arri[eè]re|bascule|r[eé]tablissement|redémarrage)|retour arri[eè]re|contournement|intervention|v[eé]rification|validation|contr[oô]le (?:final|du r[eé]sultat)',
    debugging:
      '(?:commandes?|table|arbre|proc[eé]dure|[eé]tapes?) de (?:diagnostic|v[eé]rification)(?: .*)?|(?:r[eé]ponse|[eé]valuation|analyse|v[eé]rifications?) (?:initiales?|rapides?|imm[eé]diates?)|(?:premi[eè]r(?:es?|s)?) (?:actions?|v[eé]rifications?|r[eé]flexes|diagnostics?|gestes)|diagnostic(?: (?:imm[eé]diat|rapide|initial|d[eé]taill[eé]))?|investigation|analyse|[eé]tapes?|proc[eé]dure|marche à suivre|mode op[eé]ratoire|d[eé]pannage|v[eé]rifications?|liste de contr[oô]le|[àa] v[eé]rifier|points? (?:de contr[oô]le|à v[eé]rifier)',
    escalation: 'escalade|contacts?(?: .*)?|qui (?:contacter|appeler|pr[eé]venir)|interlocuteurs|astreinte',
    meaning:
      'description|contexte|objectifs?|pr[eé]sentation|r[eé]sumé|signification|vue d ensemble|but|introduction|aper[cç]u|p[eé]rim[eè]tre',
    prerequisites:
      'pr[eé]requis|pr[eé] requis|conditions pr[eé]alables|acc[eè]s(?: requis| n[eé]cessaires)?|avant de commencer',
    afterwards:
      'pr[eé]vention|suivi|apr[eè]s l incident|retour d exp[eé]rience|post incident|am[eé]liorations|post mortem',
    reference:
      'r[eé]f[eé]rences|liens(?: utiles)?|voir aussi|annexes?|sommaire|table des mati[eè]res|remarques?|notes?|communication|glossaire|historique|ressources|surveillance|m[eé]triques',
    scenarios:
      'sc[eé]narios(?: .*)?|pannes (?:fr[eé]quentes|courantes)|probl[eè]mes (?:connus|fr[eé]quents|courants)|erreurs (?:fr[eé]quentes|courantes)|cas (?:fr[eé]quents|courants)|incidents (?:fr[eé]quents|courants|types)',
    sources: 'sources de donn[eé]es|d[eé]pendances',
  },
  leadsToCode:
    '(?:exécut(?:er|ez|e)|lanc(?:er|ez|e)|utilis(?:er|ez|e)|tap(?:er|ez|e))(?: (?:la|les|cette|ces) (?:commandes?|requêtes?)(?: (?:suivantes?|ci-dessous))?| ceci)?|commandes?|requêtes?|comme suit',
  headsBans:
    'ce qu il ne faut (?:pas|jamais) faire|(?:choses )?[àa] (?:ne (?:pas|jamais) faire|éviter)|(?:actions |commandes )?interdit(?:e|es|s)?|(?:il est )?(?:(?:strictement|formellement|absolument) )?(?:interdit|défendu) (?:de |d )(?:faire|exécuter|executer|lancer|utiliser)(?: (?:ceci|cela|ça|cette commande|la commande suivante|en production|en prod))*|(?:ne )?jamais(?: (?:faire|exécuter|executer|lancer|utiliser))?(?: (?:ceci|cela|ça|cette commande|la commande suivante|en production|en prod))*|ne pas (?:faire|exécuter|executer|lancer|utiliser)(?: (?:ceci|cela|ça|cette commande|la commande suivante|en production|en prod))*|ne? (?:faites|fais|exécutez?|executez?|lancez?|utilisez?) (?:pas|jamais)(?: (?:ceci|cela|ça|cette commande|la commande suivante|en production|en prod))*',
  because: 'car|parce qu[e ]|puisqu[e ]',
  pointsBelow: 'suivante?s?|ci-dessous',
  runs: '(?:lance[rz]?|exécute[rz]?|tape[rz]?|saisi(?:r|ssez))(?: (?:la commande|puis|alors|ensuite)){0,2}',
  checks:
    "vérifi(?:er|ez|e)|contrôl(?:er|ez|e)|confirm(?:er|ez|e)|valid(?:er|ez|e)|s['\u2019]assurer|assurez|vérification",
}
