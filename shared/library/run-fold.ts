import { listOfStep, parsedPin, placeInList } from '../incident/checklist.ts'
import { type Fact, type FactOf, type FactRecord, knownFact } from '../incident/facts/fact-catalog.ts'
import { runBefore } from '../incident/run-before.ts'
import { isWayLeft } from '../incident/way-left.ts'
import { stepsFor } from '../runbook/runbook.ts'

/**
 * What became of one step in one run; `otherWay`: it belongs to a way that was left for another, which says nothing against it. `tookMs`
 * counts from when it became the current one to when it was done first.
 */
export type StepOutcome = {
  readonly text: string
  readonly outcome: 'done' | 'skipped' | 'otherWay'
  readonly tookMs: number | null
}

/** The run of a runbook in one incident, when it was opened last; times in UTC ISO. */
export type RunRecord = {
  readonly path: string
  /** Of the text it followed last; by them a file is known again that was renamed since. */
  readonly title: string
  readonly sha256: string
  readonly openedAt: string
  /** Whether anything was done in it: a step touched, a command run. One that was only opened was not used. */
  readonly isUsed: boolean
  /** The words of every step that it asked for, by the text and the scenario in force last, in order. */
  readonly asked: readonly string[]
  readonly steps: readonly StepOutcome[]
}

/** A step of a run that is still growing. */
type OpenStep = Omit<StepOutcome, 'outcome'> & {
  /** `open` once it was taken back; how long it took the first time stays. */
  readonly outcome: StepOutcome['outcome'] | 'open'
  readonly list: string
  /** Its place in its list, from 1; null when its id tells none. */
  readonly place: number | null
  readonly endedAtMs: number
}

type OpenRun = Omit<RunRecord, 'steps' | 'asked'> & {
  readonly scenario: string | null
  /** Since when its first step can have been worked on: it was opened first, or another scenario was chosen. */
  readonly sinceMs: number
  /** When it was gone back to from another runbook; null when it never was left. What was current meanwhile is not timed. */
  readonly backAtMs: number | null
  /** By the list that it stands in and its words, which stay when the file changes. */
  readonly steps: Readonly<Record<string, OpenStep>>
  readonly checklists: Checklists
  /** The ids of the steps whose commands were started in it: what such a command leaves when it ends is of this run, whichever is in force then. */
  readonly commandSteps: readonly string[]
}

/** The words of the steps of a runbook: those that hold without a scenario, and those of each scenario that has some of its own. */
type Checklists = {
  readonly general: readonly string[]
  readonly byScenario: Readonly<Record<string, readonly string[]>>
}

/**
 * The runs of one incident so far, one for each runbook, the one in force last: a value that later facts can be added to. Plain JSON.
 */
export type RunFold = { readonly runs: readonly OpenRun[] }

/** No run yet. */
export const noRuns: RunFold = { runs: [] }

/** A step that took longer was not what somebody was doing all that time: they slept, or ate, or looked elsewhere. */
const LONGEST_STEP_MS = 4 * 3_600_000

/** What is done within a run besides its steps. */
const WORK: ReadonlySet<string> = new Set(['command.started', 'command.ran', 'evidence.attached'])

const momentOf = (fact: Fact): number => Date.parse(fact.occurredAt ?? fact.at)

function checklistsOf(pin: FactOf<'runbook.opened'>['data']): Checklists {
  const runbook = parsedPin(pin)
  const wordsOf = (scenario?: string) => stepsFor(runbook, scenario).map(({ text }) => text)
  const own = runbook.scenarios.filter(({ steps }) => steps.length > 0)
  return { general: wordsOf(), byScenario: Object.fromEntries(own.map(({ id }) => [id, wordsOf(id)])) }
}

