import type { TableBlock } from '../text/block.ts'
import { isBanMark } from '../words/ban-marks.ts'
import { bansBehind, bansThis } from '../words/bans.ts'
import { NOT_ALLOWED } from '../words/forbidding.ts'

const SAYS_WHETHER =
  /^(?:is (?:it|this) |(?:can|may|should) (?:i|we|you|one) (?:run|use) (?:it|this) ?)?(?:(?:allowed|permitted|safe|ok(?:ay)?|recommended)\b|(?:(?:run|use|usable) )?(?:in |on |for )?(?:prod|production|live)\W*$|(?<=\b(?:it|this) ?)\W*$)/i
/** "No restrictions", "no downtime" say yes. */
const SAYS_NO = new RegExp(
  `^\\W*(?:no(?:pe)?(?! (?:known |other )?(?:restrictions?|problems?|risks?|limits?|issues?|side|downtime|impact|data|effects?))|n(?=\\W*$)|never|don['\u2019]?t|do not|off[- ]limits|${NOT_ALLOWED})\\b|^\\s*[\\u274C\\u2715\\u2716\\u2717\\u2718\\u26D4\\u{1F6AB}\\u{1F6D1}]`,
  'iu',
)
/** "x" says no only beside a yes: elsewhere it ticks a row off. */
const IS_A_CROSS = /^\W*[x\u00D7]\W*$/i
/** "Forbidden: yes" */
const SAYS_THAT_IT_IS_NOT =
  /^(?:is (?:it |this )?)?(?:strictly )?(?:forbidden|prohibited|banned|not allowed|do not (?:run|use)|don['\u2019]t (?:run|use))(?: (?:in|on) (?:prod|production|live))?\W*$/i
const SAYS_YES = /^\W*(?:y|yes|ok(?:ay)?|safe|allowed)\b|^\s*[\u2611\u2705\u2713\u2714]/i

/** What a column is called that holds a word on its row. */
const HOLDS_NOTES =
  /^(?:(?:notes?|comments?|remarks?|hints?|advice|warnings?|caution|safety|verdict|rule|usage|use(?: (?:it|this))?|run(?: (?:it|this))?|conditions?|(?:(?:allowed|permitted|safe|ok) )?when(?: to (?:use|run)(?: (?:it|this))?)?|description)\W*)?$/i
/** A mere cross below the name of any other column says no to something else. */
const HOLDS_WORDS = /\p{L}/u

/** The rows of a table that none of their cells forbids, by "Allowed: no", "NEVER" or "never run this"; the given ones where all may be done. */
export function allowedRows({ header, rows }: TableBlock): TableBlock['rows'] {
  const bans = header.map(({ text }, column) =>
    bansUnder(text, () => rows.some(({ cells }) => SAYS_YES.test(cells[column]?.text ?? ''))),
  )
  const left = rows.filter(({ cells }) => !cells.some(({ text }, column) => bans[column]?.(text)))
  return left.length === rows.length ? rows : left
}

/** Whether a cell of a column forbids its row; `saysYes` tells whether another one allows its own. */
function bansUnder(name: string, saysYes: () => boolean): (cell: string) => boolean {
  if (SAYS_WHETHER.test(name))
    return (cell) => SAYS_NO.test(cell) || bansBehind(cell) || (IS_A_CROSS.test(cell) && saysYes())
  if (SAYS_THAT_IT_IS_NOT.test(name)) return (cell) => SAYS_YES.test(cell) || isBanMark(cell) || IS_A_CROSS.test(cell)
  const holdsNotes = HOLDS_NOTES.test(name)
  return (cell) =>
    (holdsNotes && bansBehind(cell)) || ((HOLDS_WORDS.test(cell) || name === '') && bansThis(cell) === 'everywhere')
}
