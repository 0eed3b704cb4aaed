import type { StoreApi } from 'zustand/vanilla'
import type { KeptText } from './kept-text.ts'
import { createKeptUnsaved } from './kept-unsaved.ts'
import type { StoreState } from './store-state.ts'
import type { Unsaved } from './unsaved.ts'

/** What this window shows as NOT SAVED, and what all windows keep of it. */
export type UnsavedList = {
  /** Keeps it, in the place of what is kept under its key. */
  readonly keep: (unsaved: Unsaved) => void
  readonly find: (key: string) => Unsaved | undefined
  /** Whether it still waits: another window may have saved it or thrown it away. */
  readonly isKept: (key: string) => boolean
  /** Changes what is known of it, in every window; that it is under way is known in this one. */
  readonly update: (key: string, part: Partial<Unsaved>) => void
  readonly discard: (key: string) => void
  /** Takes over what other windows kept and found out, and lets go of what they saved. */
  readonly readShared: () => void
}

/** That it is under way is of this window alone. */
const isToldToAll = (part: Partial<Unsaved>): boolean => Object.keys(part).some((field) => field !== 'isRetrying')

/** What is known of the same one here and in the storage; its facts stay the same object for whoever stated them. */
const merged = (stored: Unsaved, known: Unsaved | undefined): Unsaved =>
  known === undefined ? stored : { ...stored, facts: known.facts, isRetrying: known.isRetrying }

/** Makes the list of a store over the storage that all windows share. */
export function createUnsavedList(
  { getState, setState }: Pick<StoreApi<StoreState>, 'getState' | 'setState'>,
  kept: KeptText,
): UnsavedList {
  const shared = createKeptUnsaved(kept)
  /** Those that the storage did not take: only this window has them. */
  const own = new Set<string>()
  const change = (next: (list: readonly Unsaved[]) => readonly Unsaved[]): void =>
    setState(({ unsaved }) => ({ unsaved: next(unsaved) }))
  const find: UnsavedList['find'] = (key) => getState().unsaved.find((each) => each.key === key)
  return {
    find,
    isKept: (key) => own.has(key) || shared.has(key),
    update: (key, part) => {
      change((list) => list.map((each) => (each.key === key ? { ...each, ...part } : each)))
      const unsaved = find(key)
      // What another window has saved meanwhile must not come back.
      if (unsaved !== undefined && isToldToAll(part) && shared.has(key)) shared.keep({ ...unsaved, isRetrying: false })
    },
    keep: (unsaved) => {
      const isOnlyHere = !shared.keep(unsaved)
      if (isOnlyHere) own.add(unsaved.key)
      const shown = isOnlyHere ? { ...unsaved, isOnlyHere } : unsaved
      change((list) => [...list.filter(({ key }) => key !== unsaved.key), shown])
    },
    discard: (key) => {
      shared.drop(key)
      own.delete(key)
      change((list) => list.filter((each) => each.key !== key))
    },
    readShared: () =>
      change((list) => {
        const known = new Map(list.map((each) => [each.key, each]))
        const all = shared.all().map((each) => merged(each, known.get(each.key)))
        return [...all, ...list.filter(({ key }) => own.has(key))]
      }),
  }
}
