import type { Rung } from '../schedule/policy.ts'
import { type Deadline, openDeadlines } from './deadlines.ts'
import { escalationLevels, levelOfRung } from './escalation-level.ts'
import type { FactDraft } from './facts/fact-catalog.ts'
import type { LadderContext, NotificationProgress } from './ladder-context.ts'
import { pagingRefusal } from './paging-refusal.ts'

/** A deadline met later than this counts as late and says why; under it, it is the tick of the alarm (1 s) and a busy disk. */
export const LATE_AFTER_MS = 5_000

/** What the alarm must do now, in order. Notifications are made by the host, which knows the schedule. */
export type AlarmStep =
  | { readonly do: 'append'; readonly draft: FactDraft }
  /** Tell the first reachable person of a rung (its fired fact is already in the plan, before this step). */
  | { readonly do: 'tellRung'; readonly rung: Rung; readonly deadlineId: string; readonly lateMs: number }
  /** Nobody answered in time: the same person again, or the next one of the rung (E5). */
  | { readonly do: 'tellAgain'; readonly notification: NotificationProgress; readonly isSamePerson: boolean }

const alarm = { kind: 'alarm', id: 'alarm' } as const
const rank = (rung: Rung): number => escalationLevels.indexOf(levelOfRung(rung))

type DueRung = Extract<Deadline, { kind: 'rung' }>

function highestGoneOff(context: LadderContext): number {
  const gone = context.policy.rungs.filter((rung) => {
    const status = context.rungs[rung.id]?.status
    return status === 'fired' || status === 'advanced'
  })
  return Math.max(0, ...gone.map(rank))
}

function firedStep(
  context: LadderContext,
  due: DueRung, nowMs: number, lateCause: string, outcome: 'asked' | 'sent' | 'recorded'): AlarmStep {
  const lateMs = Math.max(0, nowMs - due.dueAtMs)
  const withheld = context.rungs[due.rung.id]?.withheldReason ?? null
  const cause = withheld === null ? lateCause : `held back: ${withheld}`
  return {
    do: 'append',
    draft: {
      type: 'rung.fired',
      by: alarm,
      data: {
        deadlineId: due.id,
        rungId: due.rung.id,
        dueAt: new Date(due.dueAtMs).toISOString(),
        lateMs,
        lateCause: lateMs > LATE_AFTER_MS ? cause : null,
        outcome,
      },
    },
  }
}

function planRungs(context: LadderContext, due: DueRung[], nowMs: number, lateCause: string, refusal: string | null) {
  const inOrder = due.toSorted((a, b) => a.dueAtMs - b.dueAtMs || rank(a.rung) - rank(b.rung))
  const tellable = refusal === null ? inOrder.filter((each) => each.rung.action.do === 'tell') : []
  const alreadyAt = highestGoneOff(context)
  const sent = tellable.reduce<DueRung | null>(
    (best, each) =>
      rank(each.rung) >= alreadyAt && (best === null || rank(each.rung) >= rank(best.rung)) ? each : best,
    null,
  )
  return inOrder.flatMap((each): AlarmStep[] => {
    if (each.rung.action.do === 'ask') {
      const isPassed = sent !== null || alreadyAt > rank(each.rung)
      return [firedStep(context, each, nowMs, lateCause, isPassed ? 'recorded' : 'asked')]
    }
    if (refusal !== null) {
      if (context.rungs[each.rung.id]?.status === 'withheld') return []
      const dueAt = new Date(each.dueAtMs).toISOString()
      const data = { deadlineId: each.id, rungId: each.rung.id, dueAt, reason: refusal }
      return [{ do: 'append', draft: { type: 'rung.withheld', by: alarm, data } }]
    }
    if (each !== sent) return [firedStep(context, each, nowMs, lateCause, 'recorded')]
    return [
      firedStep(context, each, nowMs, lateCause, 'sent'),
      { do: 'tellRung', rung: each.rung, deadlineId: each.id, lateMs: Math.max(0, nowMs - each.dueAtMs) },
    ]
  })
}

/**
 * What is due at an instant, as facts to append and people to tell, in order (E3, E5, E6, E11).
 * Of several overdue rungs the highest is sent and the lower ones are recorded, so that nobody gets a burst.
 * Pure: the same log and the same instant give the same plan; a plan carried out leaves nothing due.
 * `lateCause` is why the alarm may be late, in words ("laptop asleep 41 min").
 */
export function planAlarm(context: LadderContext, nowMs: number, lateCause: string): AlarmStep[] {
  const due = openDeadlines(context).filter((deadline) => deadline.dueAtMs <= nowMs)
  const rungs = planRungs(
    context,
    due.filter((each) => each.kind === 'rung'),
    nowMs,
    lateCause,
    pagingRefusal(context, nowMs),
  )
  const isSomebodyTold = rungs.some((step) => step.do === 'tellRung')
  const rest = due.flatMap((each): AlarmStep[] => {
    if (each.kind === 'rung' || isSomebodyTold) return []
    if (each.kind === 'acknowledgement') {
      const isSamePerson = each.notification.attempt <= context.policy.repeat
      return [{ do: 'tellAgain', notification: each.notification, isSamePerson }]
    }
    const lateMs = Math.max(0, nowMs - each.dueAtMs)
    const dueAt = new Date(each.dueAtMs).toISOString()
    const lateness = { dueAt, lateMs, lateCause: lateMs > LATE_AFTER_MS ? lateCause : null }
    const data = { deadlineId: each.id, round: each.round, ...lateness }
    return [{ do: 'append', draft: { type: 'question.asked', by: alarm, data } }]
  })
  return [...rungs, ...rest]
}
