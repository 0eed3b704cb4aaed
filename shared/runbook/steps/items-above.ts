import type { StepDraft } from './draft-list.ts'

/** "To drain it, take these steps", "If it is late, start it with", "Join it to the ring by", "Join the other one by the same steps as above" */
const LEADS_TO_STEPS =
  /\b(?:these|the following) (?:steps|actions|checks)$|\bby (?:[a-z]+ing )?the same (?:steps|actions)\b[^.]{0,40}$|\b(?:with|using|via|by)$/i

/** The drafts that count, the items they stand below, and what stands below an item that leads to it ("consider these steps:"). */
export function withItemsAbove(
  drafts: readonly StepDraft[],
  counts: (draft: StepDraft) => boolean,
): readonly StepDraft[] {
  const kept: StepDraft[] = []
  const leads: boolean[] = []
  const wanted = drafts.map((draft) => {
    leads[draft.depth] = counts(draft) && LEADS_TO_STEPS.test(draft.text)
    return counts(draft) || (draft.depth > 0 && leads[draft.depth - 1] === true)
  })
  for (let index = drafts.length - 1; index >= 0; index -= 1) {
    const draft = drafts[index]
    if (draft && (wanted[index] || draft.depth < (kept.at(-1)?.depth ?? 0))) kept.push(draft)
  }
  return kept.reverse()
}
