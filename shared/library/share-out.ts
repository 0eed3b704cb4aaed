import type { EntryKind } from './library-entry.ts'

/** The kinds of entries, in the order in which results are shown. */
export const entryKinds = ['runbook', 'reference', 'incident'] as const satisfies readonly EntryKind[]

/** A number for each kind of entry. */
export type PerKind = Readonly<Record<EntryKind, number>>

/** How many results are wanted: `limit` in all, shared out among the kinds, and of some kinds as many as `more` says. */
export type Places = {
  readonly limit: number
  readonly more?: { readonly [Kind in EntryKind]?: number | undefined }
}

/** Makes a number for each kind. */
export const perKind = (numberOf: (kind: EntryKind) => number): PerKind => ({
  runbook: numberOf('runbook'),
  reference: numberOf('reference'),
  incident: numberOf('incident'),
})

/**
 * How many results of each kind are shown. Each kind has an equal share; what one does not need goes to the others. So a past incident
 * is never behind forty runbooks.
 */
export function sharesOf(totals: PerKind, { limit, more = {} }: Places): PerKind {
  const bySize = entryKinds.toSorted((one, other) => totals[one] - totals[other])
  const shares = new Map<EntryKind, number>()
  let left = limit
  for (const [at, kind] of bySize.entries()) {
    const share = Math.min(totals[kind], Math.floor(left / (bySize.length - at)))
    shares.set(kind, share)
    left -= share
  }
  return perKind((kind) => Math.min(totals[kind], Math.max(shares.get(kind) ?? 0, more[kind] ?? 0)))
}
