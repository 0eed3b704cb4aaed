/** How many single-letter insertions, deletions and replacements turn one word into the other (Levenshtein, 1966). */
function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1]
    for (const [j, counterpart] of [...other].entries()) {
      const replaced = (row[j] ?? 0) + (letter === counterpart ? 0 : 1)
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    }
    row = next
  }
  return row[row.length - 1] ?? 0
}

/**
 * The candidate most like a word, for "did you mean" (W2); undefined when none is near.
 * Near means at most a third of the letters differ, or two in a word of four or more: beyond that a guess confuses more than it helps.
 */
export function nearestWord(word: string, candidates: readonly string[]): string | undefined {
  const wanted = word.slice(0, 80).toLowerCase()
  const allowed = Math.max(wanted.length < 4 ? 1 : 2, Math.floor(wanted.length / 3))
  let best: { candidate: string; distance: number } | undefined
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - wanted.length) > allowed) continue
    const distance = editDistance(wanted, candidate.toLowerCase())
    if (distance <= allowed && distance < (best?.distance ?? Number.POSITIVE_INFINITY)) best = { candidate, distance }
  }
  return best?.candidate
}

/** The hint that goes with it; empty when nothing is near. */
export function didYouMean(word: string, candidates: readonly string[]): { hint?: string } {
  const nearest = nearestWord(word, candidates)
  return nearest === undefined ? {} : { hint: `Did you mean ${nearest}?` }
}
