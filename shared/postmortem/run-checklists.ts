import { checklistOf, listOfStep, openSteps, parsedPin } from '../incident/checklist.ts'
import type { Fact } from '../incident/facts/fact-catalog.ts'
import { type RunbookRun, type RunbookRuns, rememberRuns } from '../incident/runbook-run.ts'
import type { StepKind } from '../runbook/runbook.ts'

/** How the checklist of one runbook stood at the end of a log, at its last version and in the scenario chosen last. */
export type RunChecklist = {
  readonly total: number
  /** What was neither done nor skipped: what was to be verified first, then the rest, each in the order of the runbook. */
  readonly open: readonly { readonly text: string; readonly kind: StepKind }[]
  /** The lists of the runbook that it is made of, as the ids of steps name them. */
  readonly lists: ReadonlySet<string>
}

function checklistAtEnd(run: RunbookRun, clean: (text: string) => string): RunChecklist {
  const runbook = parsedPin(run)
  const items = checklistOf(run, runbook)
  return {
    total: items.length,
    open: openSteps(run).map(({ text, kind }) => ({ text: clean(text), kind })),
    lists: new Set(items.map(({ step }) => listOfStep(step.id))),
  }
}

/**
 * The checklists of all runbooks of a log, by path: the run that the windows fold, from the facts that still stand. The texts that the facts
 * pin hold what no fact says, so `clean` takes secrets out of each step that leaves here (P5).
 */
export function runChecklists(
  facts: Iterable<Fact>,
  stands: (fact: Fact) => boolean,
  clean: (text: string) => string,
): ReadonlyMap<string, RunChecklist> {
  let runs: RunbookRuns = { run: null, otherRuns: [] }
  for (const fact of facts) {
    if (fact.type === 'runbook.opened' || stands(fact)) runs = rememberRuns(runs, fact)
  }
  const all = runs.run === null ? runs.otherRuns : [...runs.otherRuns, runs.run]
  return new Map(all.map((run) => [run.path, checklistAtEnd(run, clean)]))
}
