import type { RunbookSuggestion } from '../../../../shared/contract/answers.ts'
import { checklistOf, isOpenStep, parsedPin } from '../../../../shared/incident/checklist.ts'
import type { RunbookRun, RunbookRuns } from '../../../../shared/incident/runbook-run.ts'

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

type File = { readonly path: string; readonly sha256: string }

/**
 * Where begun runbooks whose own file is gone lie now, by the path that the file has: the text is the same to the byte, as after a rename, so what
 * was done in it counts (R6). Which file it is stays open where several have that text.
 */
export function movedFiles(begun: readonly BegunRunbook[], files: readonly File[]): ReadonlyMap<string, BegunRunbook> {
  const there = new Set(files.map(({ path }) => path))
  const moved = begun.flatMap((each): [string, BegunRunbook][] => {
    if (there.has(each.run.path)) return []
    const [file, ...others] = files.filter(({ sha256 }) => sha256 === each.run.sha256)
    return file === undefined || others.length > 0 ? [] : [[file.path, each]]
  })
  return new Map(moved)
}
