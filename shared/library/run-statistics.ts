import { listOfStep } from '../incident/checklist.ts'
import type { Fact, FactRecord } from '../incident/facts/fact-catalog.ts'
import { knownFact } from '../incident/facts/fact-catalog.ts'

/** What became of one step in one run. `tookMs` counts from the step before it that was done or skipped, or from the opening. */
export type StepOutcome = {
  readonly text: string
  readonly outcome: 'done' | 'skipped'
  readonly tookMs: number | null
}

/** The run of a runbook in one incident, when it was opened last; times in UTC ISO. */
export type RunRecord = { readonly path: string; readonly openedAt: string; readonly steps: readonly StepOutcome[] }

type OpenRun = Omit<RunRecord, 'steps'> & {
  /** By the list that it stands in and its words, which stay when the file changes; null once it was taken back. */
  readonly steps: Readonly<Record<string, StepOutcome | null>>
}

/**
 * The runs of one incident so far, one for each runbook, the one in force last: a value that later facts can be added to. Plain JSON.
 */
export type RunFold = { readonly runs: readonly OpenRun[]; readonly lastStepAtMs: number }

/** No run yet. */
export const noRuns: RunFold = { runs: [], lastStepAtMs: 0 }

/** A step that took longer was not what somebody was doing all that time: they slept, or ate, or looked elsewhere. */
const LONGEST_STEP_MS = 4 * 3_600_000

const momentOf = (fact: Fact): number => Date.parse(fact.occurredAt ?? fact.at)

function opened({ runs }: RunFold, fact: Extract<Fact, { type: 'runbook.opened' }>): RunFold {
  const { path } = fact.data
  const steps = runs.find((each) => each.path === path)?.steps ?? {}
  const others = runs.filter((each) => each.path !== path)
  return { runs: [...others, { path, openedAt: fact.at, steps }], lastStepAtMs: momentOf(fact) }
}

/** How the step ended by this fact; null when it was taken back, undefined when the fact says nothing about that. */
function outcomeOf(fact: Fact, lastStepAtMs: number): StepOutcome | null | undefined {
  if (fact.type === 'step.unchecked') return null
  if (fact.type === 'step.skipped') return { text: fact.data.text, outcome: 'skipped', tookMs: null }
  if (fact.type !== 'step.checked') return undefined
  const tookMs = momentOf(fact) - lastStepAtMs
  const isTimed = tookMs >= 0 && tookMs <= LONGEST_STEP_MS
  return { text: fact.data.text, outcome: 'done', tookMs: isTimed ? tookMs : null }
}

function withFact(fold: RunFold, fact: Fact): RunFold {
  if (fact.type === 'runbook.opened') return opened(fold, fact)
  const { runs, lastStepAtMs } = fold
  const run = runs.at(-1)
  const outcome = outcomeOf(fact, lastStepAtMs)
  if (run === undefined || outcome === undefined || !('step' in fact.data) || !('text' in fact.data)) return fold
  const key = JSON.stringify([listOfStep(fact.data.step ?? ''), fact.data.text])
  return {
    runs: [...runs.slice(0, -1), { ...run, steps: { ...run.steps, [key]: outcome } }],
    lastStepAtMs: outcome === null ? lastStepAtMs : Math.max(lastStepAtMs, momentOf(fact)),
  }
}

/** Adds records to what is known of an incident's runs; any split of a log adds up to the same. */
export function foldRuns(before: RunFold, records: Iterable<FactRecord>): RunFold {
  let fold = before
  for (const record of records) {
    if (!/^(?:runbook|step)\./.test(record.type)) continue
    const fact = knownFact(record)
    if (fact !== null) fold = withFact(fold, fact)
  }
  return fold
}

/** Every run of an incident, the one in force last. */
export const runsOf = ({ runs }: RunFold): readonly RunRecord[] =>
  runs.map(({ path, openedAt, steps }) => ({
    path,
    openedAt,
    steps: Object.values(steps).flatMap((outcome) => outcome ?? []),
  }))

/** How a step went over all runs. `medianMs` is null when it was never timed. */
export type StepStatistic = {
  readonly text: string
  readonly done: number
  readonly skipped: number
  readonly medianMs: number | null
}

/** How a runbook was used. `steps` holds those that were ever done or skipped, in the order first seen. */
export type RunStatistics = {
  readonly runs: number
  readonly lastUsedAt: string | null
  readonly steps: readonly StepStatistic[]
}

/** The middle of some numbers, the mean of the middle two when they are even; null for none. */
export function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

const stepKey = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase()

/**
 * Adds up the runs of one runbook. A step is known by its words, because its id belongs to one version of the text and people
 * want to see how it went before the last edit too.
 */
export function runStatistics(runs: readonly RunRecord[]): RunStatistics {
  const steps = new Map<string, StepOutcome[]>()
  for (const step of runs.flatMap((run) => run.steps)) {
    const key = stepKey(step.text)
    steps.set(key, [...(steps.get(key) ?? []), step])
  }
  return {
    runs: runs.length,
    lastUsedAt: runs.reduce<string | null>(
      (last, { openedAt }) => (last === null || openedAt > last ? openedAt : last),
      null,
    ),
    steps: [...steps.values()].map((outcomes) => ({
      text: outcomes[0]?.text ?? '',
      done: outcomes.filter(({ outcome }) => outcome === 'done').length,
      skipped: outcomes.filter(({ outcome }) => outcome === 'skipped').length,
      medianMs: medianOf(outcomes.flatMap(({ tookMs }) => tookMs ?? [])),
    })),
  }
}
