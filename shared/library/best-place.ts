import type { Mark } from './mark-terms.ts'

/** What is in sight is weighed: a word outweighs all else, then that it stands there itself; how many longer words there are of it comes last. */
const A_WORD = 1_000_000
const ITSELF = 1_000
const A_FORM = 1

/** For each term the shortest one that it begins with: who typed `pod` meant one word, though `pods` and `podman` matched as well. */
function stemsOf(terms: Iterable<string>): ReadonlyMap<string, string> {
  const stems = new Map<string, string>()
  let stem: string | null = null
  for (const term of [...terms].sort()) {
    if (stem === null || !term.startsWith(stem)) stem = term
    stems.set(term, stem)
  }
  return stems
}

/** The weight of the different things in sight. */
class InSight {
  readonly #counts = new Map<string, number>()
  weight = 0

  add(thing: string, weight: number): void {
    const count = this.#counts.get(thing) ?? 0
    if (count === 0) this.weight += weight
    this.#counts.set(thing, count + 1)
  }

  remove(thing: string, weight: number): void {
    const left = (this.#counts.get(thing) ?? 0) - 1
    if (left === 0) this.weight -= weight
    this.#counts.set(thing, left)
  }
}

/**
 * The place of a text from which the most different matched words are in sight (L8), the first of equals: words that begin with another one
 * count as that one, and where it stands itself comes before where only longer ones do. `sight` in characters; places in their order.
 */
export function bestPlace(places: readonly Mark[], terms: Iterable<string>, sight: number): number {
  const stems = stemsOf(terms)
  const inSight = new InSight()
  const thingsOf = (term: string): readonly (readonly [string, number])[] => {
    const stem = stems.get(term) ?? term
    return [
      [`${stem}*`, A_WORD],
      [term, stem === term ? ITSELF : A_FORM],
    ]
  }
  let best = { at: places[0]?.from ?? 0, weight: 0 }
  let next = 0
  for (const { from: at, term } of places) {
    for (let place = places[next]; place !== undefined && place.to <= at + sight; place = places[next]) {
      for (const [thing, weight] of thingsOf(place.term)) inSight.add(thing, weight)
      next += 1
    }
    if (inSight.weight > best.weight) best = { at, weight: inSight.weight }
    for (const [thing, weight] of thingsOf(term)) inSight.remove(thing, weight)
  }
  return best.at
}
