import { remembered } from '../../kit/remembered.ts'
import { moodInAnotherLanguage, withoutForeignCallOut } from '../languages/foreign-mood.ts'
import { languagesOf } from '../languages/languages.ts'
import { isAdvice } from './advice.ts'
import { labelsAFact } from './fact-labels.ts'
import * as forbidding from './forbidding.ts'
import { saysNothingIsToDo } from './nothing-to-do.ts'
import { IN_A_CASE, ordersBehindAnOpening } from './order-openings.ts'
import { namesRemedy } from './remedies.ts'
import { statesOfAName } from './stated-names.ts'
import { topicOf } from './topic.ts'
import { isActionVerb, startsWithVerb, withoutLeadIn } from './verb-forms.ts'

/**
 * How a sentence speaks to its reader (R3): it orders ("Restart the loader"), advises ("you may need to restart it"), names a remedy ("the limit should be
 * raised"), or only states something. `untold` is a line of which none of this can be said, as in a fragment or in another language.
 */
export type Mood = 'order' | 'advice' | 'remedy' | 'statement' | 'untold'

const ASKING = new Set<Mood>(['order', 'advice', 'remedy'])

/** Whether a sentence of this mood tells the reader to do something. */
export function asks(mood: Mood): boolean {
  return ASKING.has(mood)
}

/** The mood of one sentence: what it begins with counts first, then what it says one should do, then what it says is to be done. */
export const moodOf: (sentence: string) => Mood = remembered(readMood)

function readMood(sentence: string): Mood {
  const { words: told, isWarning } = withoutCallOut(sentence)
  if (labelsAFact(told, (rest) => asks(moodOf(rest)))) return 'statement'
  // "Restart kafka" could be of many languages, and all of them agree: the tables are asked last.
  const inEnglish = languagesOf(told).isKnown ? undefined : moodInEnglish(sentence, told, isWarning)
  if (inEnglish === 'order' && !isWarning && !namesAThing(told)) return 'order'
  const foreign = moodInAnotherLanguage(told)
  if (foreign === 'untold') return isOrder(told) ? 'order' : 'untold'
  // "Cuidado: borra los datos" tells what it does as often as it orders.
  const isForeignWarning = isWarning && !CALL_OUT.test(sentence)
  if (foreign !== undefined)
    return isForeignWarning || (foreign === 'order' && namesAThing(told)) ? 'statement' : foreign
  return inEnglish ?? moodInEnglish(sentence, told, isWarning)
}

function moodInEnglish(sentence: string, told: string, isWarning: boolean): Mood {
  const words = SPEAKS_OF_A_THING.test(told) ? told.replace(POINTS_BESIDE, '') : told
  const isBan = forbidding.forbids(words)
  const asking = isWarning && isBan ? undefined : askingMood(words, isBan)
  if (asking !== undefined && !POINTS_ON.test(sentence) && !tellsAllTheSame(words)) return asking
  return isBan ||
    DETERMINER.test(sentence.replace(OPENS_A_TIME, '')) ||
    STATES.test(sentence.replace(IN_BRACKETS, '').replace(CASE_BEHIND, '')) ||
    IS_NEEDED.test(sentence) ||
    statesOfAName(words) ||
    saysNothingIsToDo(words.replace(LABEL, '')) ||
    tellsAllTheSame(words)
    ? 'statement'
    : 'untold'
}

/** How words ask, when nothing else is said of them. */
function askingMood(words: string, isBan: boolean): 'order' | 'advice' | 'remedy' | undefined {
  if (isOrder(words)) return 'order'
  if (isBan) return undefined
  if (isAdvice(words)) return 'advice'
  return !GIVES_A_REASON.test(words) && namesRemedy(words) ? 'remedy' : undefined
}

/** Whether words that may sound like an order only tell something. */
const tellsAllTheSame = (words: string): boolean =>
  SAYS_WHAT_IS_POSSIBLE.test(words) ||
  SPEAKS_OF_THE_PAGE.test(words) ||
  QUOTES_WHAT_COMES.test(words) ||
  TELLS_HOW_IT_GOES.test(words)

/** "Prüfung:", "조치:" are the names of a list, though they could be orders. */
const namesAThing = (words: string): boolean => !/\S\s\S/.test(words) && topicOf(words) !== undefined

/**
 * "By replaying the slices, you can restore it" is what a page begins with, "For example, you could split the ring" shows what is meant; "If it is used for
 * queues in the future, add a backup" is for another day, "sometimes it may be necessary" for some.
 */
