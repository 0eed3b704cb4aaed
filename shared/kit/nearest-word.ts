import { editDistance } from './edit-distance.ts'
import { rememberedOf } from './remembered.ts'

/**
 * The candidate most like a word, for "did you mean" (W2); undefined when none is near.
 * Near means at most a third of the letters differ, or two in a word of four or more: beyond that a guess confuses more than it helps.
 */
export function nearestWord(word: string, candidates: readonly string[]): string | undefined {
  const wanted = word.slice(0, 80).toLowerCase()
  const letters = lettersOf(wanted)
  let allowed = Math.max(wanted.length < 4 ? 1 : 2, Math.floor(wanted.length / 3))
  let best: string | undefined
  for (const { candidate, lower, letters: others } of comparable(candidates)) {
    if (Math.abs(lower.length - wanted.length) > allowed || leastDistance(letters, others) > allowed) continue
    const distance = editDistance(wanted, lower, allowed)
    if (distance === null) continue
    best = candidate
    if (distance === 0) break
    // Only a nearer one is better.
    allowed = distance - 1
  }
  return best
}

/** The candidates as they are compared; made once for each list, since each dead link of a thousand files is held against all their names. */
const comparable = rememberedOf((candidates: readonly string[]) =>
  candidates.map((candidate) => {
    const lower = candidate.toLowerCase()
    return { candidate, lower, letters: lettersOf(lower) }
  }),
)

/** The letters of a word as bits; several may share one. */
function lettersOf(word: string): number {
  let letters = 0
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) & 31)
  return letters
}

/** A letter that only one of two words has must be put in, taken out or changed, whatever their order: quicker to see than the distance itself. */
function leastDistance(one: number, other: number): number {
  return Math.max(bitsOf(one & ~other), bitsOf(other & ~one))
}

function bitsOf(set: number): number {
  let count = 0
  for (let left = set; left !== 0; left &= left - 1) count += 1
  return count
}

/** The hint that goes with it; empty when nothing is near. */
export function didYouMean(word: string, candidates: readonly string[]): { hint?: string } {
  const nearest = nearestWord(word, candidates)
  return nearest === undefined ? {} : { hint: `Did you mean ${nearest}?` }
}
