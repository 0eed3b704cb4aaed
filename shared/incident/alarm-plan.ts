import { assertNever } from '../kit/assert-never.ts'
import type { Rung } from '../schedule/policy.ts'
import { type Deadline, openDeadlines } from './deadlines.ts'
import type { FactDraft, FactOf } from './facts/fact-catalog.ts'
import type { LadderContext, NotificationProgress } from './ladder-context.ts'
import { pagingRefusal } from './paging-refusal.ts'
import { isPassed, progressOf } from './rung-standing.ts'

/** A deadline met later than this counts as late and says why; under it, it is the tick of the alarm (1 s) and a busy disk. */
export const LATE_AFTER_MS = 5_000

/** What the alarm must do now, in order. Notifications are made by the host, which knows the schedule. */
export type AlarmStep =
  | { readonly do: 'append'; readonly draft: FactDraft }
  /** Tell the first reachable person of a rung (its fired fact is in the log, or in the plan before this step). */
  | { readonly do: 'tellRung'; readonly rung: Rung; readonly deadlineId: string; readonly lateMs: number }
  /** Nobody answered in time: the same person again, or the next one of the rung (E5). */
  | { readonly do: 'tellAgain'; readonly notification: NotificationProgress; readonly isSamePerson: boolean }

type DueOf<Kind extends Deadline['kind']> = Extract<Deadline, { kind: Kind }>

/** The instant of a plan and the reasons that its facts give. */
type Occasion = { readonly context: LadderContext; readonly nowMs: number; readonly lateCause: string }

const alarm = { kind: 'alarm', id: 'alarm' } as const

const lateBy = (dueAtMs: number, nowMs: number): number => Math.max(0, nowMs - dueAtMs)

function lateness(dueAtMs: number, nowMs: number, lateCause: string) {
  const lateMs = lateBy(dueAtMs, nowMs)
  return { dueAt: new Date(dueAtMs).toISOString(), lateMs, lateCause: lateMs > LATE_AFTER_MS ? lateCause : null }
}

/** Why something due before the log was corrected comes late: until then it was not to come, or not yet (J8). */
const sinceCorrected = ({ correctedAt }: LadderContext, dueAtMs: number): string | null =>
  correctedAt !== null && dueAtMs < Date.parse(correctedAt) ? 'due before an entry was retracted or restored' : null

/** Why a rung is late for its own reasons, whatever the alarm did; null when only the alarm can be the cause. */
function whyLate(context: LadderContext, due: DueOf<'rung'>): string | null {
  const withheld = progressOf(context, due.rung.id)?.withheldReason ?? null
  if (withheld !== null) return `held back: ${withheld}`
  const corrected = sinceCorrected(context, due.dueAtMs)
  if (corrected !== null) return corrected
  return due.dueAtMs < Date.parse(context.declaredAt) ? 'due before the incident was declared' : null
}

function fire(
  { context, nowMs, lateCause }: Occasion,
  due: DueOf<'rung'>,
  outcome: FactOf<'rung.fired'>['data']['outcome'],
): AlarmStep {
  const cause = whyLate(context, due) ?? lateCause
  const data = { deadlineId: due.id, rungId: due.rung.id, ...lateness(due.dueAtMs, nowMs, cause), outcome }
  return { do: 'append', draft: { type: 'rung.fired', by: alarm, data } }
}

function tell(due: DueOf<'rung' | 'telling'>, nowMs: number): AlarmStep {
  return { do: 'tellRung', rung: due.rung, deadlineId: due.id, lateMs: lateBy(due.dueAtMs, nowMs) }
}

/** A rung that may not page: the log says so once, and the rung stays due until paging is allowed (E11). */
function withhold({ context }: Occasion, due: DueOf<'rung'>, reason: string): AlarmStep[] {
  if (progressOf(context, due.rung.id)?.status === 'withheld') return []
  const data = { deadlineId: due.id, rungId: due.rung.id, dueAt: new Date(due.dueAtMs).toISOString(), reason }
  return [{ do: 'append', draft: { type: 'rung.withheld', by: alarm, data } }]
}

