import type { Severity } from '../../incident/primitives.ts'
import { inlineText } from '../escape-markdown.ts'
import type { IncidentMetrics } from '../measure-incident.ts'
import type { IncidentLog, LogEntry } from '../read-log.ts'
import { localMoment, spokenMoment } from '../spoken-time.ts'

/** What a part says from facts alone: Markdown lines, and the questions that the facts leave open. */
export type Draft = { readonly lines: readonly string[]; readonly open: readonly string[] }

/** What the drafts are made from. */
export type DraftSource = {
  readonly log: IncidentLog
  readonly metrics: IncidentMetrics
  readonly title: string
  readonly severity: Severity | null
  readonly timezone: string
  readonly consumers: readonly string[]
}

/** A bullet whose label is ours and whose words are somebody's. */
export const bullet = (label: string, words: string): string => `- **${label}:** ${inlineText(words)}`

/** A plain bullet of somebody's words. */
export const item = (words: string): string => `- ${inlineText(words)}`

/** A short list under its own label; nothing at all when it is empty. */
export const group = (label: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [`**${label}**`, ...lines]

/** A bullet with its time, and with its day where that is not the day of detection. */
export function timed(source: DraftSource, entry: LogEntry, words: string): string {
  const { date, time } = localMoment(entry.at, 'UTC')
  const isFirstDay = date === source.log.declared?.at.slice(0, 10)
  return item(`${isFirstDay ? '' : `${date} `}${time} UTC ${words}`)
}

/** A question that only a person can answer, shown where the answer belongs. */
export const question = (words: string): string => `_Not stated: ${words}_`

/** An instant in words, UTC and local. */
export const when = (source: DraftSource, at: string): string => spokenMoment(at, source.timezone)

/** The lines of a draft as Markdown: consecutive bullets stay together, the rest is set apart by blank lines. */
export function draftMarkdown(draft: Draft): string {
  const lines = [...draft.lines, ...draft.open.map(question)]
  return lines.reduce((text, line, index) => {
    if (index === 0) return line
    const isList = line.startsWith('- ') && (lines[index - 1] ?? '').startsWith('- ')
    return `${text}${isList ? '\n' : '\n\n'}${line}`
  }, '')
}