function opened({ runs }: RunFold, fact: FactOf<'runbook.opened'>): RunFold {
  const { path, title, sha256 } = fact.data
  const atMs = momentOf(fact)
  const before = runBefore(runs, fact.data)
  const wasLeft = before !== undefined && before !== runs.at(-1)
  const others = runs.filter((each) => each !== before)
  const begun = { isUsed: false, scenario: null, sinceMs: atMs, backAtMs: null, steps: {}, commandSteps: [] }
  const pinned = { path, title, sha256, openedAt: fact.at, checklists: checklistsOf(fact.data) }
  const run: OpenRun = { ...(before ?? begun), ...pinned }
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

function outcomeOf(fact: StepEnd): StepOutcome['outcome'] {
  if (fact.type === 'step.checked') return 'done'
  return isWayLeft(fact.data) ? 'otherWay' : 'skipped'
}

function ended(run: OpenRun, key: string, fact: StepEnd, atMs: number): OpenStep {
  const { data } = fact
  const list = listOfStep(data.step)
  const place = placeInList(data.step)
  const outcome = outcomeOf(fact)
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

function withStepFact(run: OpenRun, fact: Fact): OpenRun {
  if (fact.type !== 'step.checked' && fact.type !== 'step.skipped' && fact.type !== 'step.unchecked') return run
  const key = JSON.stringify([listOfStep(fact.data.step), fact.data.text])
  if (fact.type !== 'step.unchecked') {
    return { ...run, steps: { ...run.steps, [key]: ended(run, key, fact, momentOf(fact)) } }
  }
  const step = Object.hasOwn(run.steps, key) ? run.steps[key] : undefined
  return step === undefined ? run : { ...run, steps: { ...run.steps, [key]: { ...step, outcome: 'open' } } }
}

const stepOf = ({ data }: Fact): string | null => ('step' in data && typeof data.step === 'string' ? data.step : null)

/**
 * Whether a fact is about a step of the run in force: what else stands in the log says nothing of how the runbook was used. The end of a command says no
 * more than its start did, and its output may come when another runbook is open.
 */
function isAboutStep(fact: Fact, { runs }: RunFold, step: string): boolean {
  if (fact.type === 'command.ran') return fact.data.run === undefined
  if (fact.type !== 'evidence.attached') return true
  const from = runs.findLast(({ commandSteps }) => commandSteps.includes(step))
  return from === undefined || from === runs.at(-1)
}

function withFact(fold: RunFold, fact: Fact): RunFold {
  if (fact.type === 'runbook.opened') return opened(fold, fact)
  const { runs } = fold
  const run = runs.at(-1)
  if (run === undefined) return fold
  const inForce = (changed: OpenRun): RunFold => ({ runs: [...runs.slice(0, -1), changed] })
  if (fact.type === 'scenario.chosen') return inForce(chosen(run, fact))
  const step = stepOf(fact)
  if (step === null || !isAboutStep(fact, fold, step)) return fold
  const commandSteps = fact.type === 'command.started' ? [...run.commandSteps, step] : run.commandSteps
  return inForce({ ...withStepFact(run, fact), commandSteps, isUsed: true })
}

/** Adds records to what is known of an incident's runs; any split of a log adds up to the same. */
export function foldRuns(before: RunFold, records: Iterable<FactRecord>): RunFold {
  let fold = before
  for (const record of records) {
    if (!/^(?:runbook|scenario|step)\./.test(record.type) && !WORK.has(record.type)) continue
    const fact = knownFact(record)
    if (fact !== null) fold = withFact(fold, fact)
  }
  return fold
}

const askedIn = ({ checklists, scenario }: OpenRun): readonly string[] =>
  (scenario !== null && Object.hasOwn(checklists.byScenario, scenario) ? checklists.byScenario[scenario] : null) ??
  checklists.general

/** Every run of an incident, the one in force last. */
export const runsOf = ({ runs }: RunFold): readonly RunRecord[] =>
  runs.map((run) => ({
    path: run.path,
    title: run.title,
    sha256: run.sha256,
    openedAt: run.openedAt,
    isUsed: run.isUsed,
    asked: askedIn(run),
    steps: Object.values(run.steps).flatMap(({ text, outcome, tookMs }): StepOutcome[] =>
      outcome === 'open' ? [] : [{ text, outcome, tookMs: outcome === 'done' ? tookMs : null }],
    ),
  }))
