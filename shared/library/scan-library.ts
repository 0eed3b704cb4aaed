import { editDistance } from '../kit/edit-distance.ts'
import { type AskedPath, agreement } from './asked-path.ts'
import { piecesOf, termOf } from './cut-words.ts'
import type { LibraryEntry } from './library-entry.ts'
import { type Findings, isWide, withinPlaces } from './library-index.ts'
import { type LettersOf, lettersOf, likelyWords } from './likely-words.ts'
import { tellingIn, type WantedWord, wantedIn } from './query-plan.ts'
import { byRank, type Found, ONE_TIER, rounded, tierOf, type Whole } from './rank-order.ts'
import { fieldBoosts, type SearchField, searchFields } from './search-fields.ts'
import { type Filtered, passesFilter, type SearchFilter } from './search-filter.ts'
import { matchWeights } from './search-options.ts'
import { type Places, perKind } from './share-out.ts'
import { type Holding, likenessOf, someOf, sureMatches, type WordMatch } from './some-words.ts'
import { SPELLED_RIGHT } from './spelling.ts'
import { isSwapped } from './swapped-letters.ts'
import { unfilteredOf } from './unfiltered.ts'
import { wholeName, wholeNamesOf } from './whole-name.ts'

/** Looks into one entry after another, without any index; then tells what was found. */
export type Scan = {
  readonly look: (entry: LibraryEntry) => void
  readonly findings: (places: Places) => Findings
}

/** What a word of an entry says to the query: which of its words it answers, as which term, and how well. */
type Answer = { readonly of: number; readonly term: string; readonly worth: number; readonly match: WordMatch }
type Reader = {
  readonly field: SearchField
  readonly terms: readonly LettersOf[]
  readonly answersOf: (word: string) => readonly Answer[] | null
}

/** What an entry holds of one word of the query: how much that is worth, and as which terms. */
type Held = { weight: number; readonly terms: Set<string> }
type HeldWord = { readonly [Match in WordMatch]?: Held }
/** What one entry holds, by the place of the word in the query; what it does not hold is not there. */
type Seen = { readonly entry: LibraryEntry; readonly words: ReadonlyMap<number, HeldWord> }

/** What a word of an entry is worth for a term, 0 when it does not match; the weights are those of the index. */
function weightOf(word: string, term: string, prefix: boolean, edits: number): number {
  if (word === term) return 1
  if (prefix && word.startsWith(term)) {
    return (matchWeights.prefix * word.length) / (word.length + 0.3 * (word.length - term.length))
  }
  const distance = edits === 0 ? null : edits === 1 && isSwapped(term, word) ? 1 : editDistance(term, word, edits)
  return distance === null ? 0 : (matchWeights.fuzzy * word.length) / (word.length + distance)
}

function matchOf(word: string, term: string, prefix: boolean): WordMatch {
  if (word === term) return 'whole'
  if (prefix && word.startsWith(term)) return 'beginning'
  return term.startsWith(word) ? 'shorter' : 'near'
}

/** A function that remembers its answers: the same words stand in every entry of a library. */
function remembered<T>(answer: (word: string) => T): (word: string) => T {
  const answers = new Map<string, { readonly value: T }>()
  return (word) => {
    const known = answers.get(word)
    if (known !== undefined) return known.value
    const value = answer(word)
    answers.set(word, { value })
    return value
  }
}

/** What the words of one field say to a query, null for most of them. `plans` are those of the query's words for this field. */
function answersIn(plans: readonly { of: number; term: string; prefix: boolean; edits: number }[]) {
  return remembered((word): readonly Answer[] | null => {
    const terms = piecesOf(word).flatMap(({ text }) => termOf(text) ?? [])
    const answers = terms.flatMap((own) =>
      plans.flatMap(({ of, term, prefix, edits }): Answer[] => {
        const worth = weightOf(own, term, prefix, edits)
        return worth === 0 ? [] : [{ of, term: own, worth, match: matchOf(own, term, prefix) }]
      }),
    )
    return answers.length === 0 ? null : answers
  })
}

/** The fields that a query is looked for in, each with what its words say; fields that are looked at alike share what was learnt. */
function readersOf(wanted: readonly WantedWord[]): readonly Reader[] {
  const known = new Map<string, Reader['answersOf']>()
  return searchFields.flatMap((field) => {
    const plans = wanted.flatMap(({ term, plans: all }, of) =>
      all.filter(({ fields }) => fields.includes(field)).map(({ prefix, edits }) => ({ of, term, prefix, edits })),
    )
    if (plans.length === 0) return []
    const key = JSON.stringify(plans)
    const answersOf = known.get(key) ?? answersIn(plans)
    known.set(key, answersOf)
    return [{ field, terms: plans.map(({ term, edits }) => lettersOf(term, edits)), answersOf }]
  })
}

function lookInto(entry: LibraryEntry, readers: readonly Reader[]): Seen {
  const words = new Map<number, HeldWord>()
  for (const { field, terms, answersOf } of readers) {
    for (const word of likelyWords(entry[field], terms)) {
      for (const { of, term, worth, match } of answersOf(word) ?? []) {
        const known = words.get(of)
        const held = known?.[match] ?? { weight: 0, terms: new Set() }
        held.terms.add(term)
        held.weight = Math.max(held.weight, worth * fieldBoosts[field])
        if (known?.[match] === undefined) words.set(of, { ...known, [match]: held })
      }
    }
  }
  return { entry, words }
}

