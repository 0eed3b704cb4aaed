import { remembered } from '../../kit/remembered.ts'
import { LANGUAGES } from '../languages/languages.ts'
import { withoutStepCount } from '../languages/step-words.ts'
import type { PartKind } from '../runbook.ts'
import type { Topic } from './topic-name.ts'

const TAIL =
  '(?: (?:steps?|procedures?|process|actions?|plans?|checklist|guide|instructions?|tips|section|details?|info|information|options|strategy|strategies|workflow|playbook|tasks?|commands?|notes?|performed|taken|to (?:take|perform|run|follow|try)))*'

/** Whole headings, after numbers, emoji and marks are taken off; the first topic that fits wins. */
const WHOLE: readonly (readonly [Topic, string])[] = [
  [
    'afterwards',
    'post ?(?:incident|mortem|resolution|mitigation|recovery)(?!.*(?:verif|validat|check(?!list))).*|(?:after|once) (?:the )?(?:incident|resolution|resolved).*|after ?(?:wards|math|care)|follow ?ups?.*|lessons? learned|proactive measures|post (?:remediation|fix)(?: .*)?|future (?:work|improvements?|enhancements?)(?: .*)?|(?:future )?prevent(?:ion|ive|ing)?(?: (?:actions?|measures?|best practices|checklist|tips|steps?|recurrence|future .*))*',
  ],
  [
    'trial',
    '(?:an? |some |let s (?:see|look at|take|consider) (?:an? |some )?)?(?:examples?|samples?)(?: (?:of|for) (?!(?:alternative|option|method|approach|variant|way|case) (?:\\d|[a-e]\\b)).*)?|(?:how|steps|commands?) to (?:reproduce|simulate)(?! an? (?:easy|simple|effective|working|clean)\\b)(?: .*)?|(?:reproduction|simulation)(?: (?:steps?|plan|procedure))?|(?:reproducing|simulating) .*|simulate (?:an? |the )?(?:\\p{L}+ ){0,3}(?:failure|outage|fault|crash|loss|alert|incident|error|problem|corruption)s?|(?:failure|fault) injections?|(?:chaos |alert )?test(?:ing)? (?:plans?|scenarios?|cases?|the alert)|chaos (?:tests?|testing|experiments?)|(?:\\p{L}+ ){0,2}(?:illustrat|demonstrat)(?:ing|ion)(?: .*)?',
  ],
  [
    'escalation',
    '(?:contact|call|reach out to|talk to) (?:the )?(?:support|vendor|on call|platform team|owners?|.{2,20} support)|(?:when|whom?|how) (?:to|do (?:i|we|you)) (?:escalate|call|contact|page|ask|notify).*|escalate (?:immediately )?(?:when|if)(?: any(?: of (?:these|the following))?)?|(?:on ?call |incident )?escalat(?:ion|ions|e|ing)(?: (?:path|paths|policy|policies|matrix|contacts?|chain|ladder|points?|criteria|levels?|rules?|triggers?|procedure))?|contacts?(?: (?:list|information|info|details|points?))?|points? of contact|contacts? for .*|(?:additional|further) (?:help|support|assistance)|(?:emergency|key) contacts?|support contacts?|get(?:ting)? help|need help|still stuck|if (?:all else|everything|nothing) (?:fails|works|helps)|who to (?:call|contact|ask|page|notify)|who can help|escalate (?:to|if|when|immediately|after|unless)\\b.*|on ?call contacts?|owners? and escalation',
  ],
  [
    'symptoms',
    '(?:check )?run ?book match|(?:common |typical |observed |key |main |user )*symptoms?|signs|how (?:to recogni[sz]e|it (?:looks|shows)|do i recogni[sz]e).*|indicators?|detection|detect(?:ing)?|how (?:it is|to) detect(?:ed)?.*|conditions?|(?:detection |rollback |failover |activation )?triggers?(?: for .*)?|trigger(?:s|ing)? (?:conditions?|alerts?|events?|signals?|criteria)|what you(?: will)? see|observations?|error messages?|you (?:are|re) here because|signals?(?: to (?:match|watch))?|when (?:to|should (?:i|we|you)|do (?:i|we|you)) (?:use|engage|run|follow)(?: (?:this|the|it))?.*|what (?:triggers|fires) (?:this|the) .*|observed behaviou?rs?|problem signs',
  ],
  [
    'cause',
    '(?:other |possible |likely |common |probable |potential |root |typical |known |usual |prime )*(?:causes?|suspects|culprits|offenders)|root cause(?: (?:analysis|pointers|hints|candidates))?|why(?: (?:it|does (?:it|this)) .*)?|what (?:can |could |may |might |usually |typically |commonly )?causes? .*|reasons?|explanation|how (?!to )(?:the )?[\\p{L} ]{2,40} (?:get|gets|got|end|ends|arrive|arrives|land|lands|happen|happens|come|comes)(?: (?:up|here|there|in|into|to|on|about|from))?(?: .*)?|how (?!to )(?:the )?[\\p{L} ]{2,40} (?:is|are) (?:taken|stored|kept|made|organi[sz]ed|structured|calculated|computed|triggered|generated|scheduled)',
  ],
  [
    'scenarios',
    '(?:common |known |typical |possible |potential |frequent |main )*(?:failure|error|problem|issue|incident|fault|alert) (?:scenarios|modes|cases|types|patterns|situations|catalog(?:ue)?)|(?:common|usual|known|typical|possible|potential|frequent) (?:failures|issues|problems|errors|faults|alerts|scenarios|incidents|cases)|scenarios|failures|playbooks|what can go wrong|ways (?:this|it) (?:can )?(?:fail|fails|break|breaks)|alerts and (?:responses|actions)',
  ],
  [
    'sources',
    '(?:data |upstream |input |external |source )*(?:sources?|inputs?|dependenc(?:y|ies)|feeds?|datasets?|systems?|tables?)(?: of data)?|upstreams?(?: (?:(?:data )?(?:sources?|inputs?|dependenc(?:y|ies)|systems?|services?|feeds?|datasets?|tables?|jobs?|pipelines?|producers?|providers?|teams?)))*|lineage|data (?:lineage|flow)|where (?:the |does (?:the )?)?data comes? from|inputs and outputs|depends on',
  ],
  [
    'sla',
    '(?:our |the |data |pipeline |target )*(?:sla|slas|slo|slos|sli|slis)(?:s)?(?: .{0,40})?|service levels?(?: (?:agreements?|objectives?|indicators?|targets?))?|(?:freshness|delivery|latency|availability) (?:targets?|objectives?|guarantees?|expectations?|sla)|deadlines?|expectations|recovery (?:(?:time|point) )?objectives?|error budgets?|landing times?',
  ],
  [
    'impact',
    'whether it matters|does it matter|(?:business |user |customer |data |downstream |service |expected |potential |the )*(?:impact|impacts|effects?|consequences?|blast radius)(?: (?:assessment|analysis|statement|levels?|classification))?|who (?:is|are|gets) (?:affected|hurt|impacted)|what (?:is|breaks|s) (?:affected|impacted|broken|at stake)|why (?:it|this) matters|severity(?: and impact)?|consumers?|downstreams?(?: (?:(?:and )?(?:impacts?|effects?|consequences?|consumers?|users?|systems?|services?|datasets?|tables?|jobs?|pipelines?|dependenc(?:y|ies)|dashboards?|reports?|teams?)))*|affected (?:users|customers|consumers|systems|services|datasets|components|jobs|pipelines|clusters?)|(?:immediate|platform|production|alert|operational|financial) impact',
  ],
  [
    'mitigation',
    `(?:possible |potential |proposed |incident |alternative |preferred |standard |safe |next |required |suggested |recommended |immediate |corrective |remedial |quick |simple |common |known |current |temporary |emergency |manual |full |partial |lasting |first |step by step |rapid |(?:short|long|longer) term |permanent )*(?:mitigat(?:ion|ions|e|ing)|remed(?:iation|iations|iate|iating|y|ies)|resol(?:ution|utions|ve|ving)|fix(?:es|ing)?|repair(?:s|ing)?|recover(?:y|ing)?|restor(?:e|ing|ation)|workarounds?|work around|roll ?back(?:s)?|solutions?(?: (?:lists?|overview))?|solve|actions?|containment|backfill(?:ing|s)?|re ?run(?:ning|s)?|replay)${TAIL}|how (?:to|do (?:i|we|you)) (?:fix|resolve|mitigate|recover|repair|solve|remediate|stop|restore|roll ?back|backfill|rerun).*|what (?:to|should (?:i|we|you)|can (?:i|we|you)) do.*|(?:(?:incident|alert) )?response${TAIL}|(?:steps|actions?|instructions|procedures?|commands|ways?|how|what to do) (?:to|for) (?:fix|resolve|mitigate|recover|repair|solve|remediate|restore|roll ?back)(?:ing)?(?: .*)?|stop the bleeding|smoke tests?|(?:re)?act(?: now)?|(?:post(?: \\p{L}+)?|health|restore|recovery|failover|final|service|system|deployment|functional|data|result) (?:verification|validation)(?: (?:steps|checks?|commands|procedure))?|(?:verification|validation|verify) (?:steps|commands|checks?|(?:after|of|that) .*)|make it (?:work|stop)|post ?checks?|(?:verif(?:y|ying|ication)|confirm(?:ation|ing)?|check(?:ing)?(?= \\S))(?: (?:of |that )?(?:the )?(?:fix|recovery|resolution|mitigation|success|result|restore))?|validat(?:ion|e)|confirm(?:ing)? (?:the )?(?:fix|recovery|resolution)`,
  ],
  [
    'debugging',
    `how to (?:see|look|check|tell|confirm)|what (?:is|are) the (?:process|procedure|steps) (?:for|to) .*|prepar(?:e|ations?)|detection (?:quer(?:y|ies)|commands?|steps?|checks?)|(?:(?:first|second|third|1st|2nd|3rd|initial|quick|fast|rapid|basic|advanced|common|standard|detailed|manual|further|general|immediate|possible|additional|other|suggested|recommended|health|pre|on call|line|level|l[123]) )*(?:debug(?:ging)?|diagnos(?:is|e|es|tic|tics|ing)|investigat(?:ion|ions|e|ing|ive)|trouble ?shoot(?:ing)?|triag(?:e|ing)|analysis|analy[sz]e|inspection|checks?|response|assessment)${TAIL}|pre ?checks?|first (?:steps?|actions?|things first|look|aid)|(?:steps|instructions|commands|queries|things) (?:to|for) (?:diagnose|debug|investigate|check|look|troubleshoot|verify)(?:ing)?(?: .*)?|(?:gather|collect|get|capture)(?:ing)? (?:more )?(?:information|evidence|logs|data|diagnostics?)(?: .*)?|(?:evidence|data|logs) to (?:collect|gather|capture)|how (?:to|do (?:i|we|you)) (?:debug|diagnose|confirm|verify|investigate|trouble ?shoot|triage|check|find).*|(?:(?:other|more|further|some) )?(?:where|what|things) to (?:look|check|start|verify|validate|confirm|inspect|try)(?: .*)?|(?:(?:detailed|full|main|exact|immediate|initial) )?(?:steps?|procedures?|process|checklist|instructions?|runbook|playbook|walkthrough)(?: to (?:take|follow|debug|run|check|try|investigate))?|step by step.*|(?:on ?call|operational|operating|response|incident) (?:steps|procedures?|checklist|instructions)|(?:the )?first (?:\\d+|five|ten|fifteen|thirty) minutes|is it real|(?:\\p{L}+ ){0,3}check ?lists?|confirm (?:the )?(?:alert|problem|issue)|(?:information|data|evidence) gathering(?: .*)?`,
  ],
  [
    'meaning',
    'what fired|what this alert (?:is|means)|(?:.* )?no (?:(?:manual|operator|further|immediate|human) )?(?:intervention|action|steps?) (?:is |are )?(?:required|needed|necessary)|never (?:requires?|needs?) (?:\\p{L}+ )?(?:intervention|action)|(?:alert |service |pipeline |system |general |brief |short |what the )*(?:meaning|overview|check descriptions?|(?:problem|issue|incident|alert|error)(?: (?:descriptions?|conditions?|statement|context|summary|information|info|details|background))?|descriptions?|summary|tl ?dr|background|introduction|intro|about|purpose|context|scope|objectives?|goals?|definition|general information)(?: of .*)?|usage scenarios?|use cases?|about (?:this|the) .*|scenario|understand(?:ing)? (?:the|this) (?:alert|problem|issue|error)|(?:(?:see|read|learn|find out) )?more (?:about|on) .*|(?:\\p{L}+ )?(?:basic|key|core) concepts(?: .*)?|mental models?|(?:where and )?why (?:do )?(?:we|you) (?:need|use) .*|what (?:is|does|do|happened|it|this|the|are) ?.*|(?:pipeline|service|system|alert|job|dag) (?:details|facts|at a glance)|at a glance',
  ],
  [
    'prerequisites',
    '(?:pre ?requisites?|pre ?conditions?|requirements?|before you (?:start|begin)|access(?: (?:required|needed|requirements))?|(?:required|needed|necessary) (?:access(?:es)?|accounts|credentials|permissions|privileges|rights|tools)|(?:access|accounts|credentials|permissions|tools) (?:required|needed)|tools|setup|you need|permissions)',
  ],
  [
    'reference',
    'findings?|(?:exit|success|acceptance|completion|entry|stop|rollback) criteria|done when|definition of done|expected outcomes?|(?:fixed|resolved|solved|patched|corrected) (?:in|versions?)|(?:patch|release) notes?|(?:read next|(?:more|further|additional|other|related) (?:reading|information|info|details|material))|technical details|know(?:n)? about by|maintainer notes|to ?dos?|what not to do.*|what (?:we|you) (?:do not|don t|never|should not|must not) do|(?:do not|don ts?|things not to do|never do|avoid)(?: (?:do )?(?:this|these|the following))?|(?:known )?(?:caveats|limitations|restrictions)|pitfalls|anti patterns|gotchas|(?:(?:useful|related|helpful|further|additional|external|important|quick|see) )*(?:links?|references?|(?:previous|past|similar|related|recent|reference) (?:incidents?|issues?)|quick reference|resources?|reading|docs?|documentation|runbooks?|alerts|also|dashboards?|metrics|monitoring|materials?|pages?|articles?|topics?|guides?)|related|(?:table of )?contents?|toc|glossary|definitions|terms|faqs?|(?:version |revision |document )?(?:history|changelog|change log|revisions)|recent changes|metadata|labels|appendix.*|architecture(?: .*)?|(?:key |main |system |core )*components(?: involved)?|diagrams?|metrics|monitoring|severit(?:y|ies)(?: (?:levels?|classification))?|services?|(?:alert(?:ing)?|monitoring|prometheus|detection|trigger) (?:behaviou?r|definition|rules?|expressions?|quer(?:y|ies)|metrics?|thresholds?|config(?:uration)?)|alert rule (?:definition|expression)|expressions?|promql|owner(?:s|ship)?|team|schedules?|(?:sample|example) (?:configurations?|configs?|outputs?|payloads?|queries)|best practices?|(?:(?:security|safety|performance|cost|important|special|other|general|key|additional) )?considerations|(?:pros|cons)(?: and (?:pros|cons))?|(?:dis)?advantages|trade ?offs?|(?:(?:guiding|general|key|core|design) )?principles|(?:explicit )?non goals|automat(?:ed|ic) (?:remediation|actions?|responses?|recovery|steps?)|(?:additional |other |further |important |key |general |operational |special |final )*notes?|disclaimer|licen[cs]e|communication(?:s)?(?: (?!.*escalation).*)?|templates?',
  ],
]

