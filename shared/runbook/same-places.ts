/** Above this many pairs nobody waits for an answer: what repeats is then found nowhere. */
const MOST_PAIRS = 4_000_000

function countsOf(list: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const key of list) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

/**
 * Where each entry of a list stands in another, null where it is not there or nobody can tell. What stands once in both is the same wherever it
 * moved to. What repeats is found by the order of all entries: only where every longest common order agrees on the place.
 */
export function samePlaces(before: readonly string[], after: readonly string[]): readonly (number | null)[] {
  const [counts, later] = [countsOf(before), countsOf(after)]
  const placeOf = new Map(after.map((key, at) => [key, at]))
  const repeats = (key: string): boolean => (counts.get(key) ?? 0) > 1 || (later.get(key) ?? 0) > 1
  const byOrder = before.some((key) => repeats(key) && later.has(key)) ? surePairs(before, after) : []
  return before.map((key, at) => (repeats(key) ? (byOrder[at] ?? null) : (placeOf.get(key) ?? null)))
}

/** The longest common order of all beginnings of two lists, in rows of the second. */
function longest(before: readonly string[], after: readonly string[]): Uint16Array {
  const width = after.length + 1
  const table = new Uint16Array((before.length + 1) * width)
  before.forEach((key, i) => {
    after.forEach((other, j) => {
      const best =
        key === other
          ? (table[i * width + j] ?? 0) + 1
          : Math.max(table[i * width + j + 1] ?? 0, table[(i + 1) * width + j] ?? 0)
      table[(i + 1) * width + j + 1] = best
    })
  })
  return table
}

/** For each entry its place in the other list, where all longest common orders pair the two. */
function surePairs(before: readonly string[], after: readonly string[]): readonly (number | null)[] {
  if (before.length * after.length > MOST_PAIRS) return []
  const width = after.length + 1
  const ahead = longest(before, after)
  const behind = longest(before.toReversed(), after.toReversed())
  const best = ahead.at(-1) ?? 0
  const until = (i: number, j: number): number => ahead[i * width + j] ?? 0
  const from = (i: number, j: number): number => behind[(before.length - i) * width + after.length - j] ?? 0
  return before.map((key, i) => {
    let place: number | null = null
    for (let j = 0; j <= after.length; j += 1) {
      // An order as long does without this entry.
      if (until(i, j) + from(i + 1, j) === best) return null
      if (after[j] !== key || until(i, j) + 1 + from(i + 1, j + 1) !== best) continue
      if (place !== null) return null
      place = j
    }
    return place
  })
}
