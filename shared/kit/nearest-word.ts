import { editDistance } from './edit-distance.ts'

/**
 * The candidate most like a word, for "did you mean" (W2); undefined when none is near.
 * Near means at most a third of the letters differ, or two in a word of four or more: beyond that a guess confuses more than it helps.
 */
export function nearestWord(word: string, candidates: readonly string[]): string | undefined {
  const wanted = word.slice(0, 80).toLowerCase()
  const allowed = Math.max(wanted.length < 4 ? 1 : 2, Math.floor(wanted.length / 3))
  let best: { candidate: string; distance: number } | undefined
  for (const candidate of candidates) {
    const distance = editDistance(wanted, candidate.toLowerCase(), allowed)
    if (distance !== null && distance < (best?.distance ?? Number.POSITIVE_INFINITY)) best = { candidate, distance }
  }
  return best?.candidate
}

/** The hint that goes with it; empty when nothing is near. */
export function didYouMean(word: string, candidates: readonly string[]): { hint?: string } {
  const nearest = nearestWord(word, candidates)
  return nearest === undefined ? {} : { hint: `Did you mean ${nearest}?` }
}
