import { CODE_MARK } from '../languages/code-mark.ts'
import { RECOMMENDED } from './spellings.ts'
import { isActionVerb } from './verb-forms.ts'

const ADVERB = '(?!(?:app|rep|supp|re)ly\\b)\\p{L}+ly'
const ADVERBS = `(?:(?:also|either|then|now|first|next|always|just|simply|still|instead|further|${ADVERB}) )*`
/** "you may need to drain the node": the verb is the last group. Not behind "if", "so that" or "before", where it is no advice. */
const ADDRESSES = new RegExp(
  `(?<!\\b(?:if|so|(?:so|such|sure|ensures?|means?|note|proves?|indicates?|confirms?) that|before|until|once|how|what|why|whether|as|than|because|when|whenever|where|after|unless|since|while|in case|think|sure|which|who|ensures?|lets?|means?|(?:ways?|options?|methods?|approaches|choices)(?: that)?),? )\\b(?!we want\\b)(?:you|we|one)(?:['\\u2019]re going| are going)?(?:(?:['\\u2019](?:ll|d)| (?!can still\\b|would like\\b)(?:may|might|should|can|could|must|will|would)) ${ADVERBS}((?:need|have|want|like|be able|be required) to )?| (?:to )?${ADVERBS}((?:need|have|want|ought|are advised|are required) to ))${ADVERBS}(\\p{L}[\\p{L}-]*|\\x81)`,
  'giu',
)
/** What happens to a reader, and is not done by one: "you should see two pods", "you can find the port in the labels". */
const BEFALLS = new Set(
  'see get notice receive have observe experience encounter find know expect be lose hit understand learn remember become discover'.split(
    ' ',
  ),
)
/** "the permissions that you have to it" */
const IS_NO_VERB = /^(?:it|them|him|her|us|me|this|that|these|those|the|an?|your|our|its|their)$/
/** "It is best to wait", "the next step is to drain it". */
const ADVISES_TO = new RegExp(
  `(?<!\\b(?:if|whether|so)(?: it)? )\\b(?:(?:it(?: is|['\\u2019]s| (?:can|may|might|will|would|should) be)|(?:is|are)) (?:\\p{L}+ly |now |then )?(?:best|better|wise|prudent|sensible|important|essential|crucial|${RECOMMENDED}|preferable|advisable|useful|helpful|necessary|good|worth|safe|fine|possible|encouraged|advised|a good idea) to|\\bthe (?:best|easiest|simplest|safest) (?:is|would be) (?:just |simply )?to|\\b(?:step|way|thing|point|option|solution|resolution|mitigation|recommendation|fix|workaround|approach|action|remedy|lever|check|verification)\\b[^.]{0,60} (?:is|(?:would|should) be)(?: usually| often| simply| then)? to) ${ADVERBS}(?!(?:note|remember|know|understand|document|plan)\\b)(\\p{L}[\\p{L}-]*)`,
  'iu',
)
/** "It is safe to run at any time", "It is possible to restore a ring" only allow it; "it is safe to delete the rings" and "once it is drained, it is possible to delete it" say what to do. */
const PERMITS =
  /\b(?:safe|fine) to (?:(?!apply\b)[a-zà-ÿ]+ly )?[a-zà-ÿ]+\b(?! (?:the|an?|it|them|this|these|those|all|any|your|both|\x81)\b)|^it(?: is|['\u2019]s) (?:[a-zà-ÿ]+ly )?possible to\b/i
const OPENS_A_CASE =
  /^(?:if|once|when|after|as soon as|in (?:that|this|such) cases?|then|otherwise|alternatively|with|using|from)\b/i
/** "Raising the limit may help" is advice, and "we recommend draining it". */
const SUGGESTS =
  /^[a-zà-ÿ]+ing\b.{1,120}\b(?:may|might|can|could|will|should|often) (?:[a-zà-ÿ]+ )?(?:help(?! [a-z]+ the (?:likelihood|chances?|odds|probability)\b)|fix|resolve|solve|clear|mitigate|work)\b|\b(?:we|I) (?:would )?(?:recommend|suggest|advise)\b|\b(?:solved|fixed|resolved|mitigated|addressed|cleared|corrected|worked around) by (?:[a-zà-ÿ]+ly )?[a-zà-ÿ]+ing\b|\b[a-zà-ÿ]+ing (?:[^,.]|\.\w){3,60} (?:usually |often |normally )?(?:solves|fixes|resolves|helps(?! (?:you|us|one)\b)|clears)\b|\bhave a (?:[a-zà-ÿ]+ )?look\b|\brequires? you to [a-zà-ÿ]|\bas (?:simple|easy) as [a-zà-ÿ]+ing\b|\bworth (?:[a-zà-ÿ]+ly )?(?!(?:mention|not|repeat|remember|recall|know|point|stress|emphasi[sz])ing\b)[a-zà-ÿ]+ing\b|\b(?:way|fix|workaround|solution|resolution|approach|remedy)\b[^.]{0,60} (?:is|would be) (?:by )?(?!being|pending|missing|failing|ongoing|working|coming|running)[a-zà-ÿ]+ing\b|\b(?:step|phase|stage)s? (?:consists? of|is|are|involves?|means) (?:then )?(?!being|pending|running\b(?! the)|missing|failing|ongoing)[a-zà-ÿ]+ing\b/i

/** "you can `ring` into the pod", "it is best to scale-in" */
const isDone = (verb: string): boolean =>
  verb === CODE_MARK || isActionVerb(verb) || isActionVerb(verb.replace(/-(?:in|out|up|down|off|back)$/, ''))

/** What no advice goes without: these are quick to look for. */
const ADDRESSES_ONE = /\b(?:you|we|one|to)\b/i
/** "you should be able to see it": what comes of it. */
const EXPECTS =
  /\b(?:should|will|would|['\u2019]ll)(?: now| then| also)? (?:be able to(?!.* by [a-zà-ÿ]+ing\b)|start (?:to see|seeing)|begin to see)\b/i
/** "we can read that two blocks overlap" */
const CONCLUDES =
  /\b(?:you|we|one) can (?:[a-zà-ÿ]+ly )?(?:(?:read|tell|say|assume) (?:that|from)|(?:see|discern|confirm|note|notice|observe),? (?:that|there)|conclude|deduce|infer)\b/i
/** "This means you will need to find a copy": what follows of it is to be done. */
const MEANS_FOR_ONE =
  /^(?:this|that|which) means (?:that )?(?=(?:you|we)(?:['\u2019]ll| will)? (?:(?:now|then|first) )?(?:need to|have to|must)\b)/i
/** "Feel free to mail the form", though not to ask the team or to mend the page. */
const FEEL_FREE =
  /\bfeel free to (?!(?:add|adapt|ask|change|contact|contribute|edit|expand|extend|improve|join|modify|open|ping|raise|reach|read|share|submit|suggest|update)\b)([a-zà-ÿ-]+)/i
/** "`ring check` will give you an outline of the damage": it is run for that. */
const SHOWS_ONE =
  /^\x81 (?:command )?(?:(?:will|can|should) (?:then )?)?(?:gives?|provides?|shows?|tells?|lists?|prints?|reports?) (?:you|us) (?!(?:with )?(?:an?|the|any|some)? ?(?:[a-zà-ÿ]+ )?(?:errors?|warnings?|failures?|access|permissions?|rights)\b)/i
const SUGGESTS_BY = /ing\b|\b(?:require|recommend|suggest|advise|have a)\b/i

/** "The recipient should find out why": the reader by another name. */
const NAMES_THE_READER = new RegExp(
  `(?<!\\b(?:how|what|when|where|whether|that|if|why|before|after) )\\b(?:users?|(?:the )?(?:on-?call(?: engineer)?|engineers?|operators?|administrators?|admins?|recipients?|responders?|sres?|dbas?)(?: of (?:this|the) \\p{L}+)?) (?:(?:will|may|might) )?(?:should|must|(?:need|have|has|needs|ought) to) ${ADVERBS}(\\p{L}[\\p{L}-]*)`,
  'iu',
)

/** "As a workaround, users can restart the pod", "Operators can drain it by hand": of users much else is told. */
const READER_CAN =
  /^(?:[^,]{0,80}\b(?:workaround|to (?:fix|resolve|solve|mitigate|recover|avoid))\b[^,]{0,80}, users|(?:(?:if|when|in|as|for|to|otherwise|alternatively)\b[^,]{0,100}, )?(?:(?:the )?(?:on-?call(?: engineer)?|operators?|administrators?|admins?|responders?|sres?|dbas?))) can (?:(?:also|then|now|simply|(?!automatically)[a-zà-ÿ]+ly) )*([a-zà-ÿ-]+)/i

/** "Captures a state you can go back to": what is done above. */
const DESCRIBES = /^(\p{Lu}\p{Ll}+[^s\P{L}])s (?:an?|the|all|any|each|every|its|your|it|them)\b/u

/** "..., i.e. we can override it": what was meant. */
const EXPLAINS = /\s\(?i\.e\.,? .*$/is

/** Whether a sentence says what one may, should or had better do, without ordering it. */
export function isAdvice(told: string): boolean {
  const sentence = told.replace(MEANS_FOR_ONE, '').replace(EXPLAINS, '')
  if (isActionVerb((DESCRIBES.exec(sentence)?.[1] ?? '').toLowerCase())) return false
  if (isActionVerb((NAMES_THE_READER.exec(sentence)?.[1] ?? '').toLowerCase())) return true
  const offered = (READER_CAN.exec(sentence)?.[1] ?? '').toLowerCase()
  if (isActionVerb(offered) && !BEFALLS.has(offered)) return true
  if (isActionVerb((FEEL_FREE.exec(sentence)?.[1] ?? '').toLowerCase())) return true
  if (SHOWS_ONE.test(sentence)) return true
  if (SUGGESTS_BY.test(sentence) && SUGGESTS.test(sentence)) return true
  if (!ADDRESSES_ONE.test(sentence) || EXPECTS.test(sentence) || CONCLUDES.test(sentence)) return false
  for (const { index, 1: can, 2: must, 3: verb = '' } of sentence.matchAll(ADDRESSES)) {
    if (must === 'want to ' && /\bthat $/.test(sentence.slice(0, index))) continue
    const word = verb.toLowerCase()
    if (must !== undefined && !BEFALLS.has(word) && !IS_NO_VERB.test(word)) return true
    if (isDone(word) && (can !== undefined || must !== undefined || !BEFALLS.has(word))) return true
  }
  const isAdvised = isDone((ADVISES_TO.exec(sentence)?.[1] ?? '').toLowerCase())
  return isAdvised && (!PERMITS.test(sentence) || OPENS_A_CASE.test(sentence))
}
