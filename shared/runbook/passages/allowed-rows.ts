import type { TableBlock } from '../text/block.ts'
import { bansThis } from '../words/bans.ts'

const SAYS_WHETHER =
  /^(?:is (?:it|this) |(?:can|may|should) (?:i|we|you|one) (?:run|use) (?:it|this) ?)?(?:(?:allowed|permitted|safe|ok(?:ay)?|recommended)\b|(?:(?:run|use|usable) )?(?:in |on |for )?(?:prod|production|live)\W*$|(?<=\b(?:it|this) ?)\W*$)/i
/** "No restrictions", "no downtime" say yes. */
const SAYS_NO =
  /^\W*(?:no(?! (?:known |other )?(?:restrictions?|problems?|risks?|limits?|issues?|side|downtime|impact|data|effects?))|never|don['\u2019]?t|do not|not (?:allowed|permitted))\b|^\W*(?:forbidden|prohibited)\b|^\s*[\u274C\u2717\u2718\u26D4\u{1F6AB}]/iu

/** What a column is called that holds a word on its row. */
const HOLDS_NOTES =
  /^(?:(?:notes?|comments?|remarks?|hints?|advice|warnings?|caution|safety|verdict|rule|usage|use(?: (?:it|this))?|run(?: (?:it|this))?|when(?: to (?:use|run)(?: (?:it|this))?)?|description)\W*)?$/i
/** "NEVER", "Don't", "no!": a whole cell, which forbids where the column does not ask something else ("Needs root: never"). */
const IS_A_SHORT_BAN =
  /^\W*(?:never(?:[, ]+(?:ever|never))?|no(?=\W*!)|don['\u2019]?t|do not)(?: (?:do|run|use)(?: (?:it|this|that))?)?\W*$/i

/** A mere cross below the name of any other column says no to something else. */
const HOLDS_WORDS = /\p{L}/u

/** The rows of a table that none of their cells forbids, by "Allowed: no", "NEVER" or "never run this"; the given ones where all may be done. */
export function allowedRows({ header, rows }: TableBlock): TableBlock['rows'] {
  const bans = header.map(({ text }) => bansUnder(text))
  const left = rows.filter(({ cells }) => !cells.some(({ text }, column) => bans[column]?.(text)))
  return left.length === rows.length ? rows : left
}

/** Whether a cell of a column forbids its row. */
function bansUnder(name: string): (cell: string) => boolean {
  if (SAYS_WHETHER.test(name)) return (cell) => SAYS_NO.test(cell)
  const holdsNotes = HOLDS_NOTES.test(name)
  return (cell) =>
    (holdsNotes && IS_A_SHORT_BAN.test(cell)) ||
    ((HOLDS_WORDS.test(cell) || name === '') && bansThis(cell) === 'everywhere')
}