/** The first words of a longer heading, as in "Debugging the 08:00 report"; only the words that are not used for anything else. */
const OPENING: readonly (readonly [Topic, RegExp])[] = [
  [
    'debugging',
    /^(?:debugging|diagnosis|diagnosing|diagnostics|troubleshooting|investigation|investigating|triage|triaging|(?:diagnose|troubleshoot)|(?:investigate|debug) (?:the|this)) /,
  ],
  [
    'mitigation',
    /^(?:mitigation|mitigating|remediation|remediating|resolution|resolving|recovery|recovering|restoring|repairing|fixing) /,
  ],
  ['escalation', /^(?:escalation|escalating) /],
  ['impact', /^impact (?:on|of|to) /],
  [
    'cause',
    /^(?:(?:common|possible|potential|likely|probable|typical|usual|known|frequent|main|other|root) )*(?:causes|reasons) (?:of|for|behind) /,
  ],
  ['afterwards', /^(?:prevention of|preventing) (?!(?:further|more|new|additional|any|data) )/],
  ['cause', /^(?:causas? |causes? (?:typiques|fr[eé]quentes|possibles)|m[oö]gliche ursachen )/],
  ['sources', /^data sources /],
  ['scenarios', /^failure (?:scenarios|modes) /],
]

/** The last words of a longer heading, as in "Worker health diagnosis" and "Database restore procedure". */
const ENDING: readonly (readonly [Topic, RegExp])[] = [
  [
    'mitigation',
    / (?:recovery|restor(?:e|ation)|rollback|failback|failover|remediation|mitigation|resolution|repair|workaround|unseal|restart) (?:steps?|procedures?|process|plan|instructions?|actions?|workflow|checklist)$/,
  ],
  [
    'debugging',
    /^(?:\p{L}+ ){1,2}(?:diagnosis|diagnostics|investigation)$| (?:troubleshooting|diagnosis|diagnostics?|investigation|triage|debugging) (?:steps?|procedures?|process|commands?|flow|checklist|workflow|tips|queries)$/u,
  ],
  [
    'reference',
    / (?:status|output|log|alert|config(?:uration)?|response|payload|message) examples?$| (?:notes?|report|update|message|e ?mail|communication|notification|announcement|post ?mortem|ticket|incident|rca) templates?$/,
  ],
]

