import { pointsInAnotherLanguage } from '../languages/foreign-mood.ts'
import { asksForAction, sentencesOf } from '../words/sentences.ts'
import type { SectionDrafts, StepDraft } from './draft-list.ts'

/** "See the scheduling guide for more details", "Read more about users here": where to learn about it, and nothing to do. */
const TELLS_WHERE_TO_LEARN =
  /^(?:please |also |you (?:can|may) (?:also )?)*(?:see|refer to|reference|consult|read)\b.*\b(?:for|get|find) (?:(?:[a-zà-ÿ-]+ ){0,3}(?:details?|information|info|reference|background|context|explanations?|examples?|discussions?|rationale)|(?:[a-zà-ÿ-]+ )?(?:more|further|additional|general|detailed|full|complete|step-by-step) (?:[a-zà-ÿ]+ )?(?:instructions|guidance|guide|tutorial|documentation|results|resources|reading))\b|^(?:please )?check (?:out )?more about\b|^(?:please |also |you (?:can|may) (?:also )?)*read\b.* for (?:a|an|the) (?:[a-zà-ÿ]+ )?(?:write-?up|overview|discussion|deep dive)\b|^(?:please )?(?:(?:read|learn|find out|see) more(?= (?:about|on|at|in|here)\b|[.:]?$)|(?:you (?:can|may) )?(?:read|learn|find out) (?:more|all about)|learn (?:how|about))\b|^(?:please )?find (?:some |out )?(?:more|further|additional) (?:details?|information|info|documentation|examples?)\b|^(?:for|to (?:get|find|see|learn))(?: [a-zà-ÿ]+ing)? (?:some )?(?:more|further|additional|general|detailed|full|other|details|information|background|an overview|reference)\b[^.]*\b(?:see|refer|read|consult|check|visit|look|go to)\b/i
/** "Please follow the steps outlined here", "Complete all steps after a failover": what stands on the page is announced, and is done where it stands. */
const ANNOUNCES_THE_PAGE =
  /^(?:please |then |now |simply |just )*(?:follow|complete|perform|do|execute|run through|work through|go through|use|take|see|refer to|read) (?:all |each |every |any )?(?:of )?(?:the|these|this)? ?(?:[a-zà-ÿ]+ ){0,2}(?:steps?|procedures?|instructions|checklists?|actions|runbook|playbook|guide|guidance|sections?) (?:(?:that are |as )?(?:outlined|described|listed|given|detailed|documented|provided|mentioned|shown|set out|laid out|explained|presented|defined) )?(?:here|below|above|in (?:this|the (?:following|next)) (?:page|document|doc|runbook|playbook|guide|section|article|part)s?|in the sections? below)\b|^(?:please )?(?:complete|follow|perform|do|go through|work through) (?:all|each|every) (?:of )?(?:the |these )?(?:[a-zà-ÿ]+ )?(?:steps?|procedures?|instructions|checks|sections?)\b(?! (?:in|of|from|on) )|^(?:please )?proceed as (?:follows|described|outlined)/i
/** "See Debugging Pods", "Please refer to your storage's documentation"; "reference the secret in the settings" is to be done. */
const POINTS_ELSEWHERE =
  /^(?:please |also |you (?:can|may) (?:also )?)*(?:see|refer to|reference(?! the (?:\S+ ){1,3}(?:in|from) (?:your|the)\b)|consult)(?: also)?:? (?!(?:if|whether|what|how|who|which|where|when|why|that|in|below)\b)/i
/** What shows how the thing itself is doing: to look there is a check. */
const SHOWS_A_STATE =
  /\b(?:logs?|events?|output|dashboards?|graphs?|panels?|charts?|metrics|alerts?|annotations?|status|stats|statistics|traces?|messages?|console|grafana|graphite|kibana|prometheus)\b/i
