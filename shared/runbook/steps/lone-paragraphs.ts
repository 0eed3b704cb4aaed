import { checksInAnotherLanguage } from '../languages/foreign-mood.ts'
import { looksForeign } from '../languages/languages.ts'
import {
  asksInWords,
  beginsWithOrder,
  isMostlyCommand,
  leadsWithAction,
  ordersFurtherOn,
} from '../passages/step-paragraphs.ts'
import type { Command } from '../runbook.ts'
import { BOLD_LEVEL, type Section } from '../sections/sections.ts'
import type { Block, Inline } from '../text/block.ts'
import { forbids, moodOf } from '../words/sentence-mood.ts'
import { asksForAction, beginsWithAction, insists, isStatement, sentencesOf } from '../words/sentences.ts'
import type { Tier } from './draft-list.ts'

/** Under a label such as "Verify:" a plain sentence is what to look for. */
const CHECKS_THE_RESULT = /^\W*(?:verif|validat|confirm)/i
/** "If you run `it`, you will see an error": how the trouble shows itself. */
const SHOWS_AN_ERROR =
  /^(?:if|when) (?:you|we) (?:run|execute|try|call)\b[^.]{0,160}, (?:you|it|this) (?:(?:will|may|might|can) )?(?:see|get|receive|fails?|returns?|prints?|throws?|shows?)\b/i
/** "Note: the list was made with `relayctl list`." */
const IS_A_NOTE = /^\W*(?:note|nb|n\.b\.|info|fyi)\W{0,3}[:\uFF1A]/i
const LEADS_TO_HOW = /^(?:in order )?to [a-zà-ÿ]+ .*[:\uFF1A]$/is
const IS_AN_OFFER = /\b(?:you|we|one) (?:can|may|could|might)\b|\bpossible to\b/i

/** Whether a paragraph with no code below it is a step (R3): it asks, in words or by a question, names a command to run, or stands under a label that orders. */
export function isStepAlone(inline: Inline, commands: readonly Command[], section: Section, kind: Tier): boolean {
  const { text, prose } = inline
  if (isWarningThatForbids(inline, commands)) return false
  if (text.endsWith('?') || asksInWords(inline) || isResult(text, section)) return true
  if (kind === 'prose' && section.topic !== undefined && cannotBeTold(text)) return true
  const isToRun =
    commands.length > 0 &&
    !onlyStates(text) &&
    !SHOWS_AN_ERROR.test(prose) &&
    !(IS_A_NOTE.test(text) && isStatement(prose))
  return isToRun && (kind === 'prose' || isMostlyCommand(inline))
}

/** "WARNING: do not remove newer ones. Keep more, and remove the oldest only.": what it orders further on is how to keep to the ban, and is read with it. */
function isWarningThatForbids({ text }: Inline, commands: readonly Command[]): boolean {
  const [first = '', ...rest] = sentencesOf(text)
  return (
    commands.length === 0 &&
    IS_A_WARNING.test(first) &&
    forbids(first) &&
    !rest.some((one) => LEADS_ELSEWHERE.test(one))
  )
}

const IS_A_WARNING = /^\W*(?:warning|danger|caution|attention)\W{0,3}[:!]/i
const LEADS_ELSEWHERE = /^(?:instead|first|before|if|when|rather|always|otherwise|then)\b/i

/** Whether a paragraph beside a list of this kind is a step: it begins with what to do; behind the first step what orders further on counts too. */
export function isStepBeside(inline: Inline, kind: Tier, isBehindStep: boolean): boolean {
  if ((!isBehindStep && saysTheAim(inline)) || isWarningThatForbids(inline, [])) return false
  switch (kind) {
    case 'bullets':
      return leadsWithAction(inline)
    case 'ordered':
      return beginsWithOrder(inline) || ordersFurtherOn(inline) || (isBehindStep && goesOn(inline))
    case 'tasks':
      return isBehindStep && beginsWithOrder(inline) && beginsWithAction(inline.prose)
    default:
      return false
  }
}

/** "You should renew the key so that the relay goes on." above the list of how to do it. */
export function saysTheAim({ prose }: Inline): boolean {
  const asking = sentencesOf(prose).filter(asksForAction)
  return asking.length > 0 && asking.every((sentence) => IS_THE_AIM.test(sentence))
}

const IS_THE_AIM =
  /^(?:you|we) (?:should|must|(?:will )?(?:need|want|have) to) (?!(?:check|verify|confirm|ensure|make|first)\b)\x81?[^\x81]*\b(?:to (?:ensure|make sure|keep|avoid|prevent)|so that)\b[^\x81]*$/i

/** Behind a list what begins with an order, or must be done, in any of its sentences. */
function goesOn({ prose }: Inline): boolean {
  return sentencesOf(prose).some(
    (one) => (beginsWithAction(one) && asksForAction(one) && !forbids(one)) || insists(one),
  )
}

function isResult(text: string, section: Section): boolean {
  const { heading, level, blocks } = section
  if (level < BOLD_LEVEL && blocks.length !== 1) return false
  if (CHECKS_THE_RESULT.test(heading) || checksInAnotherLanguage(heading)) return true
  return isLabelOfAnOrder(section) && !isStatement(text)
}

/** "You can skip the ring." above "To skip the ring, run:" and its code: what is offered is told there. */
export function isOfferOf(
  block: Block & { type: 'paragraph' },
  next: Block | undefined,
  code: Block | undefined,
): boolean {
  if (next?.type !== 'paragraph' || code?.type !== 'code' || !LEADS_TO_HOW.test(next.inline.text)) return false
  const asking = sentencesOf(block.inline.prose).filter(asksForAction)
  return block.inline.codes.length === 0 && asking.every((sentence) => IS_AN_OFFER.test(sentence))
}

/** "Whatever the trouble is, you can try the following:" straight above headings leads to what these tell; a case is a step above them. */
export function leadsToHeadings(
  { line, inline }: { readonly line: number; readonly inline: Inline },
  { blocks, index, end }: Section,
): boolean {
  if (end === index + 1 || blocks.at(-1)?.line !== line || !LEADS_BELOW.test(inline.text)) return false
  return sentencesOf(inline.text).length === 1
}

const LEADS_BELOW = /^(?!(?:if|when|unless|once|in case|first)\b).*\b(?:following|below|these|this)\b[^.]*[:\uFF1A]$/i

/** Whether a line begins in full what the one above it asked for in short: "Here's how to do it:". */
export function tellsHow(block: Block | undefined): boolean {
  return block?.type === 'paragraph' && /^here(?:['\u2019]s| is) how\b[^.]{0,40}[:\uFF1A]$/i.test(block.inline.text)
}

/** "**Check.** The board of the ring; which keys grow?" */
function isLabelOfAnOrder({ heading, level, topic }: Section): boolean {
  return level >= BOLD_LEVEL && topic !== undefined && /^(?:check|verify|look|inspect|act|do|fix|try)$/i.test(heading)
}

/** A text of another language that names a command without asking for it. */
function onlyStates(text: string): boolean {
  return looksForeign(text) && isStatement(text)
}

/** A text of another language of which it cannot be told what it wants. */
function cannotBeTold(text: string): boolean {
  return looksForeign(text) && moodOf(sentencesOf(text)[0] ?? '') === 'untold'
}
