import type { Fact } from './facts/fact-catalog.ts'
import { type Said, standing } from './retraction.ts'

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

/** A fact about one step. */
export type StepFact = Extract<Fact, { type: `step.${string}` }>

/** How a step stands after one more fact about it. */
export function afterStepFact(known: StepProgress | null, fact: StepFact): StepProgress {
  const at = fact.occurredAt ?? fact.at
  const by = fact.by.id
  const before: StepProgress = known ?? {
    text: fact.data.text,
    state: 'open',
    at,
    by,
    reason: null,
    notes: [],
    extendedByMs: 0,
    isStuck: false,
    reopenedAt: null,
  }
  const withNote = (note: string | undefined): StepProgress['notes'] =>
    note === undefined ? before.notes : [...before.notes, { text: note, at, by }]
  switch (fact.type) {
    case 'step.checked':
      return { ...before, state: 'done', at, by, reason: null, isStuck: false, notes: withNote(fact.data.note) }
    case 'step.unchecked':
      return { ...before, state: 'open', at, by, reason: null, isStuck: false, reopenedAt: at }
    case 'step.skipped':
      return { ...before, state: 'skipped', at, by, reason: fact.data.reason, isStuck: false }
    case 'step.noted':
      return { ...before, notes: withNote(fact.data.note) }
    case 'step.extended':
      return { ...before, isStuck: false, extendedByMs: before.extendedByMs + fact.data.minutes * 60_000 }
    case 'step.stuck':
      return { ...before, isStuck: true, notes: withNote(fact.data.note) }
  }
}

/** How a step stands by what was said of it and not taken back; null when nothing stands, as if nobody had touched it. */
export const progressOf = (said: readonly Said<StepFact>[]): StepProgress | null =>
  standing(said).reduce<StepProgress | null>(afterStepFact, null)