const SAYS_WHAT_IS_POSSIBLE =
  /^here,? (?:you|we|one) (?:can|could|will|should) (?:(?:also|then|now) )?see\b|^as a result,? (?:the|an?|all|both|its|their) [^,.:]{1,100} can (?:(?:now|then|again) )?be\b[^:]*$|^(?:sometimes|occasionally|at times|now and then),? it (?:is|can be|may be|might be|becomes) (?:necessary|required|needed|useful)\b|^(?:for (?:example|instance),? (?:you|we|one) (?:could|may|might)\b|by [a-zà-ÿ]+ing\b[^\x81`]{3,200}, (?:you|we|one) (?:can|may|could|will)\b).*[^:\uFF1A]$|^(?:if|when)\b[^,]{3,100} in (?:the )?future,|^(?:you|we) (?:can|may|might|could)\b.* in (?:(?:one|any|some) of )?(?:the following|these) (?:cases|scenarios|situations|circumstances)[.:\uFF1A]?$|^(?:you|we) (?:can|may|might|could)\b[^,]* in (?:the )?future\.?$|^(?:you|we) (?:can|may)\b.* in (?:a (?:variety|number) of|several|many|different|various) ways\b.*[^:\uFF1A]$|\b(?:you|we) (?:can|may) (?:perform|take|do) (?:different|several|various) (?:actions|steps|measures|things)\b[^:\uFF1A]*$/is

/** "When we open a ring, we name it first": how it is done here; "{{ring}} uses a mark for it" has a name to fill in as its subject. */
const TELLS_HOW_IT_GOES =
  /^[Ww]hen(?:ever)? we (?!(?:need|have|want) to\b)[^,]{3,100}, we (?:(?:also|then|first|always|usually) )?(?!(?:need|have|must|should|can|could|may|might|will|would|want)\b)\p{Ll}+ |^\{\{[^{}]{1,40}\}\} \p{Ll}+s\b/u

/** "This guide helps you mend rings", "When you mend rings, keep in mind the following terms:" */
const SPEAKS_OF_THE_PAGE =
  /^(?:this|the) (?:[a-zà-ÿ-]+ ){0,2}(?:guide|page|document|doc|runbook|playbook|article|section|topic|tutorial|how-?to) (?:helps?|describes?|explains?|provides?|covers?|outlines?|discusses|gives|lists|is (?:for|about|intended|meant))\b|^(?:this|the) (?:part|portion|section) (?:on|about) |^[^,.:]{3,100}, (?:please )?(?:keep|bear) in mind\b|^(?:here,? |in (?:this|the following) [a-zà-ÿ]+,? )?(?:we|I)(?:['\u2019]ll| will| are going to) (?:[a-zà-ÿ]+ly )?(?:focus|concentrate) on\b/i

/** 'You will get a mail: "Please add the record"': what others say there. */
const QUOTES_WHAT_COMES =
  /^(?:you|we) (?:will|should|may|might) (?:(?:then|also|now|soon) )?(?:receive|get|see)\b[^.\x81]*[:\uFF1A]\s["\u201C]/i

/** "As each one needs to be drained by hand, a script was added": why it is so, and nothing that is to be done. */
const GIVES_A_REASON =
  /^(?:as|since|because)\b[^.]{3,200}, (?:an?|the|we|they|this|it)\b[^,.]{0,120} (?:was|were|has been|have been) [a-zà-ÿ]+(?:ed|en|de|t)\b/i

/** "Follow these steps:" is no step beside the steps. */
const POINTS_ON =
  /^todo\b|^here(?:['\u2019]s| is) (?:an?|another) (?:[a-zà-ÿ]+ )?example of\b|^(?:you|we) can (?:run|perform|follow|execute|do) (?:these|the following) (?:[a-zà-ÿ]+ )?(?:steps|procedures?|instructions|actions) (?:using|with|in|from|via|through)\b|(?:^|, )please (?:update|improve|extend|expand|edit) this (?:section|page|runbook|playbook|document|doc|guide)\b|^(?:(?:here|these|below) are )?(?:some|a few|several|these|the following) (?:[a-zà-ÿ]+ )?(?:actions|steps|measures|things) (?:(?:that )?(?:you|we|one) (?:can|could|may|might|should) (?:take|do|try|perform)|(?:can|could|may|might|should) be (?:taken|done|tried|performed))(?: (?:next|then|now|here))?\.?$|^(?:first of all,? )?(?:please )?(?:keep|stay|remain) calm\b|^do (?:this|these|that|it)(?: steps?)?(?: only)? (?:before|after|first|once|when)\b|^(?:as an? (?:[a-zà-ÿ]+ )?example,? )?(?:let['\u2019]?s|let us) (?:also |now |first )?(?:(?:say|assume|suppose|imagine|call)\b|(?:take|look at|consider|see) (?:an|some|the following|a simple) example)|\b(?:can|could|may) be (?:contacted|reached) (?:by|via|through|at|on)\b|(?:^|, )(?:so,? |now,? )?(?:let['\u2019]?s|let us) (?:also |now |first )?(?:get (?:started|going|into|down to|back)|break (?:it|this|that|them) down|build (?:up )?an? (?:[a-zà-ÿ]+ )?(?:model|picture|understanding)\b|dive|jump|(?:go|walk|run) (?:over|through|into|ahead)|move on|see (?:how|what|why)|talk about|discuss|recap|begin\b(?! by))|^see also\b|\bbelow (?:are|is) (?:(?:some|a few|several|the) )?(?:suggestions|examples|options|ways|steps|instructions|pointers)[.:]?$|\b(?:continue|carry on) with this (?:runbook|playbook|page|guide|procedure|section|document)\b|^to (?:do|achieve|accomplish) (?:this|so|that),? the [a-zà-ÿ]+ (?:needs?|has|have|must|should)\b|^alert ?names?\s*:|^(?:use|trigger|start|invoke|open) this (?:when|if|for|to|after|before|during|whenever|in case|only|runbook|procedure|playbook|page)\b|^(?:use only|only use(?: (?:it|this|that)(?: (?!if\b)[a-zà-ÿ]+)?)?) (?:if|when|as)\b|^(?:please )?follow this (?:runbook|playbook|guide|page|document|procedure|section) (?:to|if|when|after|in case)\b|^(?:take|do|try|work through) (?:these|them)(?: all)? in (?:this )?order\b|\bby (?:following|performing|taking|completing|doing) (?:these|the(?: following| below)?) (?:steps|procedure|instructions|actions)(?: below)?\s*[:.\uFF1A]?$|^(?:please )?(?:follow|use|perform|take|complete) (?:these|the following) (?:[a-zà-ÿ]+ )?(?:steps|procedure|instructions|actions)(?: below)? to\b[^.:\uFF1A]*[.:\uFF1A]$|\bfollow (?:these|the following) (?:[a-zà-ÿ]+ )?(?:steps|procedure|instructions|actions)(?: below)? to\b[^.:\uFF1A]*[:\uFF1A]$|\b(?:follow|perform|do|take|complete|use|see|work through|go through) (?:this|these|the(?: following)?)(?: [a-zà-ÿ]+)? (?:checklist|steps?|procedure|instructions|actions|checks|below)(?: below| in order)?\s*[:.\uFF1A]?$/i
const CALL_OUT =
  /^note (?=\S+ (?:is|are|was|will|has|can|does)\b)(?!(?:down|what|which|how|if|whether|any|all|each|every)\b)|^for example,? (?=do not\b|don['\u2019]t\b|never\b)|^please (?:note|notice|be aware|remember|keep in mind)(?: that)?\s|^(?:however,? |but )?(?:note|notice|remember|mind|be aware|keep in mind) that\s|^(?:\W*(?:note|notice|important|warning|caution|tip|info|attention))\s*:\s*/i
/** Whether a sentence says what must not be done: "WARNING: do not remove it". */
export const forbids = (sentence: string): boolean => forbidding.forbids(withoutCallOut(sentence).words)

/** A sentence without "Note:" or "WARNING:" in front. */
export const withoutCallOut: (sentence: string) => CalledOut = remembered(readCallOut)

type CalledOut = { readonly words: string; readonly isWarning: boolean }

function readCallOut(sentence: string): CalledOut {
  const told = withoutForeignCallOut(sentence.replace(CALL_OUT, ''))
  return { words: told.replace(BAN_AS_LABEL, 'do not '), isWarning: told !== sentence }
}

/** "Never: force an election", "Forbidden: a restart of all" are said as "do not ..." */
const BAN_AS_LABEL =
  /^\W*(?:do not|don['\u2019]t|never|avoid|forbidden|prohibited|not allowed)(?: do| ever)?\W*[:\uFF1A]\s+(?=\S)/i

/** "It will list the tables, then show the largest" speaks of a tool. */
const TELLS_WHAT_IT_DOES =
  /^(?:it|this|they|that|these|the (?:following|above|next|first|last))(?: \w+)? (?:will|can|may|might|would)\b/i
/** After these a clause behind a comma says what to do: "If it is full, archive old files". */
const OPENS_AN_ORDER =
  /^(?:\W*(?:if|unless|when|once|after|before|while|until|for|in|on|at|from|with|without|to|as|since|because|using|via|otherwise|next|finally|depending|during|should|whenever|whether|by|first|additionally|alternatively|also|now|so|hence|thus|therefore|consequently|or|and|else|note|please|then|based on|according to|given|considering|rather than|inside|within|under|instead of|per|through|where|assuming|provided|failing|worst case)\b)/i
/** Without such an opening the clause needs an object of its own: "check the logs", and not "force flag". */
const HAS_AN_OBJECT =
  /^consider \p{L}+ing\b|^\S+(?: (?!(?:and|or) )\S+)? (?:\x81|(?:the|a|an|it|them|this|that|these|those|your|our|its|all|any|each|every|if|for|whether|which|with|to|on|in|as|from|by|\S*[A-Z_/.\d]\S*)\b)/u

/** "..., see the manual for details" behind a statement is no order, nor is "..., note that it is kept". */
const REFERS =
  /^(?:please )?(?:see\b.*\bfor (?:(?:more|further|the) )?(?:details?|information|reference)\b|(?:note|remember|keep in mind|be aware) that\s)/i

/** "This is a known limitation, see the design": where to learn about it. */
const SPEAKS_OF_A_THING = /^(?:this|that|it|these|those|they|there)\b/i
const POINTS_BESIDE =
  /[,;(\u2013\u2014-]\s{0,3}(?:please )?(?:also )?(?:see|cf\.?|refer to)\b(?! (?:if|whether|what|how)\b).*$/is

/** "When done, the relay should start, stay up, and join the ring" */
const HAS_A_SUBJECT =
  /^(?:the|an?|it|they|this|these|those|all|each|its|their)\b.*\b(?:will|should|must|can|may|might|would)\b/i
const isOneOfSeveral = (clause: string): boolean => /^(?:and|or)\s/i.test(clause)
/** "It may be late, in which case the relay will drop it, write a line, and go on": what comes of it, to the end of the sentence. */
const TELLS_WHAT_COMES =
  /^(?:in which case (?!(?:you|we|one|please)\b)(?:[^\s,]+ ){1,5}(?:will|would|may|might|can|could)|(?:that|this|it) (?:will|would))\b/i
/** A subject without its verb. */
const IS_BARE_SUBJECT = /^(?:the|a|an|these|those|both|two|three|some|several|other)\b/i
const HAS_A_MODAL = /\b(?:can|cannot|could|would|must)\b/i

/** "Include: the name of the ring" is no label of a fact. */
const COLLECTS =
  /^(?:collect|gather|include|attach|provide|inspect|record|capture|check|verify|confirm|ensure|validate|execute)[:\uFF1A]/i

const IS_A_CASE = /^(?:if|when|unless|once|otherwise|in (?:that|this) case)\b/i
/** "On the replica, run:" */
const LEADS_TO_CODE =
  /^(?:(?:run|use|execute|type|enter|try)[:\uFF1A]?|(?:add|attach|capture|check|collect|confirm|do|gather|include|inspect|provide|record|set|verify)[:\uFF1A])$/i

/** Where what is to be done may begin: behind a colon, a dash, "then", or a place in a menu; "we then ask for it" tells how it goes. */
const GOES_ON =
  /[;:\u2013\u2014]\s|\s(?:--?|>)\s|(?<!\b(?:will|can|may|might|would|could|should|is|are|and|[Ww]e|[Ii]t|[Tt]hey|who|which))\sthen\s/
const ARROWS = /\u2192|->|=>/g

/** "The ring is torn -> call the ring team"; with several arrows it is a course of things. */
function withArrowAsDash(sentence: string): string {
  return sentence.match(ARROWS)?.length === 1 ? sentence.replace(ARROWS, '\u2014') : sentence
}

/** Names "(passwords, ssh keys)" are no clauses; "(if it is late, restart it)" is one. */
function withoutListsInBrackets(clause: string): string {
  return clause.includes('(') ? clause.replace(IN_BRACKETS, (all) => (OPENS_AN_ORDER.test(all) ? all : '')) : clause
}

/** Whether a sentence, or a clause of it, begins with a verb. A clause of one word is part of a list ("may crash, restart, or hang"), or a label ("Trigger: ..."), but in "verify, do not guess". */
function isOrder(sentence: string): boolean {
  const [first = '', ...rest] = withArrowAsDash(sentence.replace(IN_A_CASE, '')).split(GOES_ON)
  const isLabel = /^\p{L}+[:\uFF1A] /u.test(sentence)
  if ((!isLabel || COLLECTS.test(sentence)) && startsWithVerb(first)) return true
  if (ordersBehindAnOpening(sentence)) return true
  if (sentence.endsWith(':') && ENDS_IN_A_RUN.test(sentence)) return true
  if (TELLS_WHAT_IT_DOES.test(first)) return false
  const [subject = '', ...behind] = withoutListsInBrackets(first).split(/,\s/)
  const told = behind.findIndex((clause) => TELLS_WHAT_COMES.test(clause))
  const afterComma = goesOn(subject, behind) ? [] : behind.slice(0, told < 0 ? behind.length : told)
  // "If it is late, wait."
  const lastWord = (behind.at(-1) ?? '').replace(/[.!]$/, '').toLowerCase()
  if (IS_A_CASE.test(first) && /^[a-z-]+$/.test(lastWord) && isActionVerb(lastWord)) return true
  const clauses = [...afterComma, ...rest.flatMap((part) => part.split(/,\s/))]
  const isFirm = OPENS_AN_ORDER.test(first)
    ? () => true
    : (clause: string) => !afterComma.includes(clause) || HAS_AN_OBJECT.test(withoutLeadIn(clause))
  return clauses.some(
    (clause, at) =>
      (clause.includes(' ') || LEADS_TO_CODE.test(clause) || forbidding.keepsFrom(clauses[at + 1] ?? '')) &&
      isFirm(clause) &&
      (startsWithVerb(clause) || ordersBehindAnOpening(clause)) &&
      !REFERS.test(clause),
  )
}

/** "Access to a shell of the relay and issue the following commands:" */
const ENDS_IN_A_RUN =
  /^(?!(?:the|an?|it|this|that|these|they|its|each|all)\b)(?!.*\b(?:will|would|can|may|might|does|is|are)\b).* and (?:then )?(?:issue|run|execute|enter|type) (?:the following|these|this) (?:[a-zà-ÿ]+ )?(?:commands?|quer(?:y|ies)|scripts?|lines?)[^.:]{0,60}:$/i

/** "Two other flags, one and two, keep it from ...", "Each reader must scan, parse, and return it": what stands behind the commas goes on with the subject. */
function goesOn(subject: string, behind: readonly string[]): boolean {
  if (forbidding.keepsFrom(subject)) return forbidding.goesOnToForbid(subject, behind)
  if (OPENS_AN_ORDER.test(subject)) return HAS_A_SUBJECT.test(behind[0] ?? '') && behind.slice(2).some(isOneOfSeveral)
  const isSentence = subject.split(' ').length > 2
  const isCounted = behind.some((clause, at) => (at > 0 || behind.length === 1) && isOneOfSeveral(clause))
  if (isSentence && (isCounted || BREAKS_OFF.test(subject))) return true
  return IS_BARE_SUBJECT.test(subject) && !STATES.test(subject) && !HAS_A_MODAL.test(subject)
}

/** "The work is to build the ring that will, in the end, replace it" */
const BREAKS_OFF = /\s(?:and|or|(?<!\b(?:you|we|one|I) )(?:will|would|can|may|might))$/i

/** "Return of the ring: automatic" */
const LABEL = /^[^:\uFF1A]{1,60}[:\uFF1A]\s/
const DETERMINER =
  /^(?:the|a|an|this|that|these|those|two|three|both|several|it|they|there|we|our|your|its|no|some|all|most|each|every)\b/i
/** "After a restore, the readers resume where they were" */
const OPENS_A_TIME = /^(?:after|once|when)\b[^,]{3,80}, (?=\S)/i
/** "Temporarily route reads to the other relay if this one is down" states nothing: the case does. */
const CASE_BEHIND = /(?<=\S )(?:if|unless) [^,]*$/i
/** "Admin access to the ring": what the reader must have. */
const IS_NEEDED =
  /^(?:[a-zà-ÿ-]+ ){0,3}(?:access|permissions?|credentials|rights) (?:to|for|on|in) (?:the|a|an|your)\b/i
/** "Backup the ring (if it is there)" states nothing. */
const IN_BRACKETS = /\s\([^()]{0,200}\)/g
const STATES =
  /\b(?:is|are|was|were|will|may|might|should|has|have|had|means?|indicates?|looks?|shows?|occurs?|happens?|belongs?|comes?|says|contains|becomes|(?:does|did)(?:n['\u2019]t| not)|requires|provides|remains|appears|exists|depends|prevents|allows)\b/i
