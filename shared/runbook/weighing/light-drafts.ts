import { namesWhatToRun } from '../passages/step-items.ts'
import type { StepDraft, Tier } from '../steps/draft-list.ts'
import { ordersInTurn } from '../steps/extract-steps.ts'
import { moodOf } from '../words/sentence-mood.ts'
import { sentencesOf } from '../words/sentences.ts'
import { LOOKS_AT_THE_RESULT } from './kept-out.ts'
import type { Passage } from './passage.ts'
import type { Scale } from './scale.ts'

/** What a paragraph must weigh to stay a step: prose was taken for want of anything better, and beside a list an order may be told in passing. */
const LEAST: Partial<Record<Tier, number>> = { prose: 0, tasks: -1, ordered: -1, bullets: -1 }
/** Of a list all items are much the same. */
const LEAST_OF_AN_ITEM = -2

/**
 * The drafts of a section that the rules took and that weigh too little (R3): whole paragraphs and items with no number, box, command or step below them, which speak of the thing or introduce the page
 * in words that could be advice. What is told in turn or comes before all else, what one is to see, and paragraphs of several orders are steps all the same.
 */
export function lightDrafts(
  drafts: readonly StepDraft[],
  passages: readonly Passage[],
  scale: Scale,
): ReadonlySet<StepDraft> {
  if (drafts[0] === undefined || LOOKS_AT_THE_RESULT.test(drafts[0].section)) return new Set()
  const told = new Map<Passage, StepDraft[]>()
  let at = 0
  for (const draft of drafts) {
    while ((passages[at]?.endLine ?? Number.POSITIVE_INFINITY) < draft.line) at += 1
    const passage = passages[at]
    if (passage) told.set(passage, [...(told.get(passage)?.slice(0, 1) ?? []), draft])
  }
  const parents = new Set(drafts.filter((draft, index) => (drafts[index + 1]?.depth ?? 0) > draft.depth))
  const light = [...told].flatMap(([passage, [draft, ...others]]) => {
    const stands = draft === undefined || others.length > 0 || parents.has(draft) || isFirm(draft)
    const least = passage.item ? LEAST_OF_AN_ITEM : LEAST[draft?.tier ?? 'code']
    return !stands && least !== undefined && scale.weigh(passage) < least ? [draft] : []
  })
  return new Set(light)
}

/** "First, you drain it. Then ...", "Before draining it, tell its owner." */
function isFirm({ prose, isMarked, commands }: StepDraft): boolean {
  if (isMarked || commands.length > 0 || ordersInTurn(prose) || namesWhatToRun(prose)) return true
  return sentencesOf(prose).some((one) => COMES_FIRST.test(one) && moodOf(one) === 'order')
}

const COMES_FIRST = /^before\b/i
