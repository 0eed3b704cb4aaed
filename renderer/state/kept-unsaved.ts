import type { KeptText } from './kept-text.ts'
import type { Unsaved } from './unsaved.ts'

/** Facts that are not saved yet, each under a key of its own, so that no window writes over what another one keeps. */
export type KeptUnsaved = {
  /** Those of all windows, in the order in which they were stated. */
  readonly all: () => readonly Unsaved[]
  readonly has: (key: string) => boolean
  /** Whether the storage took it. */
  readonly keep: (unsaved: Unsaved) => boolean
  readonly drop: (key: string) => void
}

const BEGIN = 'unsaved.'

/** Anything unreadable is none. */
function readOne(text: string | null): readonly Unsaved[] {
  try {
    const found: unknown = JSON.parse(text ?? 'null')
    return typeof found === 'object' && found !== null && 'facts' in found
      ? [{ ...(found as Unsaved), isRetrying: false }]
      : []
  } catch {
    return []
  }
}

/** Keeps them in the storage that all windows share. */
export function createKeptUnsaved(kept: KeptText): KeptUnsaved {
  return {
    all: () =>
      kept
        .keys(BEGIN)
        .flatMap((key) => readOne(kept.read(key)))
        .toSorted((one, other) => (one.key < other.key ? -1 : 1)),
    has: (key) => kept.read(BEGIN + key) !== null,
    keep: (unsaved) => kept.write(BEGIN + unsaved.key, JSON.stringify(unsaved)),
    drop: (key) => void kept.write(BEGIN + key, null),
  }
}