/** Of the rungs due, the last that tells is sent, a question after it is asked, and all the others are recorded (E6). */
function planRungs(occasion: Occasion, due: readonly DueOf<'rung'>[], refusal: string | null): AlarmStep[] {
  const { context, nowMs } = occasion
  const coming = due.filter((each) => !isPassed(context, each.rung))
  const sent = refusal === null ? coming.findLast((each) => each.rung.action.do === 'tell') : undefined
  const asked = coming.findLast((each) => each.rung.action.do === 'ask')
  const isAsked = asked !== undefined && (sent === undefined || coming.indexOf(asked) > coming.indexOf(sent))
  return due.flatMap((each): AlarmStep[] => {
    if (each === sent) return [fire(occasion, each, 'sent'), tell(each, nowMs)]
    if (each === asked && isAsked) return [fire(occasion, each, 'asked')]
    const isHeldBack = refusal !== null && each.rung.action.do === 'tell' && coming.includes(each)
    return isHeldBack ? withhold(occasion, each, refusal) : [fire(occasion, each, 'recorded')]
  })
}

/** Nobody answered. Where nobody may be paged the clock's own pages wait; a person's go on, because a person asked (E11). */
function planRepeat({ context }: Occasion, due: DueOf<'acknowledgement'>, refusal: string | null): AlarmStep[] {
  const { notification } = due
  const isByHand = progressOf(context, notification.rungId)?.status === 'advanced'
  if (refusal !== null && !isByHand) return []
  return [{ do: 'tellAgain', notification, isSamePerson: notification.attempt <= context.policy.repeat }]
}

function askAgain({ context, nowMs, lateCause }: Occasion, due: DueOf<'question'>): AlarmStep {
  const cause = sinceCorrected(context, due.dueAtMs) ?? lateCause
  const data = { deadlineId: due.id, round: due.round, ...lateness(due.dueAtMs, nowMs, cause) }
  return { do: 'append', draft: { type: 'question.asked', by: alarm, data } }
}

function missUpdate(due: DueOf<'update'>): AlarmStep {
  const data = { deadlineId: due.id, dueAt: new Date(due.dueAtMs).toISOString() }
  return { do: 'append', draft: { type: 'update.missed', by: alarm, data } }
}

const speaks = (step: AlarmStep): boolean =>
  step.do === 'tellRung' ||
  (step.do === 'append' && step.draft.type === 'rung.fired' && step.draft.data.outcome === 'asked')

/**
 * What is due at an instant (epoch ms), as facts to append and people to tell, in order (E3, E5, E6, E11, E14).
 * Of several overdue rungs the highest is sent and the lower ones are recorded, so that nobody gets a burst.
 * Pure: the same log and the same instant give the same plan; once it is carried out, the next plan is empty.
 * `lateCause` is why the alarm may be late, in words ("laptop asleep 41 min"); `promisedFor` as for `openDeadlines`.
 */
export function planAlarm(
  context: LadderContext,
  nowMs: number,
  lateCause: string,
  promisedFor: string | null = null,
): AlarmStep[] {
  const occasion: Occasion = { context, nowMs, lateCause }
  const due = openDeadlines(context, promisedFor).filter((deadline) => deadline.dueAtMs <= nowMs)
  const refusal = pagingRefusal(context, nowMs)
  const rungs = planRungs(
    occasion,
    due.filter((each) => each.kind === 'rung'),
    refusal,
  )
  const isSomebodyTold = rungs.some((step) => step.do === 'tellRung')
  const isQuestionSettled = rungs.some(speaks)
  const rest = due.flatMap((each): AlarmStep[] => {
    switch (each.kind) {
      case 'rung':
        return []
      case 'telling':
        return isSomebodyTold ? [] : [tell(each, nowMs)]
      case 'acknowledgement':
        return isSomebodyTold ? [] : planRepeat(occasion, each, refusal)
      case 'question':
        return isQuestionSettled ? [] : [askAgain(occasion, each)]
      case 'update':
        return [missUpdate(each)]
      default:
        return assertNever(each)
    }
  })
  return [...rungs, ...rest]
}
