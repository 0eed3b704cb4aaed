import { isUnspaced, partsOf, termOf, wordsOf } from './cut-words.ts'
import { isIdleWord, isStopWord } from './stop-words.ts'

/** A word of this many letters or fewer says little. */
const SHORT_WORD = 2

/** Whether a term, as `termOf` writes it, tells something of what an incident was about. */
export const isTelling = (word: string): boolean =>
  (word.length > SHORT_WORD || isUnspaced(word)) && !/^\d+$/.test(word) && !isIdleWord(word)

/** Shorter ones are too often something else: `sev-2`, `utf-8`, `day-3`. Letters, and so is the longest. */
const [SHORTEST_NAME, LONGEST_NAME] = [6, 100] as const

/** What is longer is an encoded blob. Letters. */
const LONGEST_PIECE = 300

const BETWEEN = /[,;()[\]{}"'`“”‘’«»<>|=]+/u
/** An address of a page or a person: many incidents name the same board, and the same people. */
const ADDRESS = /:\/\/|@|\bwww\./i
const ADDRESS_OF_HOST = /^\d{1,3}(?:\.\d{1,3}){3}$/
/** `90s`, `2h30m`, `512MB`. */
const MEASURE = /^(?:\d+\p{L}{1,2})+$/u

/** `session.timeout.ms`, `db3.prod.internal`. */
const isDotted = (piece: string): boolean => /^\p{L}[\p{L}\p{N}_-]*(?:\.[\p{L}\p{N}_-]+){2,}$/u.test(piece)

/** The small words that hold `up-to-date` together; a longer one may be one of another language only. */
const isSmallWord = (word: string): boolean => word.length < 5 && isStopWord(word.toLowerCase())

/** `indexer-7`, `us-east-1`, `kube-state-metrics`, but not `read-only`, `up-to-date` or `3-way`. */
function isHyphened(piece: string): boolean {
  const segments = piece.split('-')
  if (segments.length < 2 || !/^\p{L}/u.test(piece) || !segments.every((each) => /^[\p{L}\p{N}_]+$/u.test(each)))
    return false
  return /\d/.test(piece) || (segments.length > 2 && segments.every((each) => each.length > 1 && !isSmallWord(each)))
}

/** `OffsetOutOfRangeException`, `archive_command`, `3f2a9bc1`, but not `GitHub`, `sha256` or `90s`. */
function isJoined(piece: string): boolean {
  if (!/^[\p{L}\p{N}_]+$/u.test(piece) || !/\p{L}/u.test(piece)) return false
  const parts = partsOf(piece)
  const isMixed = (piece.match(/\p{L}+|\d+/gu)?.length ?? 0) > 3 && !MEASURE.test(piece)
  return parts.length > 2 || (parts.length === 2 && piece.includes('_')) || isMixed
}

const isName = (piece: string): boolean =>
  piece.length >= SHORTEST_NAME &&
  piece.length <= LONGEST_NAME &&
  (ADDRESS_OF_HOST.test(piece) || isDotted(piece) || isHyphened(piece) || isJoined(piece))

/**
 * The names in a text that a machine goes by and nobody writes by chance, as they stand there: exceptions, hosts, groups, settings,
 * error codes. One with dots is given whole and by its parts.
 */
export function namesIn(text: string): readonly string[] {
  const pieces = text
    .split(/\s+/)
    .filter((chunk) => !ADDRESS.test(chunk))
    .flatMap((chunk) => chunk.split(BETWEEN))
    .flatMap((chunk) => chunk.split(/[:/\\]+/))
    .filter((piece) => piece.length <= LONGEST_PIECE)
    .map((piece) => piece.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .flatMap((piece) => (piece.includes('.') ? [piece, ...piece.split('.')] : [piece]))
  return [...new Set(pieces.filter(isName))]
}

/** So many words in a row, with so many telling ones among them, are no chance. */
const ROWS = [
  { words: 5, telling: 2 },
  { words: 4, telling: 3 },
] as const

/** Where one thing said ends and the next begins. */
const PAUSE = /[\r\n]+|[.!?;:,](?=\s|$)/

/** The words that stand in a row in a text, as in the message of an error: without case, each row as its words with spaces between. */
export function rowsIn(text: string): readonly string[] {
  const rows = text.split(PAUSE).flatMap((said) => {
    const words = wordsOf(said).flatMap((word) => termOf(word) ?? [])
    return ROWS.flatMap(({ words: length, telling }) =>
      words.flatMap((_, at) => {
        const row = words.slice(at, at + length)
        return row.length === length && row.filter(isTelling).length >= telling ? [row.join(' ')] : []
      }),
    )
  })
  return [...new Set(rows)]
}
