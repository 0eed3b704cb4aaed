import type { Language } from './language.ts'

const VERBS =
  '(?:re)?(?:verific|revis|comprob|comprueb|inici|ejecut|corr|lanz|arranc|deten|par|elimin|borr|limpi|purg|vaci|restaur|cuper|consult|mir|observ|examin|inspeccion|analiz|identific|confirm|valid|monitore|monitoriz|list|mostr|muestr|abr|cerr|cierr|busc|encontr|encuentr|filtr|localiz|conect|acced|entr|naveg|selec+ion|elij|eleg|escog|puls|hag|hac|cliqu|clic|introduc|introduzc|ingres|escrib|anot|document|registr|avis|notific|inform|contact|llam|escal|pregunt|ped|pid|solicit|aument|increment|reduc|reduzc|disminu|disminuy|baj|sub|modific|cambi|corrij|correg|arregl|agreg|agregu|añad|quit|retir|despleg|desplieg|despliegu|vert|virt|vuelv|volv|copi|mov|muev|nombr|cre|gener|actualiz|instal|configur|habilit|deshabilit|activ|desactiv|suspend|anud|fuerc|forz|liber|compar|prob|prueb|intent|pet|pit|esper|us|utiliz|aplic|apliqu|fij|asegur|asegúr|tom|guard|export|import|descarg|descargu|carg|migr|aisl|dren|mat|trat|suelv|solv|emplaz|sustitu|ajust|determin|evalu|estim|calcul|decid|program|planific|cancel|bloque|desbloque|voc|nov|rot|comunic|public|termin|finaliz|complet|proced|materializ|prepar|le|anul|limit|desped|envi|conserv|captur|coleccion|reun|averigu|investig|vigil|sincroniz|congel|redirig|dirig|marc|archiv|adjunt|asign|clon|compil|exig|reproces|rebobin|vuelc|volc|respald|reprogram|desconect|descart)'

