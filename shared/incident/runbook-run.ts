import { type CarriedSteps, carriedSteps, carryEntries, joinEntries, splitEntries } from '../runbook/carry-steps.ts'
import type { Fact, FactOf } from './facts/fact-catalog.ts'
import type { EndedCommand } from './open-commands.ts'
import { ownEntry } from './own-entry.ts'
import { type Retraction, retractIn, retractionIn, type Said, standing } from './retraction.ts'
import { runBefore } from './run-before.ts'
import { afterStepFact, progressOf, type StepFact, type StepProgress } from './step-progress.ts'

/** A file kept as evidence of a step, by the id of its entry. */
export type StepEvidence = {
  readonly id: string
  readonly name: string
  readonly sha256: string
  readonly isRetracted: boolean
}

/** What was done with steps, by their ids in one version of the runbook. */
type DoneInVersion = {
  readonly text: string
  /** What was said of each step, so that a retraction gives back how it stood before. */
  readonly said: Readonly<Record<string, readonly Said<StepFact>[]>>
  /** Evidence attached to steps, by the step's id, what was retracted among it: `evidenceOf` leaves that out. */
  readonly evidence: Readonly<Record<string, readonly StepEvidence[]>>
  /** How each command of a step last ended, by the step's id. */
  readonly commands: Readonly<Record<string, readonly EndedCommand[]>>
}

/** A runbook being followed: pinned at the version in force when it was opened (R6). */
export type RunbookRun = DoneInVersion & {
  readonly path: string
  readonly title: string
  readonly sha256: string
  readonly matchedBy: string
  /** When this version was pinned, or gone back to. */
  readonly openedAt: string
  /** When this runbook was opened first in this incident. */
  readonly begunAt: string
  readonly scenario: { readonly id: string | null; readonly title: string; readonly chosenAt: string } | null
  readonly steps: Readonly<Record<string, StepProgress>>
  /** Each choice of a scenario that this version still has. */
  readonly choices: readonly Said<FactOf<'scenario.chosen'>>[]
  /** What was done with steps of versions before that this one has not as they were: it counts again where they come back. */
  readonly waiting: readonly DoneInVersion[]
  /** When a later version of the file brought a step that the one before did not have, by the step's id. */
  readonly addedAt: Readonly<Record<string, string>>
}

/** The runs of an incident, one for each runbook: the one in force, and those that were left for another, the last left last. */
export type RunbookRuns = { readonly run: RunbookRun | null; readonly otherRuns: readonly RunbookRun[] }

/** What was said of one step, out of two ids that became one, in the order of the log. */
const inOrder: typeof both<Said<StepFact>> = (left, moved) =>
  both(left, moved).toSorted((one, other) => one.seq - other.seq)

function both<S>(left: readonly S[], moved: readonly S[]): readonly S[] {
  return [...left, ...moved]
}

/** How each step stands by what was said of it. */
function progressBySaid(said: RunbookRun['said']): Pick<RunbookRun, 'said' | 'steps'> {
  const touched = Object.entries(said).flatMap(([step, each]) => {
    const progress = progressOf(each)
    return progress === null ? [] : [[step, progress] as const]
  })
  return { said, steps: Object.fromEntries(touched) }
}

type Kept = Pick<
  RunbookRun,
  'begunAt' | 'scenario' | 'steps' | 'said' | 'choices' | 'evidence' | 'commands' | 'waiting' | 'addedAt'
>

const nothingDone = { said: {}, evidence: {}, commands: {} }
const nothingKept = { ...nothingDone, scenario: null, steps: {}, choices: [], waiting: [], addedAt: {} }

type Done = Omit<DoneInVersion, 'text'>

/** What was done, at the places that its steps have in another version. */
const atNewPlaces = ({ said, evidence, commands }: Done, carried: CarriedSteps): Done => ({
  said: carryEntries(said, carried, inOrder),
  evidence: carryEntries(evidence, carried, both),
  commands: carryEntries(commands, carried),
})