function foundIn({ entry: { id, kind } }: Seen, named: readonly Held[], score: number, tier: number): Found {
  const terms = new Set(named.flatMap((held) => [...held.terms]))
  return { id, kind, terms: [...terms].sort(), score: rounded(score), tier }
}

const otherMatches = ['shorter', 'near'] as const satisfies readonly WordMatch[]
const heldAs = (word: HeldWord | undefined, matches: readonly WordMatch[]): readonly Held[] =>
  word === undefined ? [] : matches.flatMap((match) => word[match] ?? [])
const weightIn = (held: readonly Held[]): number => held.reduce((most, { weight }) => Math.max(most, weight), 0)

const isSurelyHeld = (word: HeldWord): boolean => sureMatches.some((match) => word[match] !== undefined)

/** A word that is spelled right, as an entry holds it when no typing error in it is forgiven. */
const withoutErrors = ({ near: _, ...held }: HeldWord): HeldWord => held

/** Counts, while entries are looked at, in how many of them each word of the query stands as it was typed. */
function countSpelled() {
  const holders = new Map<number, number>()
  return {
    look: ({ words }: Seen): void => {
      for (const [of, word] of words) if (isSurelyHeld(word)) holders.set(of, (holders.get(of) ?? 0) + 1)
    },
    /** What an entry holds of the words, as far as it counts. */
    asSpelled: ({ entry, words }: Seen): Seen => {
      const counted = [...words].map(([of, word]): [number, HeldWord] => [
        of,
        (holders.get(of) ?? 0) < SPELLED_RIGHT ? word : withoutErrors(word),
      ])
      return { entry, words: new Map(counted.filter(([, word]) => Object.keys(word).length > 0)) }
    },
  }
}

const everyOf = (seen: readonly Seen[], { name, path }: Whole): readonly Found[] =>
  seen.map((each) => {
    const words = [...each.words.values()]
    const score = words.reduce((sum, word) => sum + weightIn(heldAs(word, [...sureMatches, ...otherMatches])), 0)
    const named = words.flatMap((word) => heldAs(word, isSurelyHeld(word) ? sureMatches : otherMatches))
    const forgiven = words.filter((word) => !isSurelyHeld(word)).length
    const isCalledSo = wholeNamesOf(each.entry).includes(name)
    const agrees = path === null ? 0 : agreement(path, each.entry.id)
    return foundIn(each, named, score, tierOf({ isCalledSo, forgiven, agrees }))
  })

function mostTellingOf(seen: readonly Seen[], count: number): readonly Found[] {
  const readings = Array.from({ length: count }, (_, of) => {
    for (const matches of likenessOf(of === count - 1)) {
      const heldBy = ({ words }: Seen): readonly Held[] => heldAs(words.get(of), matches)
      if (seen.some((each) => heldBy(each).length > 0)) return [heldBy]
    }
    return []
  }).flat()
  const weights = readings.map((heldBy) => seen.map((each) => weightIn(heldBy(each))))
  return someOf(weights).flatMap(({ at, score }) => {
    const each = seen[at]
    if (each === undefined) return []
    const named = readings.flatMap((heldBy) => heldBy(each))
    return [foundIn(each, named, score, ONE_TIER)]
  })
}

/**
 * Searches by looking at every word of every entry, for the moments in which there is no index. It finds exactly what the index finds
 * with the same words; only the order is simpler. `some` is asked when nothing holds every word. `path` is given when the words are those
 * of the file that was asked for.
 */
export function createScan(query: string, filter: SearchFilter, holding: Holding, path: AskedPath | null = null): Scan {
  const wanted = holding === 'every' ? wantedIn(query) : tellingIn(query)
  const readers = readersOf(wanted)
  const spelled = countSpelled()
  const seen: Seen[] = []
  const passes = ({ entry }: Seen): boolean => passesFilter(entry, filter)
  const foundAmong = (some: readonly Seen[]): readonly Found[] =>
    holding === 'every' ? everyOf(some, { name: wholeName(query), path }) : mostTellingOf(some, wanted.length)
  return {
    look: (entry) => {
      if (wanted.length === 0) return
      const each = lookInto(entry, readers)
      spelled.look(each)
      if (holding === 'some' || each.words.size === wanted.length) seen.push(each)
    },
    findings: (places) => {
      const holders =
        holding === 'some' ? seen : seen.map(spelled.asSpelled).filter(({ words }) => words.size === wanted.length)
      const found = foundAmong(holders.filter(passes))
      const totals = perKind((kind) => found.filter((each) => each.kind === kind).length)
      const entries = new Map(holders.map(({ entry }) => [entry.id, entry]))
      const before = isWide(filter)
        ? []
        : foundAmong(holders).flatMap(({ id }): readonly Filtered[] => {
            const entry = entries.get(id)
            return entry === undefined ? [] : [entry]
          })
      return {
        found: withinPlaces(found.toSorted(byRank), totals, places),
        totals,
        holding,
        unfiltered: isWide(filter) ? null : unfilteredOf(before, filter, holding),
      }
    },
  }
}
