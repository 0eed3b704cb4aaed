import type { Command } from '../runbook.ts'
import { continues, REMARK } from './command-lines.ts'
import { shellOf } from './shell-of-command.ts'

/** A step in words for a command that stands alone: the whole of it, though it goes on over several lines; of a long query as much as tells it from others, or the remark that names it. */
export function textOfCommand(commands: readonly Command[]): string {
  const name = commands[0] && nameOfQuery(commands[0])
  if (name !== undefined) return name
  const lines = (commands[0]?.text ?? '').split('\n')
  const first = lines.findIndex((words) => words.trim() !== '' && !REMARK.test(words) && !BARE_REMARK.test(words))
  if (first < 0) return ''
  const isQuery = IS_A_QUERY.test(lines[first] ?? '')
  const goesOn = (line: string): boolean => (isQuery ? !/;\s*$/.test(line) : continues(line))
  const end = lines.findIndex((line, index) => index >= first && !goesOn(line))
  const parts = lines.slice(first, end < 0 ? undefined : end + 1)
  const text = parts.map((part) => part.trimEnd().replace(/\\$/, '').trim()).join(' ')
  return `Run ${isQuery && text.length > LONGEST_QUERY ? `${text.slice(0, LONGEST_QUERY).trimEnd()}\u2026` : text}`
}

/** "#copy the log": a mark with no space behind it. */
const BARE_REMARK = /^\s*#/

/** "# Failed parcels of each ring" above what no shell runs. */
function nameOfQuery({ language, text }: Command): string | undefined {
  return shellOf({ language, text }) === null ? REMARK.exec(text.trimStart().split('\n')[0] ?? '')?.[1] : undefined
}

const LONGEST_QUERY = 160
/** A query goes on to its semicolon, whatever its lines end with. */
const IS_A_QUERY =
  /^\s*(?:(?:select|with|insert|update|delete|explain|show)\b|\w+(?: (?:by|without) ?\([^)]*\))? ?\($|\()/i