/** What was done in one version, in two: at the places of another one, and what waits because its steps are not there as they were. */
function splitDone({ text, ...done }: DoneInVersion, carried: CarriedSteps) {
  const said = splitEntries(done.said, carried)
  const evidence = splitEntries(done.evidence, carried)
  const commands = splitEntries(done.commands, carried)
  const all = { said: said.goesAlong, evidence: evidence.goesAlong, commands: commands.goesAlong }
  const waits = { said: said.waits, evidence: evidence.waits, commands: commands.waits }
  const isAny = Object.values(waits).some((entries) => Object.keys(entries).length > 0)
  return { goesAlong: atNewPlaces(all, carried), waits: isAny ? [{ text, ...waits }] : [] }
}

/** Puts what was done at the same places together. */
const joined = (one: Done, other: Done): Done => ({
  said: joinEntries(one.said, other.said, inOrder),
  evidence: joinEntries(one.evidence, other.evidence, both),
  commands: { ...one.commands, ...other.commands },
})

/** What was done that counts in another version, and what waits: of the version followed so far, and of those before it. */
function carriedDone(
  run: RunbookRun,
  carried: CarriedSteps,
  fact: FactOf<'runbook.opened'>,
): Done & Pick<Kept, 'waiting'> {
  const { path, text } = fact.data
  const { said, evidence, commands, waiting } = run
  if (fact.data.keepsOnlySame === undefined) return { ...atNewPlaces(run, carried), waiting }
  const now = splitDone({ text: run.text, said, evidence, commands }, carried)
  const parts = [...waiting.map((before) => splitDone(before, carriedSteps(path, before.text, text))), now]
  return {
    ...parts.map(({ goesAlong }) => goesAlong).reduce(joined, nothingDone),
    waiting: parts.flatMap(({ waits }) => waits),
  }
}

/**
 * What another version of the same runbook keeps: everything about the steps that it still has, at their new places, and the
 * scenario if it still has it. What is about other steps waits for a way back; in older logs under their ids, where a changed step may stand now.
 */
function keptFrom(run: RunbookRun | null, fact: FactOf<'runbook.opened'>): Kept {
  const { path, text } = fact.data
  if (run === null) return { ...nothingKept, begunAt: fact.at }
  const { begunAt, scenario, choices, addedAt } = run
  if (run.text === text || run.text === '') {
    const { steps, said, evidence, commands, waiting } = run
    return { begunAt, scenario, steps, said, choices, evidence, commands, waiting, addedAt }
  }
  const carried = carriedSteps(path, run.text, text)
  const isGone = scenario?.id != null && !carried.hasScenario(scenario.id)
  const done = carriedDone(run, carried, fact)
  const keptTimes = fact.data.keepsOnlySame === undefined ? addedAt : splitEntries(addedAt, carried).goesAlong
  return {
    begunAt,
    scenario: isGone ? null : scenario,
    choices: isGone ? [] : choices,
    ...done,
    ...progressBySaid(done.said),
    addedAt: {
      ...Object.fromEntries(carried.added.map((id) => [id, fact.at])),
      ...carryEntries(keptTimes, carried),
    },
  }
}

/** The run of a runbook that was opened: begun, gone on with, or followed at another version or path; the one it took over from is kept. */
function opened({ run, otherRuns }: RunbookRuns, fact: FactOf<'runbook.opened'>): RunbookRuns {
  const { movedFrom, ...pinned } = fact.data
  const all = run === null ? otherRuns : [...otherRuns, run]
  const before = runBefore(all, fact.data)
  return {
    run: { ...pinned, openedAt: fact.at, ...keptFrom(before ?? null, fact) },
    otherRuns: all.filter((each) => each !== before),
  }
}

function rememberStep(run: RunbookRun, fact: StepFact): RunbookRun {
  const { step } = fact.data
  const said = [...(ownEntry(run.said, step) ?? []), { ...fact, isRetracted: false }]
  const progress = afterStepFact(ownEntry(run.steps, step), fact)
  return { ...run, steps: { ...run.steps, [step]: progress }, said: { ...run.said, [step]: said } }
}

function rememberEvidence(run: RunbookRun, fact: FactOf<'evidence.attached'>): RunbookRun {
  const { step, name, sha256 } = fact.data
  if (step === undefined) return run
  const kept = [...(ownEntry(run.evidence, step) ?? []), { id: fact.id, name, sha256, isRetracted: false }]
  return { ...run, evidence: { ...run.evidence, [step]: kept } }
}

