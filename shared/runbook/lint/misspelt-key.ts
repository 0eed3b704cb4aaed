import { editDistance } from '../../kit/edit-distance.ts'
import { KNOWN_KEYS, plainKey } from '../text/front-matter-fields.ts'

/** Words that a slip of the finger makes one of our keys, and that are none. */
const FOREIGN_KEYS: ReadonlySet<string> = new Set([
  'batches',
  'catches',
  'owned',
  'patches',
  'tile',
  'tiles',
  'watches',
])
const KNOWN: ReadonlySet<string> = new Set(Object.values(KNOWN_KEYS).flat())

/**
 * The key of ours that another one is a misspelling of. Only what a slip of the finger explains counts, two letters at most and one in a short word: a
 * key of another tool is further from ours ("lastModified" is three from "lastVerified"), and a hint to a key of another meaning would make
 * the front matter say what nobody meant.
 */
export function misspelt(key: string): string | undefined {
  const plain = plainKey(key)
  if (KNOWN.has(plain) || FOREIGN_KEYS.has(plain)) return undefined
  const near = Object.keys(KNOWN_KEYS).map((name) => ({ name, distance: slips(plain, plainKey(name)) }))
  return near
    .filter(({ distance }) => distance !== null)
    .toSorted((one, other) => (one.distance ?? 0) - (other.distance ?? 0))[0]?.name
}

/** How many letters are wrong, or null when there are too many for a slip. Of two or three letters any other word is near. */
function slips(key: string, name: string): number | null {
  if (name.length < 4) return null
  return editDistance(key, name, Math.min(key.length, name.length) > 6 ? 2 : 1)
}
