import { isUnspaced, termOf, tokensOf } from './cut-words.ts'
import { alertnamesOf, type IncidentDigest } from './incident-digest.ts'
import { runsOf } from './run-fold.ts'
import { isIdleWord } from './stop-words.ts'

/** A past incident that is like another, with the reason in words. */
export type SimilarIncident = {
  readonly incident: string
  readonly title: string
  readonly detectedAt: string
  /** Why it is shown, in the order of weight: "Same alert, LateData. Same pipeline. Both mention partition, replica." */
  readonly reason: string
  /** What was written when it ended; null when nothing was. */
  readonly ending: string | null
  readonly score: number
}

/** What each kind of likeness is worth; words in common are worth up to `words`. */
const worth = { alert: 4, scenario: 2.5, pipeline: 1.5, runbook: 1, labels: 1, words: 4 } as const

/** Below this, likeness is chance: the pipeline alone does not make two nights alike. */
const LEAST_SCORE = 1.8
/** Words named in a reason. */
const WORDS_NAMED = 3
/** Labels that every alert has, or that say how bad it is rather than what it is. */
const IDLE_LABELS: ReadonlySet<string> = new Set(['alertname', 'severity', 'priority', 'status', 'env', 'environment'])
/** A word of this many letters or fewer says little. */
const SHORT_WORD = 2
/** So many words in common are no chance, unless they are in the titles: two people at night soon write one word alike. */
const LEAST_WORDS = 2
/** Words in common that are a smaller part of all telling ones say nothing. */
const LEAST_OVERLAP = 0.15

/** Fewer incidents than this do not tell how rare a word is. */
const FEW = 10

/** A digest made ready for comparing: its telling words, those of its title, and the runbooks it followed. */
export type IncidentProfile = {
  readonly digest: IncidentDigest
  readonly words: ReadonlySet<string>
  readonly titleWords: ReadonlySet<string>
  readonly runbooks: ReadonlySet<string>
}

const isTelling = (word: string): boolean =>
  (word.length > SHORT_WORD || isUnspaced(word)) && !/^\d+$/.test(word) && !isIdleWord(word)

const tellingWords = (text: string): ReadonlySet<string> =>
  new Set(
    tokensOf(text)
      .flatMap((token) => termOf(token) ?? [])
      .filter(isTelling),
  )

/** Makes a digest ready for comparing. It takes a while for long notes, so callers keep what it gives. */
export function profileOf(digest: IncidentDigest): IncidentProfile {
  return {
    digest,
    words: tellingWords(`${digest.title}\n${digest.notes}`),
    titleWords: tellingWords(digest.title),
    runbooks: new Set(runsOf(digest.runs).map(({ path }) => path)),
  }
}

type Rarity = (word: string) => number

/** How telling each word of a profile is among others: one that most incidents hold tells nothing. */
function rarityIn(target: IncidentProfile, others: readonly IncidentProfile[]): Rarity {
  const rarity = new Map<string, number>()
  for (const word of target.words) {
    const holders = others.filter(({ words }) => words.has(word)).length
    rarity.set(word, Math.log((2 + Math.max(FEW, others.length)) / (1 + holders)))
  }
  return (word) => rarity.get(word) ?? 0
}

/** The words to name, the rarest first; a part of a name that is named already says nothing more. */
function namedOf(words: readonly string[]): readonly string[] {
  const named: string[] = []
  for (const word of words) if (!named.some((each) => each.includes(word))) named.push(word)
  return named.slice(0, WORDS_NAMED)
}

/**
 * How much of the target's telling words another has too, from 0 to 1; long notes hold many words, so they count for less. 0 when it
 * may be chance.
 */