/** What was attached to a step and not taken back. */
export const evidenceOf = (run: RunbookRun, step: string): readonly StepEvidence[] =>
  standing(ownEntry(run.evidence, step) ?? [])

function afterChoice(before: RunbookRun['scenario'], fact: FactOf<'scenario.chosen'>): RunbookRun['scenario'] {
  const { scenario: id, title } = fact.data
  const isSame = before !== null && before.id === id
  return { id, title, chosenAt: isSame ? before.chosenAt : (fact.occurredAt ?? fact.at) }
}

const rememberScenario = (run: RunbookRun, fact: FactOf<'scenario.chosen'>): RunbookRun => ({
  ...run,
  scenario: afterChoice(run.scenario, fact),
  choices: [...run.choices, { ...fact, isRetracted: false }],
})

type EntriesOfStep<S> = Readonly<Record<string, readonly S[]>>

/** What is kept by step after a retraction; the same object when it is about nothing there. */
function retractByStep<S extends { readonly id: string; readonly isRetracted: boolean }>(
  entries: EntriesOfStep<S>,
  retraction: Retraction,
): EntriesOfStep<S> {
  const about = Object.entries(entries).find(([, said]) => said.some(({ id }) => id === retraction.of))
  return about === undefined ? entries : { ...entries, [about[0]]: retractIn(about[1], retraction) }
}

/** A run as if what is retracted had never been said, and what is restored had always stood. */
function retracted(run: RunbookRun, retraction: Retraction): RunbookRun {
  const said = retractByStep(run.said, retraction)
  const evidence = retractByStep(run.evidence, retraction)
  const choices = retractIn(run.choices, retraction)
  const waiting = run.waiting.map((done) => ({
    ...done,
    said: retractByStep(done.said, retraction),
    evidence: retractByStep(done.evidence, retraction),
  }))
  const isWaiting = waiting.some((done, at) => {
    const before = run.waiting[at]
    return done.said !== before?.said || done.evidence !== before.evidence
  })
  if (said === run.said && evidence === run.evidence && choices === run.choices && !isWaiting) return run
  const scenario = standing(choices).reduce<RunbookRun['scenario']>(afterChoice, null)
  return { ...run, ...progressBySaid(said), evidence, choices, waiting, scenario }
}

function changed(run: RunbookRun, fact: Fact): RunbookRun {
  switch (fact.type) {
    case 'scenario.chosen':
      return rememberScenario(run, fact)
    case 'step.checked':
    case 'step.unchecked':
    case 'step.skipped':
    case 'step.noted':
    case 'step.extended':
    case 'step.stuck':
      return rememberStep(run, fact)
    case 'evidence.attached':
      return rememberEvidence(run, fact)
    default:
      return run
  }
}

/**
 * The runs after one of their commands ended: the last end of each command is kept, also of a runbook that was left meanwhile. One of
 * another version stays in the log only.
 */
export function rememberCommandEnd({ run, otherRuns }: RunbookRuns, ended: EndedCommand | null): RunbookRuns {
  const after = (each: RunbookRun): RunbookRun => {
    if (ended?.runbook !== each.sha256) return each
    const others = (ownEntry(each.commands, ended.step) ?? []).filter(({ index }) => index !== ended.index)
    return { ...each, commands: { ...each.commands, [ended.step]: [...others, ended] } }
  }
  return ended === null ? { run, otherRuns } : { run: run && after(run), otherRuns: otherRuns.map(after) }
}

/**
 * The runs after one more fact. Steps and scenarios are about the run in force; without one they are about nothing. A retraction finds its
 * entry in any run. What opened a runbook stays, also when its entry is retracted: what was said since is about it.
 */
export function rememberRuns(runs: RunbookRuns, fact: Fact): RunbookRuns {
  if (fact.type === 'runbook.opened') return opened(runs, fact)
  const retraction = retractionIn(fact)
  if (retraction !== null) {
    const after = (run: RunbookRun): RunbookRun => retracted(run, retraction)
    return { run: runs.run && after(runs.run), otherRuns: runs.otherRuns.map(after) }
  }
  return runs.run === null ? runs : { ...runs, run: changed(runs.run, fact) }
}
