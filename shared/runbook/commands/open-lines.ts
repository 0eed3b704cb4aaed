import { continues } from './command-lines.ts'

/** The word that ends a text typed into a command: `cat <<EOF`. */
export const HEREDOC = /(?<!<)<<-?\s*["'\\]?([A-Za-z_][\w.-]*)["']?/
const OPENS = /^\s*(?:for|while|until|if|case|select)\b|[{(]\s*$/
const CLOSES = /^\s*(?:done|fi|esac|[})])|[;\s](?:done|fi|esac)\b/
/** What a shell or a database passes over; `--force` on a line of its own is an option of the line above. */
const REMARK = /^\s*(?:#|\/\/|--(?!\S))/

/**
 * For each line of a script whether it stands within something that an earlier line opened: a loop, a braced block, a text typed into a command, a
 * quotation, a command that goes on. A remark there belongs to the command, and cutting at it would leave two halves that do not run (R3). What is
 * never closed opens nothing.
 */
export function linesWithin(lines: readonly string[]): readonly boolean[] {
  const within: boolean[] = []
  let depth = 0
  let heredoc: string | undefined
  let quote = ''
  let goesOn = false
  let openedAt = -1
  lines.forEach((line, index) => {
    const isOpen = depth > 0 || heredoc !== undefined || quote !== '' || goesOn
    within.push(isOpen)
    if (!isOpen) openedAt = index
    if (heredoc !== undefined) {
      if (line.trim() === heredoc) heredoc = undefined
      return
    }
    const isRemark = quote === '' && REMARK.test(line)
    goesOn = isRemark ? goesOn : continues(line)
    if (isRemark) return
    const before = quote
    quote = openQuote(line, quote)
    if (before !== '') return
    heredoc = HEREDOC.exec(line)?.[1]
    const closes = CLOSES.test(line)
    if (OPENS.test(line) && !/[;\s](?:done|fi|esac)\b/.test(line)) depth += CLOSES_FIRST.test(line) ? 0 : 1
    else if (closes && !OPENS.test(line)) depth = Math.max(0, depth - 1)
  })
  const isNeverClosed = depth > 0 || heredoc !== undefined || quote !== ''
  return isNeverClosed ? within.map((isWithin, index) => isWithin && index <= openedAt) : within
}

/** Whether a line that was typed may open what goes on below it. */
export function opensMore(line: string): boolean {
  return continues(line) || HEREDOC.test(line) || OPENS.test(line) || openQuote(line, '') !== ''
}

/** `} else {` closes as much as it opens. */
const CLOSES_FIRST = /^\s*[})]/

/** The quotation mark that is still open at the end of a line; a remark holds none. */
export function openQuote(line: string, before: string): string {
  if (before === '' && REMARK.test(line)) return ''
  let open = before
  for (const [found] of line.matchAll(/\\.|["']|\s#/g)) {
    if (open === '' && found.endsWith('#')) return ''
    if (found === open) open = ''
    else if (open === '' && /^["']$/.test(found)) open = found
  }
  return open
}
