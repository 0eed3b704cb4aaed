/** How far a copy can still be trusted: in whole, and by the review dates of its documents. */
export type Staleness = {
  /** `clockBehind`: the device's clock stands before the copy was made, so nothing can be said about its age. */
  readonly state: 'fresh' | 'stale' | 'clockBehind'
  /** Anchors of the documents whose review was due before today. */
  readonly overdue: readonly string[]
}

const DAY_MS = 86_400_000

/** Whether a review that was due on a day (YYYY-MM-DD) is late at an instant (epoch ms); the day itself still counts. */
export const isOverdue = (reviewDueOn: string | null, nowMs: number): boolean =>
  reviewDueOn !== null && reviewDueOn < new Date(nowMs).toISOString().slice(0, 10)

/** Judges a copy at an instant (epoch ms): stale from the end of its schedule on, whatever it holds besides. */
export function stalenessAt(
  copy: {
    readonly madeAt: string
    readonly staleAt: string
    readonly documents: readonly { readonly anchor: string; readonly reviewDueOn: string | null }[]
  },
  nowMs: number,
): Staleness {
  const overdue = copy.documents.filter(({ reviewDueOn }) => isOverdue(reviewDueOn, nowMs)).map(({ anchor }) => anchor)
  if (nowMs >= Date.parse(copy.staleAt)) return { state: 'stale', overdue }
  return { state: nowMs < Date.parse(copy.madeAt) - DAY_MS ? 'clockBehind' : 'fresh', overdue }
}
