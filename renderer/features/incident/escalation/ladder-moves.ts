import type { PersonFact } from '../../../../shared/contract/person-facts.ts'
import { rungDeadlineId } from '../../../../shared/incident/deadline-ids.ts'
import { nextRung, rungDueAtMs, waitingRungs } from '../../../../shared/incident/deadlines.ts'
import { levelOfRung } from '../../../../shared/incident/escalation-level.ts'
import type { LadderFact } from '../../../../shared/incident/incident-machine.ts'
import type { IncidentState } from '../../../../shared/incident/incident-state.ts'
import type { LadderContext } from '../../../../shared/incident/ladder-context.ts'

const zeros = '0'.repeat(64)

/** Whether the machine would take a fact that a person states now: what enables a button. */
export function canState(state: IncidentState, fact: PersonFact, nowMs: number): boolean {
  const at = new Date(nowMs).toISOString()
  const envelope = { v: 1, seq: state.seq + 1, id: 'probe', incident: state.incident, at, prev: zeros, hash: zeros }
  const by = { kind: 'person', id: 'probe' } as const
  return state.ladder.can({ ...envelope, by, ...fact } as unknown as LadderFact)
}

/** The fact that moves the ladder to a level by hand, or null when no rung that leads there is waiting (E7). */
export function advanceTo(
  context: LadderContext,
  level: 'secondaryNotified' | 'leadEscalated',
  reason: string,
): Extract<PersonFact, { type: 'rung.advanced' }> | null {
  const rung = waitingRungs(context).find((each) => levelOfRung(each) === level)
  if (rung === undefined) return null
  const deadlineId = rungDeadlineId(rung.id, context.epoch)
  return { type: 'rung.advanced', data: { rungId: rung.id, deadlineId, reason } }
}

/** The fact that puts the next rung off until an instant (epoch ms), or null when there is none. */
export function snoozeUntil(
  context: LadderContext,
  untilMs: number,
  reason: string,
): Extract<PersonFact, { type: 'rung.snoozed' }> | null {
  const rung = nextRung(context)
  if (rung === null) return null
  const deadlineId = rungDeadlineId(rung.id, context.epoch)
  const until = new Date(untilMs).toISOString()
  return { type: 'rung.snoozed', data: { rungId: rung.id, deadlineId, until, reason } }
}

const SNOOZES_MIN = [5, 10, 15, 20, 30, 45]

/** The ends that a snooze of the next rung may have (epoch ms): later than it is due, short of the rung after it. */
export function snoozeEnds(state: IncidentState, nowMs: number): readonly number[] {
  const { context } = state.ladder
  const rung = nextRung(context)
  if (rung === null) return []
  const fromMs = Math.max(nowMs, rungDueAtMs(context, rung))
  return SNOOZES_MIN.map((minutes) => fromMs + minutes * 60_000).filter((untilMs) => {
    const fact = snoozeUntil(context, untilMs, 'probe')
    return fact !== null && canState(state, fact, nowMs)
  })
}
