/** A place that survives a reload and is shared by all windows. Storage that is full or forbidden loses the copy, never the text on screen. */
export type KeptText = {
  readonly read: (key: string) => string | null
  /** Whether it was kept. */
  readonly write: (key: string, text: string | null) => boolean
  /** The keys that begin so. */
  readonly keys: (begin: string) => readonly string[]
  /** Tells of what other windows keep or throw away. */
  readonly listen: (hear: () => void) => () => void
  /** Runs while no other window does the same of this name; does nothing where one is at it. */
  readonly alone: (name: string, run: () => Promise<void>) => Promise<void>
}

const PREFIX = 'nightdesk.'

function keysOf(storage: Storage): readonly string[] {
  try {
    return Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '')
  } catch {
    return []
  }
}

/** Keeps texts in the browser's own storage, on this machine only. */
export function createKeptText(window: Window): KeptText {
  const { localStorage: storage, navigator } = window
  return {
    read: (key) => {
      try {
        return storage.getItem(PREFIX + key)
      } catch {
        return null
      }
    },
    write: (key, text) => {
      try {
        if (text === null || text === '') storage.removeItem(PREFIX + key)
        else storage.setItem(PREFIX + key, text)
        return true
      } catch {
        return false
      }
    },
    keys: (begin) =>
      keysOf(storage).flatMap((key) => (key.startsWith(PREFIX + begin) ? [key.slice(PREFIX.length)] : [])),
    listen: (hear) => {
      const onStorage = (): void => hear()
      window.addEventListener('storage', onStorage)
      return () => window.removeEventListener('storage', onStorage)
    },
    alone: async (name, run) => {
      await navigator.locks.request(PREFIX + name, { ifAvailable: true }, async (lock) => {
        if (lock !== null) await run()
      })
    },
  }
}
