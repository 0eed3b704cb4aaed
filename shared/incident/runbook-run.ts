import { carriedSteps } from '../runbook/carry-steps.ts'
import type { Fact, FactOf } from './facts/fact-catalog.ts'
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
  readonly openedAt: string
  /** Since when the step that is next can have been worked on: the runbook was opened, a scenario chosen, a step finished or taken back. */
  readonly stepSince: string
  readonly scenario: { readonly id: string | null; readonly title: string } | null
  readonly steps: Readonly<Record<string, StepProgress>>
  /** Evidence attached to steps, by the step's id. */
  readonly evidence: Readonly<Record<string, readonly StepEvidence[]>>
}

type Kept = Pick<RunbookRun, 'stepSince' | 'scenario' | 'steps' | 'evidence'>

/**
 * What another version of the same runbook keeps: everything about the steps that it still has, at their new places, and the
 * scenario if it still has it. What is about other steps stays under their old ids, for a way back.
 */
function keptFrom(run: RunbookRun | null, fact: FactOf<'runbook.opened'>): Kept {
  const { path, text } = fact.data
  if (run?.path !== path) return { stepSince: fact.at, scenario: null, steps: {}, evidence: {} }
  const { stepSince, scenario, steps, evidence } = run
  if (run.text === text || run.text === '') return { stepSince, scenario, steps, evidence }
  const { stepOf, hasScenario } = carriedSteps(path, run.text, text)
  const carried = <T>(entries: Readonly<Record<string, T>>): Readonly<Record<string, T>> => {
    const places = Object.entries(entries).map(([id, entry]) => [stepOf(id), id, entry] as const)
    const left = places.flatMap(([place, id, entry]) => (place === null ? [[id, entry] as const] : []))
    const moved = places.flatMap(([place, _, entry]) => (place === null ? [] : [[place, entry] as const]))
    return Object.fromEntries([...left, ...moved])
  }
  const isGone = scenario?.id != null && !hasScenario(scenario.id)
  return { stepSince, scenario: isGone ? null : scenario, steps: carried(steps), evidence: carried(evidence) }
}

const movesOn: ReadonlySet<string> = new Set(['step.checked', 'step.unchecked', 'step.skipped'])
const later = (one: string, other: string): string => (other > one ? other : one)

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
        return { ...before, state: 'open', at, by: fact.by.id, reason: null }
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
  const stepSince = movesOn.has(fact.type) ? later(run.stepSince, at) : run.stepSince
  return { ...run, stepSince, steps: { ...run.steps, [fact.data.step]: changed } }
}

function rememberEvidence(run: RunbookRun, fact: FactOf<'evidence.attached'>): RunbookRun {
  const { step, name, sha256 } = fact.data
  if (step === undefined) return run
  const before = ownEntry(run.evidence, step) ?? []
  return { ...run, evidence: { ...run.evidence, [step]: [...before, { name, sha256 }] } }
}

function rememberScenario(run: RunbookRun, fact: FactOf<'scenario.chosen'>): RunbookRun {
  const { scenario: id, title } = fact.data
  return { ...run, scenario: { id, title }, stepSince: later(run.stepSince, fact.occurredAt ?? fact.at) }
}

/** The run after one more fact; opening another runbook starts a new run, the old one stays in the log. */
export function rememberRun(run: RunbookRun | null, fact: Fact): RunbookRun | null {
  switch (fact.type) {
    case 'runbook.opened':
      return { ...fact.data, openedAt: fact.at, ...keptFrom(run, fact) }
    case 'scenario.chosen':
      return run === null ? null : rememberScenario(run, fact)
    case 'step.checked':
    case 'step.unchecked':
    case 'step.skipped':
    case 'step.noted':
    case 'step.extended':
    case 'step.stuck':
      return run === null ? null : rememberStep(run, fact)
    case 'evidence.attached':
      return run === null ? null : rememberEvidence(run, fact)
    default:
      return run
  }
}