export const SPANISH: Language = {
  smallWords:
    'nunca|jamás|ninguna|el|la|los|las|de|del|un|una|unos|y|es|son|está|están|para|con|en|por|que|se|no|si|su|sus|al|lo|como|más|este|esta|sin|cuando|desde|hay|tras|según|o|ya',
  letters: 'ñáéíóúü¿¡',
  orders: `(?!(?:para|entre|baja|carga|cargas|copia|prueba|pruebas|muestra|lista|sobre|corre|marca|causa|nombre|importe|corrida|límite|limite|rota|mata|complete|active|compile|user|aplica(?= a)|indica|usar[ií]a|compare|use[ds])(?!\\p{L}))${VERBS}(?:ar|er|ir|a|e|en|an|emos|amos|ad|ed)(?:l[oae]s?|se|te|nos)?|(?:ir|ve|vaya|vete) (?:a|al)(?!\\p{L})|poner|pon|ponga|haz|haga|hacer|detén|detener|mantener|mantén|obtener|obtén|ten|tener en cuenta|ver(?! también)|seguir|siga|sigue|pedir|traer|reproducir|asegúrese|asegurarse|asegúrate|(?!docker|cluster|server|worker|user|broker|container|lugar|master|scheduler|router)\\p{L}{3,}(?:ar|er|ir)(?:l[oae]s?|se)?(?= (?:el|la|los|las|un|una|al|del|que|si|su|sus|cada|tod[oa]s?|est[ea]|est[oa]s|manualmente|nuevamente) )|(?:reinicio|verificación|revisión|eliminación|limpieza|purga|restauración|aumento|reducción|parada|arranque|creación|comprobación|identificación|notificación|recuperación|reversión|ejecución|actualización|activación|desactivación|rotación|escalado|escalamiento|análisis|despliegue|redespliegue|reproceso|lanzamiento|monitoreo|apertura|cierre)(?= (?:de|del|a|al|en|manual) )`,
  leadIns:
    '(?:luego|después|entonces|primero|finalmente|por último|también|además|y|a continuación|por favor|en caso contrario|si (?:es necesario|hace falta|procede|aplica)|de ser necesario|en su caso|inmediatamente|siempre|manualmente|hay que|se debe|se recomienda|recuerde|recuerda|intente|no olvide|no olvides|sencillamente|simplemente)',
  advises:
    '(?<!(?:si|cuando|que) )(?:hay que|se (?:debe|puede|recomienda|aconseja|requiere)|(?:es|será) (?:necesario|recomendable|conveniente|preciso|mejor|posible)|usted (?:debe|deberá|puede|podrá|debería)|debes|puedes|deberías|podemos|debemos|conviene|el próximo paso es|la solución es|tiene que|tenemos que) (?!(?:ver|observar|terminar|mostrar|aparecer|ser|estar|ejecutarse|devolver|quedar|haber)(?!\\p{L}))\\p{L}+(?:ar|er|ir)(?:l[oae]s?|se)?|\\p{L}+(?:ar|er|ir) (?:\\p{L}+ ){1,6}(?:resuelve|soluciona|arregla|corrige|libera)',
  cases: 'si|en caso de|cuando|una vez|en cuanto|tan pronto|mientras|de lo contrario|ante',
  openings: 'para|antes|después|luego|en|desde|con|tras|al|a continuación|sin|por|como último recurso|según',
  opensFreely: 'antes|después|tras|al|en|desde|en caso',
  foretells:
    'deberían?|(?:resultado |valor |salida |respuesta |estado )?esperad[oa]s?(?= ?(?::|\\(|$))|(?:se espera|debería|deberías|deberíamos|verá|verás|debe(?:n|rían?)?) (?:\\p{L}+ )?(?:ver(?:se)?|observar|aparecer|mostrar|terminar|devolver|estar|ser|quedar|ejecutarse)?',
  forbids:
    '(?:(?:por favor|y|pero|entonces|usted|nunca|jamás|se|atención),? )*(?:no(?! olvid| dud| hay)|nunca|jamás)|(?:bajo|en) ning(?:una circunstancia|ún (?:caso|concepto|momento))|(?:está |queda )?(?:terminantemente |totalmente |estrictamente )?prohibido|(?!si)[^,;:]{0,80} (?:est[áa]n?|queda) (?:terminantemente |totalmente )?prohibid[oa]s?|(?!si)[^,;:]{0,80} no (?:se )?deben? (?:ser )?\\p{L}+(?:r(?:se)?|d[oa]s?)|evit(?:e|ar|en)',
  states:
    'es|son|está|están|era|fue|ha|han|será|serán|tiene|tienen|puede|pueden|indica|indican|significa|permite|contiene|queda|quedan|hay|existe|existen|provoca|depende|suele|falla|fallan|bloquea|ocurre|sigue|muestra|aparece|corresponde|aplica|evita|no (?:responde|hay|existe|tiene)',
  bearsInMind: '(?:tenga|ten|tengan|tener) en cuenta que|(?:recuerde|recuerda) que',
  callOuts: 'atención|importante|nota|aviso|advertencia|precaución|cuidado|ojo|consejo|info|peligro|recordatorio',
  points:
    'ver(?: también)?|véase|consult(?:e|ar|a) (?:la documentación|la guía|el manual)|para más (?:detalles|información)',
  examples: 'por ejemplo|ejemplos?|p\\. ?ej\\.?|tales? como|como|ej\\.?',
  trouble:
    'caíd[oa]s?|caída|fall[oa]s?|fallid[oa]s?|error(?:es)?|lent[oa]s?|llen[oa]s?|bloquead[oa]s?|atascad[oa]s?|no \\p{L}+|vencid[oa]s?|expirad[oa]s?|retras\\p{L}+|alt[oa]|saturad\\p{L}+|perdid\\p{L}+|inaccesible|acumulad[oa]s?',
  headings: {
    symptoms:
      's[ií]ntomas?(?: .*)?|se[nñ]al(?:es)?|detecci[oó]n|disparador(?:es)?|cu[aá]ndo usar.*|condici[oó]n de disparo',
    cause:
      '(?:posibles )?causas?(?: posibles| probables| comunes| frecuentes| t[ií]picas| ra[ií]z)?|c[oó]mo (?:el|la|los|las) .*',
    impact: 'impacto(?: .*)?|afectaci[oó]n|alcance del impacto|consecuencias',
    mitigation:
      'resoluci[oó]n(?: .*)?|soluci[oó]n(?:es)?|mitigaci[oó]n(?: .*)?|remediaci[oó]n|acci[oó]n(?:es)?(?: inmediatas?| correctivas?| a tomar| recomendadas?)?|recuperaci[oó]n|restauraci[oó]n|respuesta|reparaci[oó]n|correcci[oó]n|(?:procedimiento|pasos|plan) de (?:recuperaci[oó]n|resoluci[oó]n|mitigaci[oó]n|restauraci[oó]n|rollback|reversi[oó]n|reinicio)|c[oó]mo (?:resolver|solucionar|arreglar)(?:lo)?(?: .*)?|qu[eé] hacer|reversi[oó]n|contenci[oó]n|verificaci[oó]n|validaci[oó]n|comprobaci[oó]n(?: final)?',
    debugging:
      'diagn[oó]stico(?: (?:inicial|r[aá]pido|inmediato|detallado))?|investigaci[oó]n|an[aá]lisis|pasos(?: .*)?|primeros pasos|paso a paso|procedimiento|verificaciones|comprobaciones(?: .*)?|soluci[oó]n de problemas|resoluci[oó]n de problemas|lista de (?:verificaci[oó]n|comprobaci[oó]n)|qu[eé] (?:revisar|verificar|comprobar)|instrucciones',
    escalation: 'escalamiento|escalaci[oó]n|escalado|contactos?(?: .*)?|a qui[eé]n (?:llamar|contactar|avisar)|guardia',
    meaning:
      'descripci[oó]n|resumen|prop[oó]sito|objetivos?|contexto|alcance|introducci[oó]n|significado|visi[oó]n general|descripci[oó]n general',
    prerequisites:
      'requisitos(?: previos)?|prerrequisitos|prerequisitos|accesos?(?: necesarios?)?|antes de (?:empezar|comenzar)',
    afterwards:
      'prevenci[oó]n|seguimiento|despu[eé]s del incidente|post incidente|lecciones aprendidas|acciones posteriores|mejoras|post ?mortem',
    reference:
      'referencias|enlaces(?: .*)?|ver tambi[eé]n|anexos?|[ií]ndice|tabla de contenidos?|contenido|notas?|observaciones|comunicaci[oó]n|glosario|historial(?: .*)?|recursos|m[eé]tricas|monitoreo|(?:lo )?que este .* no cubre',
    scenarios:
      'escenarios(?: .*)?|problemas (?:comunes|conocidos|frecuentes)|errores (?:comunes|conocidos|frecuentes)|fallos (?:comunes|conocidos|frecuentes)|incidentes (?:comunes|frecuentes|t[ií]picos)|casos (?:comunes|frecuentes)',
    sources: 'fuentes de datos|dependencias',
  },
  leadsToCode:
    '(?:ejecut(?:ar|e|a)|corr(?:er|a)|lanz(?:ar|a)|us(?:ar|e|a)|utiliz(?:ar|a))(?: (?:el|los|la|este|estos) (?:siguientes? )?(?:comandos?|consultas?)(?: siguientes?)?| lo siguiente| esto)?|comandos?|consultas?',
  headsBans:
    '(?:qué|lo que) no (?:(?:se )?debe[sn]? )?hacer(?:se)?|(?:cosas |acciones )?(?:que |a )?evitar|(?:acciones |comandos )?prohibid[oa]s?|(?:(?:está|queda) )?(?:(?:totalmente|terminantemente|estrictamente) )?prohibido (?:hacer|ejecutar|usar|correr|lanzar)(?: (?:esto|(?:este|el siguiente) comando|en producción))*|(?:jamás|nunca)(?: en producción)?|(?:no|jamás|nunca) (?:(?:se debe|debes?) )?(?:hacer|hagas?|ejecutar|ejecutes?|usar|uses?|correr|corras?)(?: (?:esto|(?:este|el siguiente) comando|nunca|en producción))*',
  because: 'porque|ya que|pues|puesto que|dado que',
  pointsBelow: 'siguientes?|a continuación',
  runs: '(?:ejecut(?:e|a|ar)|lanz(?:a|ar)|lance|corr(?:er|a|e)|escrib(?:a|e|ir))(?: (?:el comando|luego|entonces)){0,2}',
  checks:
    'verific(?:ar|a|que|ue|ación)|comprob(?:ar|ación)|comprueb[ae]|confirm(?:ar|a|e)|valid(?:ar|a|e|ación)|asegur(?:ar|arse)|asegúr(?:ese|ate)',
}