/** A link on its own, to be read. */
const IS_A_LINK = /^\[[^[\]]*\]\([^()\s]*\)$/
/** How to do something, told elsewhere, is to be done all the same: "See the runbook to restart it". */
const FOR_AN_ACT = /\b(?:to|on how to|for|about) (?!(?:the|an?|this|these)\b)\p{Ll}+(?<!more|further)\b/u
/** "for more information on how to mitigate this" may be all that is told of it. */
const ON_HOW_TO = /\bhow (?:to|you)\b/i
/** A link into the same house leads to where the author goes on, and one out of it to what others wrote. */
const LINKS_INTO_THE_HOUSE = /\]\((?![a-z][a-z\d+.-]*:|\/\/|\s*\))/i
const REMARKS =
  /^(?:[^\p{L}\p{N}]*|:[a-z_]+: ?)(?:notes?|n\.?b\.?|tips?|hints?|info|fyi|remarks?)(?:\s*[:\uFF1A]|\s+[\u2013\u2014-]\s)|^(?:please )?note,? (?:that\b|(?:this|these|the|it|there|you|your|we|they) (?:(?!(?:which|that|who|where|when|if)\b)\S+ ){0,5}(?:is|are|will|does|do|has|have|can|cannot|may|might|must|should|needs?|requires?)\b)|^(?:please )?(?:use (?:this|these|the|it|them)\b[^.]{0,60}|proceed) with (?:caution|care)\b/iu
/** "Replace <ring> with its name": what is filled in has a field where the command stands. */
const FILLS_IN =
  /^(?:[Pp]lease |(?:[Bb]e sure to|[Mm]ake sure to|[Rr]emember to) )?(?:[Rr]eplace|[Ss]ubstitute) (?:<[\w .-]+>|\$\w+|\$\{[\w:.-]+\}|\{\{?\s?[\w.-]+\s?\}?\}|[A-Z]+(?:_[A-Z]+)+)(?:(?:,? and|,) (?:<[\w .-]+>|\$\w+|[A-Z]+(?:_[A-Z]+)+)){0,3} (?:with|by|only|if)\b/
/** "The names are in the alert, so replace $RING with the one from there." */
const FILLS_ON = /(?:^|, so |\band )(?:then )?(?:replace|substitute) (?:<[\w .-]+>|\$\w+|\$\{[\w:.-]+\})/i
/** "(update the path if yours is another)": what to change in the command above it. */
const FITS_IT_IN =
  /^\((?:please )?(?:replace|substitute|adjust|change|update|modify)\b[^()]*\b(?:if|with|by|to|as|accordingly)\b[^()]*\)\.?$/i
/** "Use maintenance mode to keep data safe": what the thing is for, in the introduction of a page. */
const SAYS_WHAT_IT_IS_FOR =
  /^(?:use|you can (?:use|view|see)|we use) (?!this\b).*\b(?:to|for|when|on)\b|^it is (?:often|sometimes|usually|generally) (?:necessary|useful|helpful|recommended|possible) to\b|\bthis (?:run ?book|playbook|guide|page|document|procedure) (?:can|may|should) be used\b/i
/** "Perform regular restores to be sure that they work." */
const IS_A_HABIT = /^(?:always |please )?(?:perform|do|run|make|schedule|take) (?:regular|periodic|routine)\b/i

/**
 * The steps of sections without those that only go with others (R3): pointers to where more is told, remarks, what the introduction says the thing is for, and overviews of steps that follow. They are
 * told beside a step. What stands alone is kept, for it is then all that the author says to do, and so is what carries a number, a box, a command or steps of its own.
 */
export function withoutAsides(read: readonly SectionDrafts[]): readonly SectionDrafts[] {
  const all = read.flatMap(({ drafts }) => drafts)
  const others = all.filter((draft) => !isAside(draft))
  if (others.length === 0) return read
  const overview = all.filter(({ isOverview }) => isOverview === true)
  const isToldInFull = others.filter(({ line }) => line > (overview.at(-1)?.line ?? 0)).length >= overview.length
  const introduction = linesOfIntroduction(read)
  return read.map(({ section, drafts }) => {
    const stands = drafts.some((draft) => !isAside(draft))
    const kept = drafts.filter((draft, index) => {
      if (draft.isOverview) return !isToldInFull
      if (introduction.has(draft.line)) return false
      const isParent = (drafts[index + 1]?.depth ?? 0) > draft.depth
      return (isParent && !fillsIn(draft)) || !(isRemark(draft) || announcesThePage(draft) || (stands && points(draft)))
    })
    const stays = new Set(kept)
    const dismissed = drafts.filter((draft) => !stays.has(draft)).map(({ line }) => line)
    return { section, drafts: kept, dismissed }
  })
}

