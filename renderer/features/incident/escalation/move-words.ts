import type { PersonFact } from '../../../../shared/contract/person-facts.ts'
import type { IncidentState } from '../../../../shared/incident/incident-state.ts'
import { advanceTo, snoozeUntil } from './ladder-moves.ts'

/** A move of the ladder that needs words first. */
export type Move = 'secondary' | 'lead' | 'snooze' | 'moreTime' | 'fixed' | 'mitigate' | 'resolve' | 'recur' | 'reopen'

/** How a move asks for its words. */
export type MoveWords = {
  readonly title: string
  readonly label: string
  readonly confirmLabel: string
  readonly optional?: boolean
}

export const moveWords: Readonly<Record<Move, MoveWords>> = {
  secondary: {
    title: 'Notify the secondary now',
    label: 'Why (may stay empty)',
    confirmLabel: 'Notify now',
    optional: true,
  },
  lead: {
    title: 'Escalate to the lead now',
    label: 'Why (may stay empty)',
    confirmLabel: 'Escalate now',
    optional: true,
  },
  snooze: { title: 'Snooze the next rung', label: 'Why can it wait?', confirmLabel: 'Snooze rung' },
  moreTime: { title: '10 more minutes', label: 'What are you waiting for?', confirmLabel: 'Give 10 minutes' },
  fixed: {
    title: 'Fixed',
    label: 'What fixed it? (may stay empty)',
    confirmLabel: 'It is fixed',
    optional: true,
  },
  mitigate: {
    title: 'Mitigated',
    label: 'What stopped the harm? (may stay empty)',
    confirmLabel: 'It is mitigated',
    optional: true,
  },
  resolve: {
    title: 'Resolve',
    label: 'How do you know? (may stay empty)',
    confirmLabel: 'It is resolved',
    optional: true,
  },
  recur: { title: 'Recurring', label: 'What came back?', confirmLabel: 'Debug again' },
  reopen: { title: 'Reopen', label: 'Why is it not over?', confirmLabel: 'Reopen incident' },
}

const NO_REASON = 'By hand, no reason given'
const MORE_TIME_MS = 10 * 60_000

/** Words that a move's own fact has no place for become a note beside it. */
export const noteOfMove = (move: Move, reason: string): readonly PersonFact[] =>
  move === 'fixed' && reason !== '' ? [{ type: 'note.added', data: { text: reason } }] : []

/** The fact that a move states, or null when it is no longer possible. `untilMs` is the end of a snooze. */
export function factOfMove(
  move: Move,
  state: IncidentState,
  given: { readonly reason: string; readonly untilMs: number; readonly nowMs: number },
): PersonFact | null {
  const { context } = state.ladder
  const { reason } = given
  const note = reason === '' ? {} : { note: reason }
  switch (move) {
    case 'secondary':
      return advanceTo(context, 'secondaryNotified', reason || NO_REASON)
    case 'lead':
      return advanceTo(context, 'leadEscalated', reason || NO_REASON)
    case 'snooze':
      return snoozeUntil(context, given.untilMs, reason)
    case 'moreTime': {
      const until = new Date(given.nowMs + MORE_TIME_MS).toISOString()
      return { type: 'question.answered', data: { answer: 'moreTime', round: context.question.round, until, reason } }
    }
    case 'fixed':
      return { type: 'question.answered', data: { answer: 'fixed', round: context.question.round } }
    case 'mitigate':
      return { type: 'incident.mitigated', data: note }
    case 'resolve':
      return { type: 'incident.resolved', data: note }
    case 'recur':
      return { type: 'incident.recurred', data: { reason } }
    case 'reopen':
      return { type: 'incident.reopened', data: { reason } }
  }
}
