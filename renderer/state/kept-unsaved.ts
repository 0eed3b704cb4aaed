import type { KeptText } from './kept-text.ts'
import type { Unsaved } from './unsaved.ts'

/** Facts that are not saved yet, each under a key of its own, so that no window writes over what another one keeps. */
export type KeptUnsaved = {
  /** Those of all windows, in the order in which they were stated; the same object for as long as nothing changes about it. */
  readonly all: () => readonly Unsaved[]
  readonly has: (key: string) => boolean
  /** Whether the storage took it. */
  readonly keep: (unsaved: Unsaved) => boolean
  readonly drop: (key: string) => void
}

const BEGIN = 'unsaved.'

/** Evidence takes no more characters of the storage than this, or nothing that is typed later would be kept. */
const MOST_EVIDENCE = 1_500_000

/** Anything unreadable is none. */
function readOne(text: string): Unsaved | null {
  try {
    const found: unknown = JSON.parse(text)
    return typeof found === 'object' && found !== null && 'facts' in found
      ? { ...(found as Unsaved), isRetrying: false }
      : null
  } catch {
    return null
  }
}

/** Keeps them in the storage that all windows share. */
export function createKeptUnsaved(kept: KeptText): KeptUnsaved {
  const readBefore = new Map<string, { readonly text: string; readonly unsaved: Unsaved | null }>()
  const readAt = (key: string): readonly Unsaved[] => {
    const text = kept.read(key) ?? ''
    const before = readBefore.get(key)
    const unsaved = before?.text === text ? before.unsaved : readOne(text)
    readBefore.set(key, { text, unsaved })
    return unsaved === null ? [] : [unsaved]
  }
  const hasRoomFor = (at: string, text: string): boolean => {
    const others = kept.keys(BEGIN).filter((key) => key !== at)
    return others.reduce((sum, key) => sum + (kept.read(key)?.length ?? 0), text.length) <= MOST_EVIDENCE
  }
  return {
    all: () => {
      const keys = kept.keys(BEGIN)
      for (const key of readBefore.keys()) if (!keys.includes(key)) readBefore.delete(key)
      return keys.flatMap(readAt).toSorted((one, other) => (one.key < other.key ? -1 : 1))
    },
    has: (key) => kept.read(BEGIN + key) !== null,
    keep: (unsaved) => {
      const at = BEGIN + unsaved.key
      const text = JSON.stringify(unsaved)
      return (unsaved.evidence === undefined || hasRoomFor(at, text)) && kept.write(at, text)
    },
    drop: (key) => void kept.write(BEGIN + key, null),
  }
}
