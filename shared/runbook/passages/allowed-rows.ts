import type { TableBlock } from '../text/block.ts'
import { bansThis } from '../words/bans.ts'

const SAYS_WHETHER = /^(?:is (?:it|this) )?(?:allowed|permitted|safe|ok(?:ay)?|recommended)\b/i
const SAYS_NO =
  /^\W*(?:no|never|not (?:allowed|permitted)|forbidden|prohibited)\b|^\s*[\u274C\u2717\u2718\u26D4\u{1F6AB}]/iu

/** A mere cross below the name of any other column says no to something else. */
const HOLDS_WORDS = /\p{L}/u

/** The rows of a table that none of their cells forbids, by "Allowed: no" or "never run this"; the given ones where all may be done. */
export function allowedRows({ header, rows }: TableBlock): TableBlock['rows'] {
  const whether = header.map(({ text }) => SAYS_WHETHER.test(text))
  const left = rows.filter(
    ({ cells }) =>
      !cells.some(({ text }, column) =>
        whether[column]
          ? SAYS_NO.test(text)
          : (HOLDS_WORDS.test(text) || header[column]?.text === '') && bansThis(text) === 'everywhere',
      ),
  )
  return left.length === rows.length ? rows : left
}
