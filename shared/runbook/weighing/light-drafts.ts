import type { StepDraft } from '../steps/draft-list.ts'
import { ordersInTurn } from '../steps/extract-steps.ts'
import { moodOf } from '../words/sentence-mood.ts'
import { sentencesOf } from '../words/sentences.ts'
import { LOOKS_AT_THE_RESULT } from './kept-out.ts'
import type { Passage } from './passage.ts'
import type { Scale } from './scale.ts'

/**
 * The drafts of a section that the rules took from prose because they found nothing better there, and that weigh less than nothing (R3): a whole paragraph with no command, which speaks of the thing or
 * introduces the page in words that could be advice. What is told in turn or comes before all else, what one is to see, and paragraphs of several orders are steps all the same.
 */
export function lightDrafts(
  drafts: readonly StepDraft[],
  passages: readonly Passage[],
  scale: Scale,
): ReadonlySet<StepDraft> {
  const [first] = drafts
  if (first?.tier !== 'prose' || LOOKS_AT_THE_RESULT.test(first.section)) return new Set()
  const told = new Map<Passage, StepDraft[]>()
  let at = 0
  for (const draft of drafts) {
    while ((passages[at]?.endLine ?? Number.POSITIVE_INFINITY) < draft.line) at += 1
    const passage = passages[at]
    if (passage && !passage.item) told.set(passage, [...(told.get(passage)?.slice(0, 1) ?? []), draft])
  }
  const light = [...told].flatMap(([passage, [draft, ...others]]) => {
    const isPlain = draft !== undefined && others.length === 0 && draft.commands.length === 0
    return isPlain && !isFirm(draft.prose) && scale.weigh(passage) < 0 ? [draft] : []
  })
  return new Set(light)
}

/** "First, you drain it. Then ...", "Before draining it, tell its owner." */
function isFirm(prose: string): boolean {
  return ordersInTurn(prose) || sentencesOf(prose).some((one) => COMES_FIRST.test(one) && moodOf(one) === 'order')
}

const COMES_FIRST = /^before\b/i
