import type { FactRecord } from '../incident/facts/fact-catalog.ts'
import { namesIn, rowsIn } from './telling-signs.ts'

/** What of a long log goes into the search index. Characters; the beginning of an incident says most about it. */
const MOST_CHARACTERS = 20_000

/** So many names, and so many rows of words, are remembered of one incident; the first say most about it. */
const MOST_SIGNS = 300

/** What one entry of a log says: its words, and what in them nobody writes by chance (names of machines, and words in a row). */
export type Written = {
  /** The id of the entry. */
  readonly of: string
  readonly words: string
  readonly names: readonly string[]
  readonly rows: readonly string[]
  /** What was retracted can be taken back, so it is kept and says nothing. */
  readonly isRetracted: boolean
}

const proseKeys = ['text', 'note', 'reason', 'detail', 'caption', 'excerpt', 'name', 'what', 'title'] as const

/** Whether a value of a record is text. */
export const isWords = (value: unknown): value is string => typeof value === 'string'

/** The pairs of a record that are text. */
export const textsOf = (value: unknown): readonly (readonly [string, string])[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, each]) => (isWords(each) ? [[key, each] as const] : []))
    : []

/** Facts whose `name` is that of a variable: the runbook's word, and nobody's of this incident. */
const NAMES_VARIABLE: ReadonlySet<string> = new Set(['value.given', 'secret.given'])

/** Facts that say something of another entry; what they say in its place is told there. */
const IS_ABOUT_AN_ENTRY: ReadonlySet<string> = new Set(['entry.amended', 'entry.starred', 'evidence.redacted'])

function wordsOf({ type, data }: FactRecord): string {
  if (type === 'incident.declared' || NAMES_VARIABLE.has(type) || IS_ABOUT_AN_ENTRY.has(type)) return ''
  if (type === 'runbook.opened' || type.startsWith('step.')) return isWords(data.note) ? `${data.note}\n` : ''
  const prose = proseKeys.flatMap((key) => (isWords(data[key]) ? [data[key]] : []))
  const alert = type === 'alert.attached' ? textsOf(data.annotations).map(([, words]) => words) : []
  return [...prose, ...alert].map((words) => `${words}\n`).join('')
}

/** What people word themselves; status updates begin as a draft of ours, and a variable has the name that the runbook gives it. */
const OWN_WORDS: ReadonlySet<string> = new Set([
  'note.added',
  'hypothesis.raised',
  'hypothesis.ruledOut',
  'decision.made',
  'incident.mitigated',
  'incident.resolved',
])

/** Logs that were pasted as a file and alerts are full of rows that stand in all of their kind, so only names count there. */
function signsOf({ type, data }: FactRecord): Pick<Written, 'names' | 'rows'> {
  const isOwn = OWN_WORDS.has(type) || type.startsWith('step.')
  const own = isOwn ? [type.startsWith('step.') ? null : data.text, data.note].filter(isWords) : []
  const pasted = type === 'evidence.attached' ? [data.caption, data.excerpt].filter(isWords) : []
  const alert = type === 'alert.attached' ? textsOf(data.annotations).map(([, words]) => words) : []
  return { names: [...own, ...pasted, ...alert].flatMap(namesIn), rows: own.flatMap(rowsIn) }
}

const lengthOf = (all: readonly Written[]): number => all.reduce((sum, { words }) => sum + words.length, 0)

type Sign = 'names' | 'rows'

const differentIn = (all: readonly Written[], sign: Sign): ReadonlySet<string> =>
  new Set(all.flatMap((each) => each[sign]))

const standing = (all: readonly Written[]): readonly Written[] => all.filter(({ isRetracted }) => !isRetracted)

/** Everything that still stands of what people wrote and what the alerts said. */
export const wordsIn = (all: readonly Written[]): string =>
  standing(all)
    .map(({ words }) => words)
    .join('')

/** The different signs of one sort in what still stands, in the order in which they were written. */
export const signsIn = (all: readonly Written[], sign: Sign): readonly string[] => [...differentIn(standing(all), sign)]

/** As far as there is room beside what was written before. */
function fitted(before: readonly Written[], { of, words, names, rows }: Written): Written | null {
  const room = (sign: Sign, more: readonly string[]): readonly string[] => {
    const known = differentIn(before, sign)
    const unknown = [...new Set(more)].filter((each) => !known.has(each))
    return unknown.slice(0, Math.max(0, MOST_SIGNS - known.size))
  }
  const own = {
    of,
    words: words.slice(0, Math.max(0, MOST_CHARACTERS - lengthOf(before))),
    names: room('names', names),
    rows: room('rows', rows),
    isRetracted: false,
  }
  return own.words === '' && own.names.length === 0 && own.rows.length === 0 ? null : own
}

const withWords = (before: readonly Written[], own: Written): readonly Written[] => {
  const fits = fitted(before, own)
  return fits === null ? before : [...before, fits]
}

type Change = Pick<Written, 'words' | 'names' | 'rows'> | Pick<Written, 'isRetracted'>

const changed = (before: readonly Written[], of: unknown, change: Change): readonly Written[] =>
  before.map((each) => (each.of === of ? { ...each, ...change } : each))

const saying = (words: string): Change => ({ words: `${words}\n`, names: namesIn(words), rows: rowsIn(words) })

/**
 * Adds what a record says to what was written before it. An amendment takes the place of the words; what was retracted or withheld says nothing any more,
 * here as on every other screen (J8).
 */
export function withWritten(before: readonly Written[], record: FactRecord): readonly Written[] {
  const { type, data, id } = record
  if (type === 'evidence.redacted') return before.filter(({ of }) => of !== data.of)
  if (type === 'entry.amended') {
    const said = isWords(data.text) ? changed(before, data.of, saying(data.text)) : before
    return typeof data.retracted === 'boolean' ? changed(said, data.of, { isRetracted: data.retracted }) : said
  }
  const words = wordsOf(record)
  return words === '' ? before : withWords(before, { of: id, words, ...signsOf(record), isRetracted: false })
}
