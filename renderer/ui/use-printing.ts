import { useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'

let isPrinting = false
const watchers = new Set<() => void>()

function turn(isNow: boolean): void {
  isPrinting = isNow
  for (const watcher of watchers) watcher()
}

window.addEventListener('beforeprint', () => flushSync(() => turn(true)))
window.addEventListener('afterprint', () => turn(false))

function watch(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

/** Whether the window is being printed. What only paper needs is there before the browser lays the sheets out. */
export function usePrinting(): boolean {
  return useSyncExternalStore(watch, () => isPrinting)
}