/** The lines of the paragraphs above all headings that say what the thing is for, where the sections below hold numbers, boxes or commands. */
function linesOfIntroduction(read: readonly SectionDrafts[]): ReadonlySet<number> {
  const [first, ...below] = read.filter(({ section }) => section.blocks.length > 0)
  const isIntroduction = first !== undefined && first.section.level <= 1 && first.section.topic === undefined
  const holdSteps = below.some(({ drafts }) => drafts.some((draft) => !isPlain(draft)))
  if (!isIntroduction || !holdSteps) return new Set()
  const lines = first.drafts
    .filter(
      (draft) => draft.tier === 'prose' && isPlain(draft) && saysWhatItIsFor(draft.text) && !showsAState(draft.text),
    )
    .map(({ line }) => line)
  return new Set(lines)
}

function saysWhatItIsFor(text: string): boolean {
  const asking = sentencesOf(text).filter(asksForAction)
  return SAYS_WHAT_IT_IS_FOR.test(text) || (asking.length > 0 && asking.every((one) => IS_A_HABIT.test(one)))
}

/** Whether a step only goes with another: a pointer, a remark, an overview. */
export function isAside(draft: StepDraft): boolean {
  return draft.isOverview === true || isRemark(draft) || announcesThePage(draft) || points(draft)
}

function isRemark(draft: StepDraft): boolean {
  const [first = ''] = sentencesOf(draft.text)
  return (
    isPlain(draft) &&
    (REMARKS.test(first) || fillsIn(draft) || everySentence(draft, (one) => tellsMore(one) && !ON_HOW_TO.test(one)))
  )
}

/** It says what to put into the command above it, and for the rest only where to find that. */
function fillsIn(draft: StepDraft): boolean {
  const [first = '', ...rest] = sentencesOf(draft.text)
  if (!isPlain(draft)) return false
  const fills = FILLS_IN.test(first) && rest.every((one) => FILLS_ON.test(one) || !asksForAction(one))
  return fills || FITS_IT_IN.test(draft.text)
}

/** Not with a link, which leads to another page. */
function announcesThePage(draft: StepDraft): boolean {
  return (
    isPlain(draft) &&
    everySentence(draft, (one) => ANNOUNCES_THE_PAGE.test(one)) &&
    !/\]\(|https?:/.test(draft.markdown)
  )
}

function points(draft: StepDraft): boolean {
  const isElsewhere = () => !LINKS_INTO_THE_HOUSE.test(draft.markdown)
  return (
    isPlain(draft) &&
    ((IS_A_LINK.test(draft.markdown) && !asksForAction(draft.text) && draft.isAnnounced !== true) ||
      everySentence(draft, (one) => tellsMore(one) || SEE_ALSO.test(one) || (isPointer(one) && isElsewhere())))
  )
}

/** More on it, wherever it stands: "See also Is it there?" */
const SEE_ALSO = /^see also\b/i

const tellsMore = (sentence: string): boolean => TELLS_WHERE_TO_LEARN.test(sentence) && !showsAState(sentence)

const isPointer = (sentence: string): boolean =>
  (POINTS_ELSEWHERE.test(sentence) || pointsInAnotherLanguage(sentence)) &&
  !FOR_AN_ACT.test(sentence) &&
  !showsAState(sentence)

const showsAState = (sentence: string): boolean => SHOWS_A_STATE.test(sentence.replace(OF_A_BOOK, ''))

/** "See the Prometheus documentation for more" is no look at Prometheus. */
const OF_A_BOOK = /\b[\w-]+ (?:docs?|documentation|manual)\b|\bfor\b.*$/gi

function isPlain({ isMarked, commands }: StepDraft): boolean {
  return isMarked !== true && commands.length === 0
}

function everySentence({ text }: StepDraft, holds: (sentence: string) => boolean): boolean {
  return sentencesOf(text).every(holds)
}
