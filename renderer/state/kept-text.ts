/** A place that survives a reload. Storage that is full or forbidden loses the copy, never the text on screen. */
export type KeptText = {
  readonly read: (key: string) => string | null
  readonly write: (key: string, text: string | null) => void
}

const PREFIX = 'nightdesk.'

/** Keeps texts in the browser's own storage, on this machine only. */
export function createKeptText(storage: Storage): KeptText {
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
      } catch {
        return
      }
    },
  }
}
