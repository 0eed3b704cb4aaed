import { questionDeadlineId, rungDeadlineId } from '../../../shared/incident/deadline-ids.ts'
import { rungDueAtMs } from '../../../shared/incident/deadlines.ts'
import type { FactDraft } from '../../../shared/incident/facts/fact-catalog.ts'
import type { LadderFact } from '../../../shared/incident/incident-machine.ts'
import type { LadderContext } from '../../../shared/incident/ladder-context.ts'
import { engineer, minuteMs, recordOf, secondary, stated } from '../../support/log-builder.ts'

const instant = (ms: number): string => new Date(ms).toISOString()

function lifecycleDrafts(): FactDraft[] {
  return [
    stated('incident.acknowledged', {}),
    stated('incident.mitigated', {}),
    stated('incident.recurred', { reason: 'it is back' }),
    stated('incident.resolved', {}),
    stated('incident.reopened', { reason: 'it is back' }),
    stated('incident.reviewed', {}),
    stated('incident.closed', {}),
    stated('incident.retitled', { title: 'Another title' }),
  ]
}

function circumstanceDrafts(context: LadderContext): FactDraft[] {
  return [
    stated('impact.stated', { startedAt: instant(minuteMs(-10)) }),
    stated('severity.changed', { from: context.severity, to: context.severity === 2 ? 3 : 2 }),
    stated('relief.setAside', { reason: 'the investors call at eight' }),
    stated('role.assumed', { role: 'scribe', person: engineer }),
    stated('role.renounced', { role: 'commander', person: engineer }),
    stated('handoff.offered', { to: secondary }),
    stated('handoff.accepted', { of: context.offer?.of ?? 'no offer', person: secondary }),
    stated('handoff.declined', { of: context.offer?.of ?? 'no offer', person: secondary }),
    stated('handoff.withdrawn', { of: context.offer?.of ?? 'no offer' }),
  ]
}

function rungDrafts(context: LadderContext): FactDraft[] {
  return context.policy.rungs.flatMap((rung) => {
    const key = { rungId: rung.id, deadlineId: rungDeadlineId(rung.id, context.epoch) }
    const dueAt = instant(rungDueAtMs(context, rung))
    const lateness = { dueAt, lateMs: 0, lateCause: null }
    const outcome = rung.action.do === 'ask' ? 'asked' : 'sent'
    const notification = `notification-${context.notifications.length}`
    const acknowledgeBy = instant(minuteMs(500))
    const request = { role: 'secondary', attempt: 1, acknowledgeBy, message: 'Please help.', skipped: [] }
    return [
      stated('rung.fired', { ...key, ...lateness, outcome }),
      stated('rung.fired', { ...key, ...lateness, outcome: 'recorded' }),
      stated('rung.withheld', { ...key, dueAt, reason: 'SEV-4 pages nobody by itself' }),
      stated('rung.snoozed', { ...key, until: instant(rungDueAtMs(context, rung) + 60_000), reason: 'wait' }),
      stated('rung.advanced', { ...key, reason: 'needs help' }),
      stated('rung.exhausted', { ...key, tried: [], skipped: [] }),
      stated('notification.requested', { ...key, ...request, notification, person: secondary }),
    ]
  })
}

function questionDrafts({ question, epoch }: LadderContext): FactDraft[] {
  const { round } = question
  const asked = Math.max(2, round)
  const lateness = { dueAt: instant(minuteMs(40)), lateMs: 0, lateCause: null }
  return [
    stated('question.asked', { deadlineId: questionDeadlineId(epoch, asked), round: asked, ...lateness }),
    stated('question.answered', { answer: 'notifySecondary', round }),
    stated('question.answered', { answer: 'moreTime', round, until: instant(minuteMs(40)), reason: 'nearly' }),
    stated('question.answered', { answer: 'fixed', round }),
  ]
}

function receiptDrafts(context: LadderContext): FactDraft[] {
  const notification = context.notifications.at(-1)?.notification ?? 'none'
  return [
    stated('notification.sent', { notification, channel: 'desktop' }),
    stated('notification.failed', { notification, channel: 'desktop', error: 'no network' }),
    stated('notification.acknowledged', { notification, person: secondary, via: 'phone' }),
  ]
}

/** One draft of every type that could be meant in a context, legal or not: whatever a person, the alarm or a receipt may say. */
export const candidateDrafts = (context: LadderContext): readonly FactDraft[] => [
  ...lifecycleDrafts(),
  ...circumstanceDrafts(context),
  ...rungDrafts(context),
  ...questionDrafts(context),
  ...receiptDrafts(context),
]

/** The candidates as the machine's events. */
export const candidateFacts = (context: LadderContext): readonly LadderFact[] =>
  candidateDrafts(context).map((draft) => recordOf(draft, 2, minuteMs(60)) as unknown as LadderFact)