function sharedWords(target: IncidentProfile, other: IncidentProfile, rarity: Rarity, usualSize: number) {
  const sum = (words: readonly string[]): number => words.reduce((total, word) => total + rarity(word) ** 2, 0)
  const both = [...target.words].filter((word) => other.words.has(word))
  const all = sum([...target.words])
  const tooLong = Math.max(1, 0.5 + other.words.size / (2 * usualSize))
  const overlap = all === 0 ? 0 : sum(both) / all / tooLong
  const isInTitles = both.some((word) => target.titleWords.has(word) && other.titleWords.has(word))
  const isChance = overlap < LEAST_OVERLAP || (both.length < LEAST_WORDS && !isInTitles)
  const rarest = both.toSorted((a, b) => rarity(b) - rarity(a) || b.length - a.length || (a < b ? -1 : 1))
  return isChance ? { overlap: 0, rarest: [] } : { overlap, rarest: namedOf(rarest) }
}

const common = (one: readonly string[], other: readonly string[]): readonly string[] =>
  one.filter((each) => other.some((every) => every.toLowerCase() === each.toLowerCase()))

function sharedLabels(one: IncidentDigest, other: IncidentDigest): readonly string[] {
  return Object.entries(one.labels).flatMap(([label, values]) => {
    const theirs = Object.hasOwn(other.labels, label) ? (other.labels[label] ?? []) : []
    const [value] = IDLE_LABELS.has(label) ? [] : common(values, theirs)
    return value === undefined ? [] : [`${label} ${value}`]
  })
}

function compare(
  one: IncidentProfile,
  other: IncidentProfile,
  wordsShared: ReturnType<typeof sharedWords>,
): SimilarIncident | null {
  const [mine, theirs] = [one.digest, other.digest]
  const [alert] = common(alertnamesOf(mine), alertnamesOf(theirs))
  const [scenario] = common(mine.scenarios, theirs.scenarios)
  const isSamePipeline = mine.pipeline !== null && mine.pipeline.id === theirs.pipeline?.id
  const isSameRunbook = [...one.runbooks].some((path) => other.runbooks.has(path))
  const labels = sharedLabels(mine, theirs).slice(0, 2)
  const { overlap, rarest } = wordsShared
  const reasons = [
    alert === undefined ? null : { worth: worth.alert, words: `Same alert, ${alert}` },
    scenario === undefined ? null : { worth: worth.scenario, words: `Same scenario, ${scenario}` },
    isSamePipeline ? { worth: worth.pipeline, words: 'Same pipeline' } : null,
    isSameRunbook && !isSamePipeline ? { worth: worth.runbook, words: 'Same runbook' } : null,
    labels.length === 0 ? null : { worth: worth.labels, words: `Same ${labels.join(' and ')}` },
    rarest.length === 0 ? null : { worth: worth.words * overlap, words: `Both mention ${rarest.join(', ')}` },
  ].filter((each) => each !== null)
  const score = reasons.reduce((total, each) => total + each.worth, 0)
  if (score < LEAST_SCORE) return null
  const reason = reasons.map(({ words }) => `${words}.`).join(' ')
  const { incident, title, detectedAt, ending } = theirs
  return { incident, title, detectedAt, reason, ending, score: Number(score.toPrecision(9)) }
}

/**
 * "Have we seen this before?": the incidents most like one, by its alert's labels, the scenario, the pipeline and the words of
 * title and notes. The most alike first, of equals the latest. An incident is never like itself.
 */
export function similarIncidents(
  target: IncidentProfile,
  all: readonly IncidentProfile[],
  limit: number,
): readonly SimilarIncident[] {
  const others = all.filter(({ digest }) => digest.incident !== target.digest.incident)
  const rarity = rarityIn(target, others)
  const usualSize = Math.max(1, others.reduce((total, { words }) => total + words.size, 0) / Math.max(1, others.length))
  return others
    .flatMap((other) => compare(target, other, sharedWords(target, other, rarity, usualSize)) ?? [])
    .toSorted((a, b) => b.score - a.score || (a.detectedAt > b.detectedAt ? -1 : a.detectedAt < b.detectedAt ? 1 : 0))
    .slice(0, limit)
}
