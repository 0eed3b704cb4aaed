import { listOfStep } from '../../incident/checklist.ts'
import type { FactOf } from '../../incident/facts/fact-catalog.ts'
import { wayLeft } from '../../incident/way-left.ts'
import type { IncidentLog, LogEntry } from '../read-log.ts'
import type { RunChecklist } from '../run-checklists.ts'

type StepEntry = LogEntry<FactOf<'step.checked' | 'step.skipped' | 'step.unchecked'>>

/** One runbook of an incident, with what the standing entries say of it. */
export type FollowedRun = {
  /** What tells it from the other runbooks of the incident: its title, with its path where two have the same; blank when no runbook was open. */
  readonly name: string
  /** Each version that was pinned, once. */
  readonly versions: readonly LogEntry<FactOf<'runbook.opened'>>[]
  /** The title of the scenario chosen last. */
  readonly scenario: string | null
  /** The last word on each step, in the order of the log. */
  readonly steps: readonly FollowedStep[]
  /** How its checklist stood at the end; null when no runbook was open. */
  readonly checklist: RunChecklist | null
  /** Whether another runbook was followed at the end. */
  readonly isLeft: boolean
  /** Whether nobody did or skipped anything of it. */
  readonly isUntouched: boolean
}

/** The last word on one step. */
export type FollowedStep = {
  readonly entry: StepEntry
  /** The scenario in which it was done where that was left, so that its list is not the one at the end; its title is null before one was chosen. */
  readonly left: { readonly title: string | null } | null
}

type Told = { readonly entry: StepEntry; readonly scenario: string | null }

type Gathered = {
  readonly versions: Map<string, LogEntry<FactOf<'runbook.opened'>>>
  readonly steps: Map<string, Told>
  scenario: string | null
}

/** Scenarios without steps of their own share the general ones: a step is left only when its list is, too. */
function followedStep({ entry, scenario }: Told, atEnd: string | null, checklist: RunChecklist | null): FollowedStep {
  const isListed = checklist === null || checklist.total === 0 || checklist.lists.has(listOfStep(entry.fact.data.step))
  return { entry, left: isListed || scenario === atEnd ? null : { title: scenario } }
}

const isStepEntry = (entry: LogEntry): entry is StepEntry =>
  entry.fact.type === 'step.checked' || entry.fact.type === 'step.skipped' || entry.fact.type === 'step.unchecked'

/** Keeps what was gathered under the path that a file had before under the one that it has now. */
function goOnAt(runs: Map<string | null, Gathered>, { path, movedFrom }: FactOf<'runbook.opened'>['data']): void {
  const before = movedFrom === undefined || runs.has(path) ? undefined : runs.get(movedFrom)
  if (movedFrom === undefined || before === undefined) return
  runs.delete(movedFrom)
  runs.set(path, before)
}

/** The runbooks that were followed, in the order in which they were opened first; a step keeps its entry when the file changes (R6). */
export function followedRuns(log: IncidentLog): readonly FollowedRun[] {
  const runs = new Map<string | null, Gathered>()
  const runAt = (path: string | null): Gathered => {
    const run = runs.get(path) ?? { versions: new Map(), steps: new Map(), scenario: null }
    runs.set(path, run)
    return run
  }
  let path: string | null = null
  for (const entry of log.entries) {
    const { fact } = entry
    if (fact.type === 'runbook.opened') {
      path = fact.data.path
      goOnAt(runs, fact.data)
    }
    if (entry.retracted) continue
    if (fact.type === 'runbook.opened') {
      const { versions } = runAt(path)
      if (!versions.has(fact.data.sha256)) versions.set(fact.data.sha256, entry as LogEntry<FactOf<'runbook.opened'>>)
    }
    if (fact.type === 'scenario.chosen') runAt(path).scenario = fact.data.title
    if (isStepEntry(entry)) {
      const step = log.stepNames.get(fact.id) ?? entry.fact.data.step
      const { steps, scenario } = runAt(path)
      steps.delete(step)
      steps.set(step, { entry, scenario })
    }
  }
  const titles = [...runs.values()].map(({ versions }) => [...versions.values()].at(-1)?.fact.data.title ?? '')
  return [...runs].map(([place, { versions, steps, scenario }], at) => {
    const title = titles[at] ?? ''
    const isShared = titles.filter((each) => each === title).length > 1
    const name = isShared || title === '' ? [title, place].filter(Boolean).join(', ') : title
    const checklist = (place === null ? null : log.checklists.get(place)) ?? null
    return {
      name,
      versions: [...versions.values()],
      scenario,
      steps: [...steps.values()].map((each) => followedStep(each, scenario, checklist)),
      checklist,
      isLeft: place !== path,
      isUntouched: [...steps.values()].every(({ entry }) => entry.fact.type === 'step.unchecked'),
    }
  })
}

/** The way that was left with a step, by its heading; null for any other step. */
export const wayLeftWith = ({ entry: { fact } }: FollowedStep): string | null =>
  fact.type === 'step.skipped' ? wayLeft(fact.data) : null

/** How many steps were skipped for what they ask and not done after all. */
export const skippedSteps = (log: IncidentLog): number =>
  followedRuns(log)
    .flatMap(({ steps }) => steps)
    .filter((step) => step.entry.fact.type === 'step.skipped' && wayLeftWith(step) === null).length

/** What was still open in the checklist that was followed at the end; nothing when nobody followed it. */
export const stepsLeftOpen = (log: IncidentLog): RunChecklist['open'] =>
  followedRuns(log).find(({ isLeft, isUntouched }) => !isLeft && !isUntouched)?.checklist?.open ?? []
