import { VERBS } from './action-verbs.ts'
import type { StepKind } from './runbook.ts'
import { withoutNumber } from './topic.ts'

const VERIFY =
  /(?<!\b(?:health|quality|status|pre|post|sanity|spot|data|liveness|readiness)[ -])(?<![-\w])(?:verify|verifies|check|confirm|validate|ensure|double-check|make sure)(?![-\w])/i
const CHOICE =
  /^(?:decide|choose|determine (?:whether|if)|is it|is this|is there|are there|has|have|did|does|can (?:it|this) wait)\b|\?$/i
const CONDITION = /^(?:if|unless|in case)\b/i
const SAYS_WHEN = /^(?:if|unless|in case|when|whenever|once|as soon as)\b/i
const DETERMINER = /^(?:the|a|an|this|that|these|those|it|they|there|we|our|your|its|no|some|all|most|each|every)\b/i
const STATES =
  /\b(?:is|are|was|were|will|may|might|should|has|have|had|means?|indicates?|looks?|shows?|occurs?|happens?|belongs?|comes?)\b/i

/** Whether the words ask for a choice, for a look, or for an action (R3: a step that says verify or check is a verify step). */
export function stepKindOf(text: string, prose: string): StepKind {
  const words = withoutNumber(text)
  if (CHOICE.test(words)) return 'decision'
  if (VERIFY.test(prose)) return 'verify'
  return CONDITION.test(words) ? 'decision' : 'action'
}

const LEAD_IN =
  /^(?:please|first|next|then|now|finally|also|and|or|otherwise|(?!(?:dai|week|month|hour|year|ear|night|like|on|app|rep|supp)ly\b)\p{L}+ly|(?:you|we|one)(?:['\u2019]ll)? (?:(?:may|might|will|should|['\u2019]ll)? ?(?:need|want|have) to|(?:may|might|should|can|could|must)(?: (?:also|now|then))?)|try to|be sure to|remember to|it (?:is|can be|may be|might be) (?:\w+ )?(?:best|recommended|useful|helpful|necessary|good|advisable|worth) to|to begin|start by)[,:]?\s+/iu
