import type { IncidentProfile } from './incident-profile.ts'
import { isTelling } from './telling-signs.ts'

/**
 * What is worth how much: the words if all are in both, the first name of a machine, the first row of words, and each further one. One name or one
 * row is enough for likeness, however much else was written.
 */
const worth = { words: 4, name: 2, row: 1.8, more: 0.4 } as const
/** All that is written together counts as much as the alert does. */
const MOST_WORTH = 4

/** Words named in a reason. */
const WORDS_NAMED = 3
/** So many words in common are no chance, unless they are in the titles: two people at night soon write one word alike. */
const LEAST_WORDS = 2
/** Words in common that are a smaller part of all telling ones say nothing. */
const LEAST_OVERLAP = 0.15
/** A name or row that is less rare than this among other incidents says nothing; 1 is what none of them holds. */
const LEAST_RARITY = 0.4
/** Fewer incidents than this do not tell how rare a word is. */
const FEW = 10

/** How telling something is: 0 where every incident holds it, more the fewer do. */
type Rarity = (word: string) => number

type Held = { has(word: string): boolean; keys(): Iterable<string> }

function rarityIn(target: Held, others: readonly Held[]): Rarity {
  const rarity = new Map<string, number>()
  for (const word of target.keys()) {
    const holders = others.filter((other) => other.has(word)).length
    rarity.set(word, Math.log((2 + Math.max(FEW, others.length)) / (1 + holders)))
  }
  return (word) => rarity.get(word) ?? 0
}

/** The words to name, the most telling first; a part of a name that is named already says nothing more. */
function namedOf(words: readonly string[]): readonly string[] {
  const named: string[] = []
  for (const word of words) {
    if (!named.some((each) => each.toLowerCase().includes(word.toLowerCase()))) named.push(word)
  }
  return named.slice(0, WORDS_NAMED)
}

/** What two incidents have in common by what is written in them: what it is worth, 0 to 4, and the words to name, the most telling first. */
export type WrittenLikeness = { readonly worth: number; readonly named: readonly string[] }

type Comparison = (other: IncidentProfile) => WrittenLikeness

/**
 * Compares words: how much of the telling words of the target, or of its title alone, another has, too. Long notes hold many words, so they
 * count for less. The title alone keeps what was alike at first from fading with each note.
 */
function compareWords(target: IncidentProfile, others: readonly IncidentProfile[]): Comparison {
  const rarity = rarityIn(
    target.words,
    others.map(({ words }) => words),
  )
  const usualSize = Math.max(1, others.reduce((total, { words }) => total + words.size, 0) / Math.max(1, others.length))
  const sum = (words: readonly string[]): number => words.reduce((total, word) => total + rarity(word) ** 2, 0)
  const wholes = [target.words, target.titleWords].map((words) => ({ words: [...words], all: sum([...words]) }))
  return (other) => {
    const tooLong = Math.max(1, 0.5 + other.words.size / (2 * usualSize))
    const overlaps = wholes.map(({ words, all }) => {
      const both = words.filter((word) => other.words.has(word))
      const overlap = all === 0 ? 0 : sum(both) / all / tooLong
      const isInTitles = both.some((word) => target.titleWords.has(word) && other.titleWords.has(word))
      return overlap < LEAST_OVERLAP || (both.length < LEAST_WORDS && !isInTitles) ? 0 : overlap
    })
    const overlap = Math.max(...overlaps)
    const both = [...target.words].filter((word) => other.words.has(word))
    const rarest = both.toSorted((a, b) => rarity(b) - rarity(a) || b.length - a.length || (a < b ? -1 : 1))
    return { worth: worth.words * overlap, named: overlap === 0 ? [] : rarest }
  }
}

/** Compares what nobody writes by chance, unless it is the habit of this place: names of machines, and words in a row. */
function compareSigns(target: IncidentProfile, others: readonly IncidentProfile[]): Comparison {
  const most = Math.log(2 + Math.max(FEW, others.length))
  const rareOf = (held: Held, inOthers: readonly Held[]): readonly string[] => {
    const rarity = rarityIn(held, inOthers)
    return [...held.keys()]
      .filter((each) => rarity(each) / most >= LEAST_RARITY)
      .toSorted((a, b) => rarity(b) - rarity(a) || b.length - a.length || (a < b ? -1 : 1))
  }
  const rareNames = rareOf(
    target.names,
    others.map(({ names }) => names),
  )
  const rareRows = rareOf(
    target.rows,
    others.map(({ rows }) => rows),
  )
  const worthOf = (count: number, first: number): number => (count === 0 ? 0 : first + (count - 1) * worth.more)
  return (other) => {
    const names = rareNames.filter((name) => other.names.has(name))
    const rows = rareRows.filter((row) => other.rows.has(row))
    const words = rows.slice(0, 1).flatMap((row) => row.split(' ').filter(isTelling))
    return {
      worth: worthOf(names.length, worth.name) + worthOf(rows.length, worth.row),
      named: [...names.map((name) => target.names.get(name) ?? name), ...words],
    }
  }
}

/** Compares what is written in a target with what is written in others. What is rare is told once, from all of them. */
export function writtenAlike(target: IncidentProfile, others: readonly IncidentProfile[]): Comparison {
  const [signs, words] = [compareSigns(target, others), compareWords(target, others)]
  return (other) => {
    const [sign, word] = [signs(other), words(other)]
    return { worth: Math.min(MOST_WORTH, sign.worth + word.worth), named: namedOf([...sign.named, ...word.named]) }
  }
}
