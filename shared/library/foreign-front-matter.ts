import { isMap, parseDocument } from 'yaml'

const LONGEST = 200

/**
 * Whether a text without front matter as Nightdesk reads it (R1) begins with some of another form: a map in braces between marks, or JSON
 * on one line. A second block on top of it would hide it from every other tool.
 */
export function foreignFrontMatter(lines: readonly string[]): boolean {
  const start = lines.findIndex((line) => line.trim() !== '')
  const first = lines[start]?.trim() ?? ''
  if (/^\{\s*(?:"|\}|$)/.test(first)) return true
  if (first !== '---') return false
  const end = lines.slice(start + 1, start + LONGEST).findIndex((line) => /^(?:---|\.\.\.)\s*$/.test(line))
  if (end < 0) return false
  const inner = lines.slice(start + 1, start + 1 + end).join('\n')
  return isMap(parseDocument(inner, { uniqueKeys: false, logLevel: 'silent' }).contents)
}
