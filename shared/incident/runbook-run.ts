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
  readonly scenario: { readonly id: string | null; readonly title: string } | null
  readonly steps: Readonly<Record<string, StepProgress>>
  /** Evidence attached to steps, by the step's id. */
  readonly evidence: Readonly<Record<string, readonly StepEvidence[]>>
}

/** What another version of the same runbook keeps: steps whose words and place are unchanged have the same id in both. */
const keptProgress = (run: RunbookRun | null, path: string): Pick<RunbookRun, 'scenario' | 'steps' | 'evidence'> =>
  run?.path === path
    ? { scenario: run.scenario, steps: run.steps, evidence: run.evidence }
    : { scenario: null, steps: {}, evidence: {} }

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
  return { ...run, steps: { ...run.steps, [fact.data.step]: changed } }
}

function rememberEvidence(run: RunbookRun, fact: FactOf<'evidence.attached'>): RunbookRun {
  const { step, name, sha256 } = fact.data
  if (step === undefined) return run
  const before = ownEntry(run.evidence, step) ?? []
  return { ...run, evidence: { ...run.evidence, [step]: [...before, { name, sha256 }] } }
}

/** The run after one more fact; opening another runbook starts a new run, the old one stays in the log. */
export function rememberRun(run: RunbookRun | null, fact: Fact): RunbookRun | null {
  switch (fact.type) {
    case 'runbook.opened':
      return { ...fact.data, openedAt: fact.at, ...keptProgress(run, fact.data.path) }
    case 'scenario.chosen':
      return run === null ? null : { ...run, scenario: { id: fact.data.scenario, title: fact.data.title } }
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
