import type { KeptText } from '../../renderer/state/kept-text.ts'

/** The storage that the windows of one browser share; each window is told only of what the others do to it. */
export function createWindowsStorage(): () => KeptText {
  const kept = new Map<string, string>()
  const ears = new Set<{ readonly window: number; readonly hear: () => void }>()
  const held = new Set<string>()
  let windows = 0
  return () => {
    windows += 1
    const window = windows
    return {
      read: (key) => kept.get(key) ?? null,
      write: (key, text) => {
        if (text === null || text === '') kept.delete(key)
        else kept.set(key, text)
        for (const ear of ears) if (ear.window !== window) ear.hear()
        return true
      },
      keys: (begin) => [...kept.keys()].filter((key) => key.startsWith(begin)),
      listen: (hear) => {
        const ear = { window, hear }
        ears.add(ear)
        return () => ears.delete(ear)
      },
      alone: async (name, run) => {
        if (held.has(name)) return
        held.add(name)
        await run().finally(() => held.delete(name))
      },
    }
  }
}
