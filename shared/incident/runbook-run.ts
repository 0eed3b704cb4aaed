import { carriedSteps, carryEntries } from '../runbook/carry-steps.ts'
import type { Fact, FactOf } from './facts/fact-catalog.ts'
import type { EndedCommand } from './open-commands.ts'
import { ownEntry } from './own-entry.ts'

/** What was done with one step. `at` is when it last changed. */
export type StepProgress = {
  readonly text: string
  readonly state: 'open' | 'done' | 'skipped'
  readonly at: string
  readonly by: string
  readonly reason: string | null
  readonly notes: readonly { readonly text: string; readonly at: string; readonly by: string }[]
  /** Time given on top of the step's box, in milliseconds. */
  readonly extendedByMs: number
  readonly isStuck: boolean
  /** When it was last taken back, which begins its time box anew; null when it never was. */
  readonly reopenedAt: string | null
}

/** A file kept as evidence of a step. */
export type StepEvidence = { readonly name: string; readonly sha256: string }

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
  /** Evidence attached to steps, by the step's id. */
  readonly evidence: Readonly<Record<string, readonly StepEvidence[]>>
  /** How each command of a step last ended, by the step's id. */
  readonly commands: Readonly<Record<string, readonly EndedCommand[]>>
  /** When a later version of the file brought a step that the one before did not have, by the step's id. */
  readonly addedAt: Readonly<Record<string, string>>
}

/** The runs of an incident, one for each runbook: the one in force, and those that were left for another, the last left last. */
export type RunbookRuns = { readonly run: RunbookRun | null; readonly otherRuns: readonly RunbookRun[] }

type Kept = Pick<RunbookRun, 'begunAt' | 'scenario' | 'steps' | 'evidence' | 'commands' | 'addedAt'>

/**
 * What another version of the same runbook keeps: everything about the steps that it still has, at their new places, and the
 * scenario if it still has it. What is about other steps stays under their old ids, for a way back.
 */
function keptFrom(run: RunbookRun | null, fact: FactOf<'runbook.opened'>): Kept {
  const { path, text } = fact.data
  if (run === null) return { begunAt: fact.at, scenario: null, steps: {}, evidence: {}, commands: {}, addedAt: {} }
  const { begunAt, scenario, steps, evidence, commands, addedAt } = run
  if (run.text === text || run.text === '') return { begunAt, scenario, steps, evidence, commands, addedAt }
  const carried = carriedSteps(path, run.text, text)
  const isGone = scenario?.id != null && !carried.hasScenario(scenario.id)
  return {
    begunAt,
    scenario: isGone ? null : scenario,
    steps: carryEntries(steps, carried),
    evidence: carryEntries(evidence, carried),
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

type StepFact = Extract<Fact, { type: `step.${string}` }>

function rememberStep(run: RunbookRun, fact: StepFact): RunbookRun {
  const at = fact.occurredAt ?? fact.at
  const before: StepProgress = ownEntry(run.steps, fact.data.step) ?? {
    text: fact.data.text,
    state: 'open',
    at,
    by: fact.by.id,
    reason: null,
    notes: [],
    extendedByMs: 0,
    isStuck: false,
    reopenedAt: null,
  }
  const withNote = (note: string | undefined): StepProgress['notes'] =>
    note === undefined ? before.notes : [...before.notes, { text: note, at, by: fact.by.id }]
  const changed = ((): StepProgress => {
    switch (fact.type) {
      case 'step.checked':
        return {
          ...before,
          state: 'done',
          at,
          by: fact.by.id,
          reason: null,
          isStuck: false,
          notes: withNote(fact.data.note),
        }
      case 'step.unchecked':
        return { ...before, state: 'open', at, by: fact.by.id, reason: null, reopenedAt: at }
      case 'step.skipped':
        return { ...before, state: 'skipped', at, by: fact.by.id, reason: fact.data.reason }
      case 'step.noted':
        return { ...before, notes: withNote(fact.data.note) }
      case 'step.extended':
        return { ...before, isStuck: false, extendedByMs: before.extendedByMs + fact.data.minutes * 60_000 }
      case 'step.stuck':
        return { ...before, isStuck: true, notes: withNote(fact.data.note) }
    }
  })()
  return { ...run, steps: { ...run.steps, [fact.data.step]: changed } }
}

function rememberEvidence(run: RunbookRun, fact: FactOf<'evidence.attached'>): RunbookRun {
  const { step, name, sha256 } = fact.data
  if (step === undefined) return run
  const before = ownEntry(run.evidence, step) ?? []
  return { ...run, evidence: { ...run.evidence, [step]: [...before, { name, sha256 }] } }
}

function rememberScenario(run: RunbookRun, fact: FactOf<'scenario.chosen'>): RunbookRun {
  const { scenario: id, title } = fact.data
  const isSame = run.scenario !== null && run.scenario.id === id
  const chosenAt = isSame ? run.scenario.chosenAt : (fact.occurredAt ?? fact.at)
  return { ...run, scenario: { id, title, chosenAt } }
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

/** The runs after one more fact. Steps and scenarios are about the run in force; without one they are about nothing. */
export function rememberRuns(runs: RunbookRuns, fact: Fact): RunbookRuns {
  if (fact.type === 'runbook.opened') return opened(runs, fact)
  return runs.run === null ? runs : { ...runs, run: changed(runs.run, fact) }
}
