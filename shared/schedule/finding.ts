/** What can be wrong with a schedule (S4). */
export type FindingKind =
  | 'gap'
  | 'overlap'
  | 'holiday'
  | 'away'
  | 'same-person'
  | 'no-phone'
  | 'double-cover'
  | 'nobody-after-swap'

/** One thing to settle before the night comes. `error` means that a page would reach nobody; a `note` is good to know. */
export type Finding = {
  /** The same for the same trouble each time, so that lists keep still and a proposed swap can be compared with the present. */
  readonly id: string
  readonly kind: FindingKind
  readonly severity: 'error' | 'warning' | 'note'
  /** The local date it is about, or begins on. */
  readonly date: string
  /** Ids of the people concerned. */
  readonly who: readonly string[]
  /** What is wrong, in one sentence. */
  readonly why: string
  readonly hint: string
}
