import { listOfStep, placeInList } from '../incident/checklist.ts'
import type { Fact, FactOf, FactRecord } from '../incident/facts/fact-catalog.ts'
import { knownFact } from '../incident/facts/fact-catalog.ts'

/** What became of one step in one run. `tookMs` counts from when it became the current one to when it was done first. */
export type StepOutcome = {
  readonly text: string
  readonly outcome: 'done' | 'skipped'
  readonly tookMs: number | null
}

/** The run of a runbook in one incident, when it was opened last; times in UTC ISO. */
export type RunRecord = { readonly path: string; readonly openedAt: string; readonly steps: readonly StepOutcome[] }

/** A step of a run that is still growing. */
type OpenStep = Omit<StepOutcome, 'outcome'> & {
  /** `open` once it was taken back; how long it took the first time stays. */
  readonly outcome: StepOutcome['outcome'] | 'open'
  readonly list: string
  /** Its place in its list, from 1; null when its id tells none. */
  readonly place: number | null
  readonly endedAtMs: number
}

type OpenRun = Omit<RunRecord, 'steps'> & {
  readonly scenario: string | null
  /** Since when its first step can have been worked on: it was opened first, or another scenario was chosen. */
  readonly sinceMs: number
  /** When it was gone back to from another runbook; null when it never was left. What was current meanwhile is not timed. */
  readonly backAtMs: number | null
  /** By the list that it stands in and its words, which stay when the file changes. */
  readonly steps: Readonly<Record<string, OpenStep>>
}

/**
 * The runs of one incident so far, one for each runbook, the one in force last: a value that later facts can be added to. Plain JSON.
 */
export type RunFold = { readonly runs: readonly OpenRun[] }

/** No run yet. */
export const noRuns: RunFold = { runs: [] }

/** A step that took longer was not what somebody was doing all that time: they slept, or ate, or looked elsewhere. */
const LONGEST_STEP_MS = 4 * 3_600_000

const momentOf = (fact: Fact): number => Date.parse(fact.occurredAt ?? fact.at)

function opened({ runs }: RunFold, fact: FactOf<'runbook.opened'>): RunFold {
  const { path } = fact.data
  const atMs = momentOf(fact)
  const before = runs.find((each) => each.path === path)
  const wasLeft = before !== undefined && before !== runs.at(-1)
  const others = runs.filter((each) => each !== before)
  const begun: OpenRun = { path, openedAt: fact.at, scenario: null, sinceMs: atMs, backAtMs: null, steps: {} }
  const run = { ...(before ?? begun), openedAt: fact.at }
  return { runs: [...others, wasLeft ? { ...run, backAtMs: atMs } : run] }
}

function chosen(run: OpenRun, fact: FactOf<'scenario.chosen'>): OpenRun {
  const { scenario } = fact.data
  return scenario === run.scenario ? run : { ...run, scenario, sinceMs: Math.max(run.sinceMs, momentOf(fact)) }
}

/** When a step became the current one: at the end of the last step that does not come after it in its list; null when it is not known. */
function becameCurrentMs({ steps, sinceMs, backAtMs }: OpenRun, list: string, place: number | null): number | null {
  const ends = Object.values(steps).flatMap((step) => {
    const comesAfter = step.list === list && step.place !== null && place !== null && step.place > place
    return comesAfter || step.outcome === 'open' ? [] : [step.endedAtMs]
  })
  const startMs = Math.max(sinceMs, ...ends)
  return backAtMs !== null && startMs < backAtMs ? null : startMs
}

type StepEnd = FactOf<'step.checked' | 'step.skipped'>

function ended(run: OpenRun, key: string, { type, data }: StepEnd, atMs: number): OpenStep {
  const list = listOfStep(data.step)
  const place = placeInList(data.step)
  const outcome = type === 'step.checked' ? 'done' : 'skipped'
  const before = Object.hasOwn(run.steps, key) ? run.steps[key] : undefined
  const startMs = becameCurrentMs(run, list, place)
  const tookMs = startMs === null ? -1 : atMs - startMs
  const isTimed = outcome === 'done' && tookMs >= 0 && tookMs <= LONGEST_STEP_MS
  const firstMs = isTimed ? tookMs : null
  return {
    text: data.text,
    outcome,
    tookMs: before === undefined ? firstMs : before.tookMs,
    list,
    place,
    endedAtMs: atMs,
  }
}

function withFact(fold: RunFold, fact: Fact): RunFold {
  if (fact.type === 'runbook.opened') return opened(fold, fact)
  const { runs } = fold
  const run = runs.at(-1)
  if (run === undefined) return fold
  const inForce = (changed: OpenRun): RunFold => ({ runs: [...runs.slice(0, -1), changed] })
  if (fact.type === 'scenario.chosen') return inForce(chosen(run, fact))
  if (fact.type !== 'step.checked' && fact.type !== 'step.skipped' && fact.type !== 'step.unchecked') return fold
  const key = JSON.stringify([listOfStep(fact.data.step), fact.data.text])
  if (fact.type !== 'step.unchecked') {
    return inForce({ ...run, steps: { ...run.steps, [key]: ended(run, key, fact, momentOf(fact)) } })
  }
  const step = Object.hasOwn(run.steps, key) ? run.steps[key] : undefined
  return step === undefined ? fold : inForce({ ...run, steps: { ...run.steps, [key]: { ...step, outcome: 'open' } } })
}

/** Adds records to what is known of an incident's runs; any split of a log adds up to the same. */
export function foldRuns(before: RunFold, records: Iterable<FactRecord>): RunFold {
  let fold = before
  for (const record of records) {
    if (!/^(?:runbook|scenario|step)\./.test(record.type)) continue
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
    steps: Object.values(steps).flatMap(({ text, outcome, tookMs }): StepOutcome[] =>
      outcome === 'open' ? [] : [{ text, outcome, tookMs: outcome === 'done' ? tookMs : null }],
    ),
  }))

/** How a step went over all runs. `medianMs` is over the `timed` runs in which it was timed, and null when it never was. */
export type StepStatistic = {
  readonly text: string
  readonly done: number
  readonly skipped: number
  readonly timed: number
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
    steps: [...steps.values()].map((outcomes) => {
      const times = outcomes.flatMap(({ tookMs }) => tookMs ?? [])
      return {
        text: outcomes[0]?.text ?? '',
        done: outcomes.filter(({ outcome }) => outcome === 'done').length,
        skipped: outcomes.filter(({ outcome }) => outcome === 'skipped').length,
        timed: times.length,
        medianMs: medianOf(times),
      }
    }),
  }
}
