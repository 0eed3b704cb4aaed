import type { StoreApi } from 'zustand/vanilla'
import type { KeptText } from './kept-text.ts'
import { createKeptUnsaved } from './kept-unsaved.ts'
import type { StoreState } from './store-state.ts'
import type { Unsaved } from './unsaved.ts'

/** What this window shows as NOT SAVED, and what all windows keep of it. */
export type UnsavedList = {
  readonly keep: (unsaved: Unsaved) => void
  readonly find: (key: string) => Unsaved | undefined
  /** Whether it still waits: another window may have saved it or thrown it away. */
  readonly isKept: (key: string) => boolean
  readonly update: (key: string, part: Partial<Unsaved>) => void
  readonly discard: (key: string) => void
  /** Takes over what other windows kept, and lets go of what they saved. */
  readonly readShared: () => void
}

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
  return {
    find: (key) => getState().unsaved.find((each) => each.key === key),
    isKept: (key) => own.has(key) || shared.has(key),
    update: (key, part) => change((list) => list.map((each) => (each.key === key ? { ...each, ...part } : each))),
    keep: (unsaved) => {
      if (!shared.keep(unsaved)) own.add(unsaved.key)
      change((list) => [...list, unsaved])
    },
    discard: (key) => {
      shared.drop(key)
      own.delete(key)
      change((list) => list.filter((each) => each.key !== key))
    },
    readShared: () =>
      change((list) => {
        const all = shared.all()
        const known = new Map(list.map((each) => [each.key, each]))
        return [...all.map((each) => known.get(each.key) ?? each), ...list.filter(({ key }) => own.has(key))]
      }),
  }
}
