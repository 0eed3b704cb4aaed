import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import type { DeskStore } from './desk-store.ts'
import type { OpenIncident, StoreState } from './store-state.ts'

const StoreContext = createContext<DeskStore | null>(null)

export function StoreProvider({ store, children }: { readonly store: DeskStore; readonly children: ReactNode }) {
  return <StoreContext value={store}>{children}</StoreContext>
}

/** The store and what can be done with it. */
export function useDeskStore(): DeskStore {
  const store = useContext(StoreContext)
  if (store === null) throw new Error('a screen was rendered outside of StoreProvider')
  return store
}

/** A part of what the window knows; renders again only when that part changes. */
export const useSelected = <T,>(select: (state: StoreState) => T): T => useStore(useDeskStore(), select)

/** The open incident. Only for parts that are rendered once it is there. */
export function useOpenIncident(): OpenIncident {
  const open = useSelected((state) => state.open)
  if (open === null) throw new Error('no incident is open')
  return open
}

const TICK_MS = 250
const tickers = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined

function onTick(notify: () => void): () => void {
  tickers.add(notify)
  timer ??= setInterval(() => {
    for (const each of tickers) each()
  }, TICK_MS)
  return () => {
    tickers.delete(notify)
    if (tickers.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/**
 * The host's time, epoch ms, four times a second. `stepMs` rounds down, so that what shows minutes renders each minute.
 * Under a test clock it stands still until the host says otherwise.
 */
export function useNow(stepMs = TICK_MS): number {
  const store = useDeskStore()
  useSelected((state) => state.clock)
  return useSyncExternalStore(onTick, () => Math.floor(store.now() / stepMs) * stepMs)
}

/** A text that somebody is typing, kept across reloads under a key. */
export function useDraft(key: string): readonly [string, (text: string) => void] {
  const store = useDeskStore()
  const text = useSelected((state) => state.drafts[key])
  return [text ?? store.keptDraft(key), (next) => store.setDraft(key, next)]
}
