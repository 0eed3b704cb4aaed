import type { FactRecord } from '../incident/facts/fact-catalog.ts'
import { knownFact } from '../incident/facts/fact-catalog.ts'
import { type RunbookRun, rememberRun } from '../incident/runbook-run.ts'

/** What became of one step in one run. `tookMs` counts from the step before it that was done or skipped, or from the opening. */
export type StepOutcome = {
  readonly text: string
  readonly outcome: 'done' | 'skipped'
  readonly tookMs: number | null
}

/** One run of a runbook in one incident; times in UTC ISO. */
export type RunRecord = { readonly path: string; readonly openedAt: string; readonly steps: readonly StepOutcome[] }

/** A run that is still growing: what the fold must remember between two facts. */
type OpenRun = {
  readonly run: RunbookRun
  readonly lastStepAtMs: number
  readonly took: Readonly<Record<string, number>>
}

/** The runs of one incident so far, as a value that later facts can be added to. Plain JSON. */
export type RunFold = { readonly runs: readonly RunRecord[]; readonly open: OpenRun | null }

/** No run yet. */
export const noRuns: RunFold = { runs: [], open: null }

/** A step that took longer was not what somebody was doing all that time: they slept, or ate, or looked elsewhere. */
const LONGEST_STEP_MS = 4 * 3_600_000

const endsStep = (type: string): boolean => type === 'step.checked' || type === 'step.skipped'

function recordOf({ run, took }: OpenRun): RunRecord {
  const steps = Object.entries(run.steps).flatMap(([id, { text, state }]): StepOutcome[] =>
    state === 'open' ? [] : [{ text, outcome: state, tookMs: state === 'done' ? (took[id] ?? null) : null }],
  )
  return { path: run.path, openedAt: run.openedAt, steps }
}

function withoutText(run: RunbookRun): RunbookRun {
  return { ...run, text: '' }
}

/** Adds records to what is known of an incident's runs; any split of a log adds up to the same. */
export function foldRuns(before: RunFold, records: Iterable<FactRecord>): RunFold {
  let { runs, open } = before
  for (const record of records) {
    if (!/^(?:runbook|scenario|step)\./.test(record.type)) continue
    const fact = knownFact(record)
    if (fact === null) continue
    const run = rememberRun(open?.run ?? null, fact)
    if (run === null) continue
    const atMs = Date.parse(fact.occurredAt ?? fact.at)
    if (fact.type === 'runbook.opened') {
      if (open !== null) runs = [...runs, recordOf(open)]
      open = { run: withoutText(run), lastStepAtMs: atMs, took: {} }
      continue
    }
    if (open === null) continue
    const tookMs = atMs - open.lastStepAtMs
    const isTimed = fact.type === 'step.checked' && tookMs >= 0 && tookMs <= LONGEST_STEP_MS
    const took = isTimed ? { ...open.took, [fact.data.step]: tookMs } : open.took
    open = { run, took, lastStepAtMs: endsStep(fact.type) ? Math.max(open.lastStepAtMs, atMs) : open.lastStepAtMs }
  }
  return { runs, open }
}

/** Every run of an incident, the one in progress last. */
export const runsOf = ({ runs, open }: RunFold): readonly RunRecord[] =>
  open === null ? runs : [...runs, recordOf(open)]

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
