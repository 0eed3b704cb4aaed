import { carriedSteps, carryEntries } from '../runbook/carry-steps.ts'
import type { Fact, FactOf } from './facts/fact-catalog.ts'
import type { EndedCommand } from './open-commands.ts'
import { ownEntry } from './own-entry.ts'
import { type Retraction, retractIn, retractionIn, type Said, standing } from './retraction.ts'
import { afterStepFact, progressOf, type StepFact, type StepProgress } from './step-progress.ts'

/** A file kept as evidence of a step, by the id of its entry. */
export type StepEvidence = {
  readonly id: string
  readonly name: string
  readonly sha256: string
  readonly isRetracted: boolean
}

/** A runbook being followed: pinned at the version in force when it was opened (R6). */
export type RunbookRun = {
  readonly path: string
  readonly title: string
  readonly sha256: string
  readonly text: string
  readonly matchedBy: string
  /** When this version was pinned, or gone back to. */
  readonly openedAt: string
  /** When this runbook was opened first in this incident. */
  readonly begunAt: string
  readonly scenario: { readonly id: string | null; readonly title: string; readonly chosenAt: string } | null
  readonly steps: Readonly<Record<string, StepProgress>>
  /** What was said of each step, so that a retraction gives back how it stood before. */
  readonly said: Readonly<Record<string, readonly Said<StepFact>[]>>
  /** Each choice of a scenario that this version still has. */
  readonly choices: readonly Said<FactOf<'scenario.chosen'>>[]
  /** Evidence attached to steps, by the step's id, what was retracted among it: `evidenceOf` leaves that out. */
  readonly evidence: Readonly<Record<string, readonly StepEvidence[]>>
  /** How each command of a step last ended, by the step's id. */
  readonly commands: Readonly<Record<string, readonly EndedCommand[]>>
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
  'begunAt' | 'scenario' | 'steps' | 'said' | 'choices' | 'evidence' | 'commands' | 'addedAt'
>

const nothingKept = { scenario: null, steps: {}, said: {}, choices: [], evidence: {}, commands: {}, addedAt: {} }

/**
 * What another version of the same runbook keeps: everything about the steps that it still has, at their new places, and the
 * scenario if it still has it. What is about other steps stays under their old ids, for a way back.
 */
function keptFrom(run: RunbookRun | null, fact: FactOf<'runbook.opened'>): Kept {
  const { path, text } = fact.data
  if (run === null) return { ...nothingKept, begunAt: fact.at }
  const { begunAt, scenario, steps, said, choices, evidence, commands, addedAt } = run
  if (run.text === text || run.text === '')
    return { begunAt, scenario, steps, said, choices, evidence, commands, addedAt }
  const carried = carriedSteps(path, run.text, text)
  const isGone = scenario?.id != null && !carried.hasScenario(scenario.id)
  return {
    begunAt,
    scenario: isGone ? null : scenario,
    choices: isGone ? [] : choices,
    ...progressBySaid(carryEntries(said, carried, inOrder)),
    evidence: carryEntries(evidence, carried, both),
    commands: carryEntries(commands, carried),
    addedAt: {
      ...Object.fromEntries(carried.added.map((id) => [id, fact.at])),
      ...carryEntries(addedAt, carried),
    },
  }
}

/** The run of a runbook that was opened: begun, gone on with, or followed at another version; the one it took over from is kept. */
function opened({ run, otherRuns }: RunbookRuns, fact: FactOf<'runbook.opened'>): RunbookRuns {
  const { path } = fact.data
  const left = run === null || run.path === path ? otherRuns : [...otherRuns, run]
  const before = run?.path === path ? run : left.find((each) => each.path === path)
  return {
    run: { ...fact.data, openedAt: fact.at, ...keptFrom(before ?? null, fact) },
    otherRuns: left.filter((each) => each.path !== path),
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
  if (said === run.said && evidence === run.evidence && choices === run.choices) return run
  const scenario = standing(choices).reduce<RunbookRun['scenario']>(afterChoice, null)
  return { ...run, ...progressBySaid(said), evidence, choices, scenario }
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
