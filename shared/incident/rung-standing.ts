import type { Rung } from '../schedule/policy.ts'
import { rungDeadlineId } from './deadline-ids.ts'
import { type EscalationLevel, escalationLevels, levelOfRung, rungById } from './escalation-level.ts'
import type { LadderContext, RungProgress } from './ladder-context.ts'
import { ownEntry } from './own-entry.ts'

/** What has become of a rung in this epoch, or null when the policy has no such rung. */
export const progressOf = (context: LadderContext, rungId: string): RungProgress | null =>
  ownEntry(context.rungs, rungId)

/** Whether a rung is still to come: due or not, withheld or not, it has neither fired nor been advanced. */
export function isWaiting(context: LadderContext, rung: Rung): boolean {
  const status = progressOf(context, rung.id)?.status
  return status === 'waiting' || status === 'withheld'
}

/** Whether a fact names a rung of this epoch: an id from before a recurrence or reopening is stale (E6, E8). */
const isOfThisEpoch = (context: LadderContext, rungId: string, deadlineId: string): boolean =>
  deadlineId === rungDeadlineId(rungId, context.epoch)

/** Whether a rung's fact names a rung of this epoch that has not gone off yet: the compare-and-set of E7. */
export function namesWaitingRung(context: LadderContext, rungId: string, deadlineId: string): boolean {
  const rung = rungById(context.policy, rungId)
  return rung !== null && isOfThisEpoch(context, rungId, deadlineId) && isWaiting(context, rung)
}

/**
 * Whether a rung comes too late to matter: a later one that tells somebody has gone off, so it is only recorded (E6).
 * A later question passes earlier questions alone, since asking the engineer replaces nobody who should be told.
 */
export function isPassed(context: LadderContext, rung: Rung): boolean {
  const { rungs } = context.policy
  return rungs
    .slice(rungs.indexOf(rung) + 1)
    .some((later) => !isWaiting(context, later) && (later.action.do === 'tell' || rung.action.do === 'ask'))
}

/** The highest escalation state that a rung of this epoch led to; rungs that were only recorded led nowhere (E6). */
export function levelReached(context: LadderContext): EscalationLevel {
  const ranks = context.policy.rungs
    .filter((rung) => {
      const outcome = progressOf(context, rung.id)?.outcome ?? null
      return outcome !== null && outcome !== 'recorded'
    })
    .map((rung) => escalationLevels.indexOf(levelOfRung(rung)))
  return escalationLevels[Math.max(0, ...ranks)] ?? 'holding'
}

/**
 * Whether somebody may still be told on a rung's behalf (E5): it was sent in this epoch, and either nobody was told yet or
 * the last one told has not answered. An answer, an acknowledgement or a higher rung ends it.
 */
export function isStillTelling(context: LadderContext, rungId: string, deadlineId: string): boolean {
  const progress = progressOf(context, rungId)
  if (!context.active || progress?.outcome !== 'sent' || progress.exhausted) return false
  if (!isOfThisEpoch(context, rungId, deadlineId)) return false
  const told = context.notifications.filter((each) => each.deadlineId === deadlineId)
  return told.length === 0 || told.some((each) => each.status === 'open')
}