/** "You should see two pods" tells what will be there, not what to do. */
const FORETELLS =
  /^(?:you|we|one)(?: should| will| may| might| could| would|['\u2019]ll)(?: now| then| also| sometimes| usually)? (?:see|get|notice|receive|have|observe|experience|encounter)\b/i

const ENGLISH = /\b(?:the|and|of|is|are|for|if|with|this|that|from|by|it|as|at|be|or|not|has|have|can|will|should)\b/i
const OPENS_A_CONDITION = /^(?:if|unless|in case|as soon as)\b/i
const CALL_OUT = /^please note(?: that)?\s|^(?:\W*(?:note|notice|important|warning|caution|tip|info|attention))\s*:\s*/i
/** "Raising the limit may help" is advice, not a statement. */
const SUGGESTS =
  /^\p{L}+ing\b.{1,120}\b(?:may|might|can|could|will|should|often) (?:\p{L}+ )?(?:help|fix|resolve|solve|clear|mitigate|work)\b/iu
/** "If it hangs, a restart may be necessary" names the remedy of a case. */
const NAMES_A_REMEDY =
  /^(?:if|when|in (?:the )?case)\b.{5,200}, .{3,120}\b(?:(?:may|might|will|is|are)(?: be)? (?:necessary|required|needed)|(?:may|might) (?:need|require|help|fix|resolve|solve)|it (?:is|may be|might be) best to|can be (?:watched|queried|checked|executed|enabled|disabled|used|restarted|increased|raised|scaled|deleted|removed|restored))\b/i
/** "In other cases ensure ...": what to do begins behind the case, without a comma. */
const IN_A_CASE = /^in (?:(?:other|such|these|those|any|all|some|most|both) cases|(?:this|that|such a|any) case)\s+/i
const IN_CASE_OF =
  /^in case of((?:\s+[\p{L}-]+){1,4})\s+(?:please |make sure|ensure|check|verify|restart|contact|try)\b/iu
const IF_WITHOUT_COMMA =
  /^(?:if|when|in case)\b[^,]{8,160}(?<!\b(?:to|the|a|an|you|we|they|can|could|should|must|may|might|and|or|not|will|last|health|status|quality))\s(?:check|verify|ensure|make sure|contact|restart)\s(?:the|that|if|whether|it|them|your|our|with|those|these|all|any)\b/i
/** "WARNING: do not remove it" keeps from a step and is none. */
const FORBIDS = /^\W*(?:do not|don['\u2019]t|never)\b/i
/** After these a word such as "dump" or "increase" is a noun. */
const NOUN_AFTER =
  /^(?!do not\b)(?:(?!(?:check|verify|ensure|confirm|see|validate|make)\b)[\p{L}-]+ [\p{L}-]+s (?:are|were|have)\b|logs?\s+(?:and|or|files?|lines?|messages?|levels?)\b|read(?: replicas?|-only)\b|[\p{L}-]+\s+(?:(?:of|not|is|was|are|has|have|says?|or something)\b|§)|(?:increase|decrease|drop|change|delay|rise|spike|report|issue)s?\s+(?:in|to)\b)/iu

/** Two arrows: a course of things when a word or two stand before the first, else a path through menus. */
const ARROWS = /^(.{0,200}?)(?:→|->)(.{1,200}?)(?:→|->)/
/** Whether some sentence tells the reader to do something. */
export function asksForAction(text: string): boolean {
  // "detect → contain → recover" shows a course of things and asks for none of them.
  const [, first, second] = ARROWS.exec(text) ?? []
  if (second !== undefined && (first ?? '').trim().split(' ').length < 3) return false
  return firstAction(text) !== undefined
}

/** The sentence that tells the reader to do something, for steps made from long paragraphs. */
export function firstAction(text: string): string | undefined {
  return sentencesOf(text).find(isInstruction)
}

/** "It will list the tables, then show the largest" speaks of a tool. */
const TELLS_WHAT_IT_DOES =
  /^(?:it|this|they|that|these|the (?:following|above|next|first|last))(?: \w+)? (?:will|can|may|might|would)\b/i

/** What follows it is worth knowing, and seldom to be done. */
const ASIDE = /^(?:please )?note that\s+/i
/** "Follow these steps:" is no step beside the steps. */
const POINTS_ON =
  /^todo\b|^alert ?names?\s*:|^use this (?:when|if|for|to|after|before|during|whenever|in case|only|runbook|procedure|playbook|page)\b|\b(?:follow|perform|do|take|complete|use|see|work through|go through) (?:this|these|the(?: following)?)(?: \p{L}+)? (?:checklist|steps?|procedure|instructions|actions|checks|below)(?: below| in order)?\s*[:.\uFF1A]?$/iu

/** A clause of one word within a sentence is part of a list ("may crash, restart, or hang"), not an instruction. */
function isInstruction(sentence: string): boolean {
  if (POINTS_ON.test(sentence)) return false
  if (ASIDE.test(sentence)) return startsWithVerb(sentence.replace(ASIDE, ''))
  const called = sentence.replace(CALL_OUT, '')
  if (called !== sentence && FORBIDS.test(called)) return false
  if (IN_CASE_OF.test(called) || IF_WITHOUT_COMMA.test(called)) return true
  const [first = '', ...rest] = called.replace(IN_A_CASE, '').split(/[;:\u2013\u2014]\s|\sthen\s/)
  if (startsWithVerb(first) || SUGGESTS.test(sentence) || NAMES_A_REMEDY.test(sentence)) return true
  const afterComma = first.split(/,\s/).slice(1)
  const clauses = [...afterComma, ...rest.flatMap((part) => part.split(/,\s/))]
  const isFirm = OPENS_AN_INSTRUCTION.test(first)
    ? () => true
    : (clause: string) => !afterComma.includes(clause) || HAS_AN_OBJECT.test(withoutLeadIn(clause))
  return (
    !TELLS_WHAT_IT_DOES.test(first) &&
    clauses.some((clause) => clause.includes(' ') && isFirm(clause) && startsWithVerb(clause))
  )
}

/** After these a clause behind a comma says what to do: "If it is full, archive old files". */
const OPENS_AN_INSTRUCTION =
  /^(?:\W*(?:if|unless|when|once|after|before|while|until|for|in|on|at|from|with|without|to|as|since|because|using|otherwise|next|finally|depending|during|should|whenever|whether|by|first|additionally|alternatively|also|or|and|else|note|please|then)\b)/i
/** Without such an opening the clause needs an object of its own: "check the logs", and not "force flag". */
const HAS_AN_OBJECT =
  /^\S+(?: \S+)? (?:the|a|an|it|them|this|that|these|those|your|our|its|all|any|each|every|if|for|whether|which|with|to|on|in|as|from|by|\S*[A-Z_/.\d]\S*)\b/

/** "The disk is full \u2192 M2" tells where to go on. */
const LEADS_ON = /\u2192|->|=>/

/** Whether a line only states how things are: no step, where other lines ask for action (R3). Lines that cannot be told, in other languages too, are given the benefit of the doubt. */
export function isStatement(text: string): boolean {
  return (
    !LEADS_ON.test(text) && !asksForAction(text) && (DETERMINER.test(text) || STATES.test(text)) && !text.endsWith('?')
  )
}

/** Whether a line begins with what to do, or with when to do it. */
export function beginsWithAction(text: string): boolean {
  const words = text.replace(CALL_OUT, '')
  return startsWithVerb(words) || (SAYS_WHEN.test(words) && asksForAction(words))
}

/** Letters of another script than the Latin one. */
const OTHER_LETTERS = /[^\p{Script=Latin}\P{L}]/u

/** Letters that English has not, and small words of the languages that share its letters. */
const FOREIGN = /[^\p{Script=Latin}\P{L}]|[\u00C0-\u017F]/u
const FOREIGN_WORD =
  /\b(?:de|la|el|los|las|del|que|para|por|con|do|da|dos|das|com|uma?|und|der|die|das|ist|nicht|mit|auf|zu|den|le|les|des|pour|avec|et|une|di|il|che|een|het|van|voor)\b/i

/** Whether a line could be English: it has a common word of it, or is too short to tell. */
export function isEnglish(text: string): boolean {
  return !OTHER_LETTERS.test(text) && (text.split(' ').length < 4 || ENGLISH.test(text))
}

/** Whether a line is clearly of another language: its letters, or its small words, are not those of English. */
export function looksForeign(text: string): boolean {
  const words = text.replace(/https?:\S+/g, '')
  return FOREIGN.test(words) || (FOREIGN_WORD.test(words) && !ENGLISH.test(words))
}

/** A paragraph without the sentences before its first action that only state something; a condition is never left out. */
export function fromFirstAction(text: string): string {
  const sentences = sentencesOf(text)
  const from = sentences.findIndex(
    (sentence) => isInstruction(sentence) || OPENS_A_CONDITION.test(sentence) || !isStatement(sentence),
  )
  return from > 0 ? sentences.slice(from).join(' ') : text
}

/** Whole sentences of a paragraph. */
export function sentencesOf(text: string): string[] {
  return text.split(/(?<=(?<!\.\.)[.!?])\s+(?=[\p{Lu}\p{N}`"'])/u).filter((sentence) => sentence.trim() !== '')
}

function startsWithVerb(clause: string): boolean {
  let words = withoutNumber(clause.trim())
  if (FORETELLS.test(words)) return false
  words = withoutLeadIn(words)
  if (NOUN_AFTER.test(words)) return false
  const first = (/^[\p{L}-]+/u.exec(words)?.[0] ?? '').toLowerCase()
  return VERBS.has(first) || (first.startsWith('re-') && VERBS.has(first.slice(3)))
}

/** Without "you may need to", "then", "finally": what is left begins with the verb. */
function withoutLeadIn(clause: string): string {
  let words = clause
  for (let rounds = 0; rounds < 3 && LEAD_IN.test(words); rounds += 1) words = words.replace(LEAD_IN, '')
  return words
}
