import type { RunRecord, StepOutcome } from './run-fold.ts'

/**
 * How a step went over all runs that asked for it. In `runs - done - skipped - otherWay` of them nobody came to it. `medianMs` is over the
 * `timed` runs in which it was timed, and null when it never was.
 */
export type StepStatistic = {
  readonly text: string
  /** Runs whose checklist held it. */
  readonly runs: number
  readonly done: number
  readonly skipped: number
  /** Runs in which another way was taken than the one it belongs to. */
  readonly otherWay: number
  readonly timed: number
  readonly medianMs: number | null
}

/** How a runbook was used. `steps` holds all that a run asked for, in the order of the latest run, then those of older texts. */
export type RunStatistics = {
  readonly runs: number
  /** Incidents that opened it and did nothing in it: changed to another at once, or only read. */
  readonly onlyOpened: number
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

/** What became of the steps of one wording in one run; several when it stands in several lists. */
type InRun = { readonly text: string; readonly outcomes: StepOutcome[] }

function stepsIn({ asked, steps }: RunRecord): ReadonlyMap<string, InRun> {
  const found = new Map<string, InRun>()
  const of = (text: string): InRun => {
    const known = found.get(stepKey(text))
    const step = known ?? { text, outcomes: [] }
    if (known === undefined) found.set(stepKey(text), step)
    return step
  }
  for (const text of asked) of(text)
  for (const step of steps) of(step.text).outcomes.push(step)
  return found
}

function statisticOf(inRuns: readonly InRun[]): StepStatistic {
  const times = inRuns.flatMap(({ outcomes }) => outcomes.find(({ tookMs }) => tookMs !== null)?.tookMs ?? [])
  const told = inRuns.map(({ outcomes }) =>
    (['done', 'skipped', 'otherWay'] as const).find((each) => outcomes.some(({ outcome }) => outcome === each)),
  )
  const count = (outcome: StepOutcome['outcome']): number => told.filter((each) => each === outcome).length
  return {
    text: inRuns[0]?.text ?? '',
    runs: inRuns.length,
    done: count('done'),
    skipped: count('skipped'),
    otherWay: count('otherWay'),
    timed: times.length,
    medianMs: medianOf(times),
  }
}

/**
 * Adds up the runs of one runbook. A step is known by its words, because its id belongs to one version of the text and people
 * want to see how it went before the last edit too.
 */
export function runStatistics(runs: readonly RunRecord[]): RunStatistics {
  const used = runs
    .filter(({ isUsed }) => isUsed)
    .toSorted((a, b) => (a.openedAt > b.openedAt ? -1 : a.openedAt < b.openedAt ? 1 : 0))
  const steps = new Map<string, InRun[]>()
  for (const [key, step] of used.flatMap((run) => [...stepsIn(run)])) steps.set(key, [...(steps.get(key) ?? []), step])
  return {
    runs: used.length,
    onlyOpened: runs.length - used.length,
    lastUsedAt: used[0]?.openedAt ?? null,
    steps: [...steps.values()].map(statisticOf),
  }
}
