import type { RunbookSuggestion } from '../../../../shared/contract/answers.ts'
import { checklistOf, isOpenStep, parsedPin } from '../../../../shared/incident/checklist.ts'
import type { RunbookRun, RunbookRuns } from '../../../../shared/incident/runbook-run.ts'
import { movedRunbooks, type RunbookFile } from '../../../../shared/runbook/moved-runbook.ts'

/** A runbook of this incident that was opened before, and how far it is. */
export type BegunRunbook = { readonly run: RunbookRun; readonly isInForce: boolean; readonly words: string }

/** The runbooks that were opened in this incident: the one in force, then the one left last. */
export function begunRunbooks({ run, otherRuns }: RunbookRuns): readonly BegunRunbook[] {
  return [...(run === null ? [] : [run]), ...otherRuns.toReversed()].map((each) => {
    const items = checklistOf(each, parsedPin(each))
    const done = items.filter((item) => !isOpenStep(item)).length
    const progress = items.length === 0 ? 'opened before' : `${done} of ${items.length} done`
    const isInForce = each === run
    return { run: each, isInForce, words: isInForce ? `followed now, ${progress}` : `${progress}, go on` }
  })
}

/** Whether an offer says more than that its runbook was begun: it leads to a scenario that was not chosen there. */
export const isNews = (offer: RunbookSuggestion, begun: readonly BegunRunbook[]): boolean => {
  const known = begun.find(({ run }) => run.path === offer.path)
  return known === undefined || (offer.scenario !== null && offer.scenario.id !== known.run.scenario?.id)
}

/** Where begun runbooks whose own file is gone lie now, by the path that the file has: what was done in them counts (R6). */
export function movedFiles(
  begun: readonly BegunRunbook[],
  files: readonly RunbookFile[],
): ReadonlyMap<string, BegunRunbook> {
  const placeOf = movedRunbooks(files)
  return new Map(
    begun.flatMap((each): [string, BegunRunbook][] => {
      const path = placeOf(each.run)
      return path === null ? [] : [[path, each]]
    }),
  )
}
