import { isInlineQuery, isMetricQuery, looksTyped } from '../commands/command-lines.ts'
import { SHELLS } from '../commands/command-words.ts'
import type { Command } from '../runbook.ts'

/** Languages of blocks that a shell with POSIX's quotes reads; the others of a shell have their own. */
const OTHER_SHELLS = new Set(['cmd', 'bat', 'batch', 'powershell', 'ps1', 'pwsh', 'sql', 'psql'])
/** Languages that say nothing of what stands in a block. */
const SAYS_NOTHING = new Set(['', 'text', 'txt', 'plaintext', 'plain', 'none', 'command', 'console', 'terminal'])
const IS_TEXT = new Set(['text', 'txt', 'plaintext', 'plain', 'none'])
const BEGINS_A_QUERY = /^\s*(?:--|with\s+\w+\s+as\s*\(|select\s)/i

/** Whether a POSIX shell reads a command, so that `$NAME` is a variable and a value needs its quotes. Queries and other languages have `<name>` only. */
export function isReadByShell({ language, text }: Pick<Command, 'language' | 'text'>): boolean {
  const begins = text.trim()
  if (!SAYS_NOTHING.has(language)) return SHELLS.has(language) && !OTHER_SHELLS.has(language)
  if (BEGINS_A_QUERY.test(begins) || isInlineQuery(begins) || isMetricQuery(begins)) return false
  return !IS_TEXT.has(language) || looksTyped(text)
}

const WITH_ANSI_QUOTES = new Set(['bash', 'bash-session', 'zsh', 'ksh'])

/** Whether `$'...'` surely is a quote to its shell (POSIX had none until 2024). */
export const hasAnsiQuotes = ({ language }: Pick<Command, 'language'>): boolean => WITH_ANSI_QUOTES.has(language)

/** Whether quotes mean in its shell what POSIX says; fish reads a backslash within single quotes. */
export const hasQuotesOfPosix = ({ language }: Pick<Command, 'language'>): boolean => language !== 'fish'
