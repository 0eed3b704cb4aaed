import { remembered } from '../../kit/remembered.ts'
import { beginsWithForeignOrder } from '../languages/foreign-mood.ts'
import { NOUNS_TOO, VERBS } from './action-verbs.ts'
import { keepsFrom } from './forbidding.ts'
import { statesOfAName } from './stated-names.ts'
import { withoutNumber } from './topic.ts'

/** What may stand in front of the verb of an order: "Please", "then", "you will need to". */
const LEAD_IN =
  /^(?:please|in which case|in general|as a rule|(?:if|when|where) (?:needed|necessary|required|possible|in doubt)|so|better|first(?: of all)?|next|then|now|again|finally|also|and|or|but|either|otherwise|just|only(?!.*\b(?:if|when|emergency|emergencies|last resort)\b)|(?:soft|hard|force|cross|fine|bulk|spot|double|triple|sanity|smoke)[ -](?=(?:delete|remove|drop|purge|reset|reboot|restart|stop|kill|check|reference|verify|tune|test|run|load|update|insert|click)\b)|(?:it is|it['\u2019]s) time to|(?!(?:dai|week|month|hour|year|ear|night|like|on|app|rep|supp)ly\b)[a-zà-ÿ]+ly|(?!we want\b)(?:you|we|one)(?:['\u2019]ll)? (?:(?:may|might|will|should|['\u2019]ll)? ?(?:need|want|have) to|(?:may|might|should|can|could|must)(?: (?:also|now|then))?)|try to|be (?:sure|certain) to|remember to|(?:do not|don['\u2019]t|never) forget to|it (?:is|can be|may be|might be) (?:(?!not )\w+ )?(?:best|recommended|useful|helpful|necessary|good|advisable|worth) to|to begin|start by(?! [a-zà-ÿ]+ing\b))(?:[,:]?\s+|(?<=[ -]))/i
/** "You should see two pods" tells what will be there, not what to do. */
const FORETELLS =
  /^(?:(?:so|and|but|then|now|here),? )?(?:you|we|one)(?: should| will| may(?! be able)| might(?! be able)| could| would|['\u2019]ll)(?: now| then| also| sometimes| usually)? (?:see|get|notice|receive|have|observe|experience|encounter|be able to|start to see|start seeing|begin to see|learn)\b|^(?:you|we|one) can (?:only (?:see|find|get)\b|(?:read|tell|say) (?:that|from)|see (?:that|there)|conclude|deduce|infer)\b|^(?:you|we|one) (?:can|may|might|will|could)(?: also| then)? (?:discover|notice|see|find),? that\b|^(?:you|we) must(?: now| then)? (?:see|get|receive) (?:the following|the|an?|this) (?:[a-zà-ÿ]+ )?(?:output|result|response|answer|message|lines?)\b|^(?:(?:so|and|but|then|now|here),? )?(?:you|we|one) (?:can|may|might|should)(?: also)? find\b(?!.{0,80}\b(?:by|with|using|via|running|out)\b)/i
/** "Be sure that the ring is drained", "Be sure to assume the right role": an order, whatever the verb. */
const MAKES_SURE = /^(?:please )?be (?:sure|certain) (?:to|that|the|your?|it|all|each|every|no)\b/i
/** After these a word such as "dump" or "increase" is a noun. */
const NOUN_AFTER =
  /^(?!do not\b)(?:(?!(?:check|verify|ensure|confirm|see|validate|make)\b)[a-zà-ÿ-]+ [a-zà-ÿ-]+s (?:and [a-zà-ÿ-]+s )?(?:are|were|have|do not|don['\u2019]t)\b|(?!(?:check|verify|ensure|confirm|see|validate|make|note|test|show|prove|remember|assume|know)\b)[a-zà-ÿ-]+ (?!(?:it|this|that|them|the|you|we|they|as|and|or|which|who|what)\b)[a-zà-ÿ-]+(?:['\u2019]s)? (?:can|will|may|might|would|often|usually|sometimes|typically|commonly|provides|offers|supports|allows|automates)\b|access to\b|(?:edit|read|write|view|push|pull|deploy|execute) (?:access|rights)\b|exit (?:codes?|status|criteria|\d+)\b|ssh (?:access|connections?|keys?|sessions?|tunnels?)\b|logs?\s+(?:and|or|files?|lines?|messages?|levels?)\b|read(?: replicas?|-only|\/write)\b|break[- ]glass\b|(?:message|alert|error|notice|cause)s? (?:in|from|on|for)\b|[a-zà-ÿ-]+\s+(?:(?:of|not|is|was|are|has|have|should|will|may|might|must|would|could|says?|or something)\b|§)|(?:alert|email|mail|message|page|report|request)s? (?:blocked|detected|flagged|marked|quarantined|received|rejected|reported|sent)\b|alerts? (?:clear|resolve|fire|stop|close)s?\b(?! (?:the|a|an|all|it)\b)|(?:increase|decrease|drop|change|delay|rise|spike|report|issue)s?\s+(?:in|to)\b)/i

/** What follows "store" or "route" when it is a verb. */
const HAS_AN_OBJECT =
  /^[a-zà-ÿ-]+ (?:(?:the|an?|it|them|this|that|these|those|your|our|its|their|all|any|each|every|both|new|old|more|some|one|only|up|out|off|down|through|\x81)(?:\s|$)|by [a-zà-ÿ]+ing\b|[a-zà-ÿ]+\d\S* (?:as|to|on|in|for|with|from)\b|[a-zà-ÿ]+ (?:to|into|from|via) (?:the|an?|your|our|its|\x81)\s)/i

/** Who issues certificates: a name, though it orders. */
const LETS_ENCRYPT = /^let['\u2019]s encrypt\b/i

/** "`RING OPEN` query does not wait": what is said of a name in code. */
const OF_A_NAME = /^\s*\x81\s\p{Ll}+\s(?!(?:the|an?|it|all|\x81)(?:\s|$))/u

/** "Please note, doing this stops the ring": what to know, and not what to do. */
const BEARS_IN_MIND =
  /^(?:please )?(?:note|keep in mind|bear in mind|be aware|beware|remember), (?:the|an?|this|that|these|those|it|its|there|all|some|most|each|they|you|we|doing|[a-zà-ÿ]+ing)\s/i

/** "Find = 3 replicas": what a verb names. */
const IS_SET_TO = /^[\p{L}-]+ ?=/u

/** "(Windows) verify the service": where or when it is done. */
const IN_FRONT = /^\([^()]{1,40}\)\s+(?=\p{L})/u
/** "'Update' the record": the name of a button is what is done. */
const QUOTED_FIRST = /^["'\u2018\u201C](\p{L}+)["'\u2019\u201D](?=\s)/u

/** "Fork/Clone the book": either of two. */
const EITHER_OF_TWO = /^([a-zà-ÿ]+)(?:\s?\/\s?[a-zà-ÿ]+)(?= (?:the|an?|your|all|any|\x81))/i

/** Whether a clause begins with a verb in the imperative, behind "please", "then" or "you may need to". */
export const startsWithVerb: (clause: string) => boolean = remembered(readFirstVerb)

/** Most clauses have no verb there: what takes one for something else is asked last. */
function readFirstVerb(clause: string): boolean {
  const numbered = withoutNumber(clause.trim().replace(IN_FRONT, ''))
  return (
    hasVerbInFront(numbered) &&
    !keepsFrom(numbered) &&
    !OF_A_NAME.test(clause) &&
    !FORETELLS.test(numbered) &&
    !LETS_ENCRYPT.test(numbered) &&
    !BEARS_IN_MIND.test(numbered) &&
    !IS_SET_TO.test(numbered)
  )
}

function hasVerbInFront(numbered: string): boolean {
  if (MAKES_SURE.test(numbered)) return true
  const words = withoutLeadIn(numbered).replace(QUOTED_FIRST, '$1').replace(EITHER_OF_TWO, '$1')
  const first = (/^[\p{L}-]+/u.exec(words)?.[0] ?? '').toLowerCase()
  if (NOUNS_TOO.has(first)) return HAS_AN_OBJECT.test(words)
  if (isActionVerb(first)) return !NOUN_AFTER.test(words) && !statesOfAName(words)
  return beginsWithForeignOrder(numbered)
}

/** Without "you may need to", "then", "finally": what is left begins with the verb. */
export function withoutLeadIn(clause: string): string {
  let words = clause
  for (let rounds = 0; rounds < 3 && LEAD_IN.test(words); rounds += 1) words = words.replace(LEAD_IN, '')
  return words
}

/** Whether a word is one that steps begin with; "re-seed" is one because "seed" is. */
export function isActionVerb(word: string): boolean {
  return VERBS.has(word) || (word.startsWith('re-') && (VERBS.has(word.slice(3)) || VERBS.has(`re${word.slice(3)}`)))
}

/** The verb of "restarting", "getting" and "raising"; of another word the word itself. */
export function verbOfGerund(word: string): string {
  return word.endsWith('ing') ? verbOfParticiple(`${word.slice(0, -3)}ed`) : ''
}

const IRREGULAR = new Map([
  ['built', 'build'],
  ['rebuilt', 'rebuild'],
  ['undone', 'undo'],
  ['rewritten', 'rewrite'],
])

/** The verb of "restarted", "raised", "dropped", "applied" and "rerun". */
export function verbOfParticiple(participle: string): string {
  const irregular = IRREGULAR.get(participle)
  if (irregular !== undefined || !participle.endsWith('ed')) return irregular ?? participle
  const stem = participle.slice(0, -2)
  const forms = [stem, `${stem}e`, stem.replace(/(.)\1$/, '$1'), stem.replace(/i$/, 'y')]
  return forms.find(isActionVerb) ?? stem
}