/** In "Runbook: late data" the word says what the file is, not what stands below it. */
const NAMES_THE_FILE = /^(?:run|play) ?books?$/
/** In "Alert: late data" the word says what kind of thing the name is. */
const NAMES_A_CASE =
  /^(?:alert|problem|issue|incident|error|symptom|(?:(?:root|likely|possible|probable|common) )?cause)(?: #?(?:\d{1,2}|[a-h]))?\s*[:\uFF1A\u2013\u2014]/i
/** In other languages the first topic that fits wins, too. */
const IN_OTHER_LANGUAGES: readonly Topic[] = [
  'afterwards',
  'symptoms',
  'cause',
  'impact',
  'mitigation',
  'debugging',
  'escalation',
  'meaning',
  'prerequisites',
  'reference',
  'scenarios',
  'sources',
]
const WHOLE_IN_OTHER_LANGUAGES = IN_OTHER_LANGUAGES.map(
  (topic) => [topic, LANGUAGES.flatMap(({ headings }) => headings[topic] ?? []).join('|')] as const,
)

/** Asks for the first topic that fits whole words, in one pattern: most words are of none, and forty patterns took as many looks to tell. */
function firstOf(topics: readonly (readonly [Topic, string])[]): (words: string) => Topic | undefined {
  const either = topics.map(([, words], place) => `(?<of${place}>${words})`).join('|')
  const whole = new RegExp(`^(?:${either})$`, 'u')
  return (words) => {
    const { groups } = whole.exec(words) ?? {}
    return groups && topics.find((_, place) => groups[`of${place}`] !== undefined)?.[0]
  }
}
const inEnglish = firstOf(WHOLE)
const inAnotherLanguage = firstOf(WHOLE_IN_OTHER_LANGUAGES)

const LONGEST = 80

/** What a heading announces, in any case, with or without numbers, emoji, bold marks or a closing colon (R2). */
export const topicOf: (heading: string) => Topic | undefined = remembered(readTopic)

function readTopic(heading: string): Topic | undefined {
  if (heading.length > 4 * LONGEST) return undefined
  const words = plainHeading(heading)
  if (words === '' || words.length > LONGEST) return undefined
  return (
    wholeTopic(words) ??
    combinedTopic(heading) ??
    OPENING.find(([, pattern]) => pattern.test(`${words} `))?.[0] ??
    ENDING.find(([, pattern]) => pattern.test(words))?.[0]
  )
}

/** The heading without what authors decorate it with: "2. \u{1F50D} **Debugging steps**:" is `debugging steps`. */
export const plainHeading: (heading: string) => string = remembered(readPlainly)

function readPlainly(heading: string): string {
  return withoutNumber(
    heading
      .normalize('NFKC')
      .replace(/['\u2019]s\b/g, ' s')
      .toLowerCase(),
  )
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^(?:the|our|your) /, '')
}

/** Takes "2.", "3.1)", "Step 4:", "Phase 1 -" and leading emoji off a heading or step. */
export const withoutNumber: (text: string) => string = remembered(cutNumber)

function cutNumber(text: string): string {
  return withoutStepCount(text.replace(/^[^\p{L}\p{N}]+/u, ''))
    .replace(/^(?:step|phase|part|section|stage)?\s*#?\d{1,3}(?:\.\d{1,3}){0,3}\s*(?:[.):\u2013\u2014-]\s*|\s+)/iu, '')
    .replace(/^(?:[ivx]{1,4}|[a-h])[.)]\s+/i, '')
    .replace(/^[^\p{L}\p{N}]+/u, '')
}

/** The key part a topic belongs to; the stretches without steps are shown as `other`. */
export function partKindOf(topic: Topic | undefined): PartKind {
  switch (topic) {
    case undefined:
    case 'cause':
    case 'reference':
    case 'prerequisites':
    case 'afterwards':
    case 'trial':
      return 'other'
    // How the trouble shows itself is what the alert means.
    case 'symptoms':
      return 'meaning'
    default:
      return topic
  }
}

/** Whether all of a heading says what it announces ("Impact", "Impact and severity"), and not one key word in front of others ("Sources: the ring"). */
export function announcesPlainly(heading: string): boolean {
  const words = plainHeading(heading)
  if (wholeTopic(words) !== undefined) return true
  return piecesOf(heading).every((piece) => wholeTopic(plainHeading(piece)) !== undefined)
}

/** Whether a part of a heading announces a topic: "Root causes and fixes" both causes and a remedy. */
export function announcesAlso(heading: string, topic: Topic): boolean {
  return piecesOf(heading).some((piece) => wholeTopic(plainHeading(piece)) === topic)
}

/** Headings of many files have the same words behind their numbers. */
const wholeTopic: (words: string) => Topic | undefined = remembered(
  (words) => inEnglish(words) ?? inAnotherLanguage(words),
)

const piecesOf = (heading: string): readonly string[] =>
  heading.split(/[/&|,(\u2013\u2014]|:(?=\s|$)| - | (?:and|or|und|oder|et|ou|y|e|o) /i)

function combinedTopic(heading: string): Topic | undefined {
  const pieces = piecesOf(heading)
  if (pieces.length < 2 || pieces.length > 5 || NAMES_A_CASE.test(withoutNumber(heading))) return undefined
  const topics = pieces.map((piece) =>
    NAMES_THE_FILE.test(plainHeading(piece)) ? undefined : wholeTopic(plainHeading(piece)),
  )
  if (topics.includes('scenarios')) return 'scenarios'
  const stepBearing = topics.find((topic) => topic === 'debugging' || topic === 'mitigation')
  // "Communications / Escalation" tells whom to call, whichever word comes first.
  if (topics.includes('escalation') && topics.every((topic) => topic === 'escalation' || topic === 'reference'))
    return 'escalation'
  return topics[0] === undefined ? undefined : (stepBearing ?? topics[0])
}
