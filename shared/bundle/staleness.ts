/** How far a copy can still be trusted: in whole, and by the review dates of its documents. */
export type Staleness = {
  /** `clockBehind`: the device's clock stands before the copy was made, so nothing can be said about its age. */
  readonly state: 'fresh' | 'stale' | 'clockBehind'
  /** Its schedule has ended, so it does not know who is on call. */
  readonly isScheduleOver: boolean
  /** Whole days since it was made; null while the clock stands before that. */
  readonly ageDays: number | null
  /** Anchors of the documents whose review was due before today. */
  readonly overdue: readonly string[]
}

const DAY_MS = 86_400_000

/** Whether a review that was due on a day (YYYY-MM-DD) is late at an instant (epoch ms); the day itself still counts. */
export const isOverdue = (reviewDueOn: string | null, nowMs: number): boolean =>
  reviewDueOn !== null && reviewDueOn < new Date(nowMs).toISOString().slice(0, 10)

/** Judges a copy at an instant (epoch ms): as a whole from the day it was made on, its schedule by the end of its weeks. */
export function stalenessAt(
  copy: {
    readonly madeAt: string
    readonly staleAt: string
    readonly scheduleEndsAt: string | null
    readonly documents: readonly { readonly anchor: string; readonly reviewDueOn: string | null }[]
  },
  nowMs: number,
): Staleness {
  const overdue = copy.documents.filter(({ reviewDueOn }) => isOverdue(reviewDueOn, nowMs)).map(({ anchor }) => anchor)
  const isScheduleOver = copy.scheduleEndsAt !== null && nowMs >= Date.parse(copy.scheduleEndsAt)
  const passedMs = nowMs - Date.parse(copy.madeAt)
  const ageDays = passedMs < 0 ? null : Math.floor(passedMs / DAY_MS)
  const state = nowMs >= Date.parse(copy.staleAt) ? 'stale' : passedMs < -DAY_MS ? 'clockBehind' : 'fresh'
  return { state, isScheduleOver, ageDays, overdue }
}
