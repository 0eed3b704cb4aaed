import { localMoment } from './spoken-time.ts'
import type { TimelineRow } from './timeline-rows.ts'

/** A picture with more events than this is a wall: only what turned the incident, in this number at most. */
export const MOST_PICTURED = 14
const LONGEST_LABEL = 60

/** The colon of a time as U+2236: a plain one would end the label, and Mermaid does not decode entities in this picture. */
const ratio = (time: string): string => time.replace(':', '\u2236')

/**
 * Any text as a Mermaid timeline label: letters, digits and harmless marks only. Mermaid has no escape that works here, so
 * everything that could be syntax (`:`, `;`, `#`, `%%`, brackets, quotes, line breaks, HTML) becomes a space.
 */
export function mermaidLabel(text: string): string {
  const plain = text
    .replace(/\s*[:;]\s+/g, ', ')
    .replace(/["\u201c\u201d]/g, "'")
    .replace(/[^\p{L}\p{N}\p{M} .,()/%+_?!'-]/gu, ' ')
    .replace(/%{2,}/g, '%')
    .replace(/-{2,}/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
  const cut = [...plain].slice(0, LONGEST_LABEL).join('').trim()
  return cut === '' ? '(no words)' : cut.length < plain.length ? `${cut}...` : cut
}

/** The first and the last stay when there is too much between them. */
function pictured(turns: readonly TimelineRow[]): readonly TimelineRow[] {
  if (turns.length <= MOST_PICTURED) return turns
  const head = Math.ceil(MOST_PICTURED / 2)
  return [...turns.slice(0, head), ...turns.slice(head - MOST_PICTURED)]
}

/** The incident as a Mermaid `timeline`, a section for each UTC day, as GitHub draws it (P6); null when nothing is known. */
export function mermaidTimeline(title: string, turns: readonly TimelineRow[]): string | null {
  const shown = pictured(turns)
  if (shown.length === 0) return null
  const lines = ['```mermaid', 'timeline', `    title ${mermaidLabel(title)}`]
  let day = ''
  for (const row of shown) {
    const { date, time } = localMoment(row.at, 'UTC')
    if (date !== day) lines.push(`    section ${date}`)
    day = date
    lines.push(`        ${ratio(time)} UTC : ${mermaidLabel(row.text)}`)
  }
  return [...lines, '```'].join('\n')
}
