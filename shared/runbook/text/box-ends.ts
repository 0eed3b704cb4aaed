import { indentOf } from './columns.ts'

/** Further below its mark nobody sees that a text still stands in the box. */
const MOST_LINES = 200
const FENCE = /^\s*(`{3,}|~{3,})/
const COLONS = /^\s*(:{3,})\s*(\S?)/
const QUOTE = /^\s*>/
const SHORTCODE = /^\s*(\{\{[<%]|\{%-?)\s*([\w-]+)/
const COMPONENT = /^\s*<([A-Z]\w*)/

/** The last line, counted from 1, of the box that a line begins (`!!!`, `:::`, a fence, a tag); where nothing ends it, of all that may stand in it. */
export function lastLineOfBox(lines: readonly string[], index: number): number {
  return lineThatEndsBox(lines, index) ?? Math.min(lines.length, index + 1 + MOST_LINES)
}

/** The line, counted from 0, that ends the box which a line begins, or is the first one behind it; undefined where none does so near. */
export function lineThatEndsBox(lines: readonly string[], index: number): number | undefined {
  const at = lines.slice(index + 1, index + 1 + MOST_LINES).findIndex(endOf(lines[index] ?? ''))
  return at < 0 ? undefined : index + 1 + at
}

/** Tells the line that ends a box, when asked for the lines below its mark in turn. */
function endOf(mark: string): (line: string) => boolean {
  const fence = FENCE.exec(mark)?.[1]
  if (fence !== undefined) return (line) => line.trim() === fence
  const colons = COLONS.exec(mark)?.[1]
  if (colons !== undefined) return endOfContainer(colons)
  const [, opens = '', name] = SHORTCODE.exec(mark) ?? []
  const ends = name === undefined ? [] : opens.startsWith('{{') ? [`/${name}`] : [`end${name}`, `/${name}`]
  if (name !== undefined) return (line) => ends.includes(/^\s*\{[{%][<%]?-?\s*([\w/-]+)/.exec(line)?.[1] ?? '')
  const component = COMPONENT.exec(mark)?.[1]
  if (component !== undefined) return (line) => line.includes(`</${component}>`)
  if (QUOTE.test(mark)) return (line) => !QUOTE.test(line)
  const indent = indentOf(mark) + 4
  return (line) => line.trim() !== '' && indentOf(line) < indent
}

/** Containers of as many colons may stand within each other. */
function endOfContainer(colons: string): (line: string) => boolean {
  let depth = 1
  return (line) => {
    const [, own, behind] = COLONS.exec(line) ?? []
    if (own !== colons) return false
    depth += behind === '' ? -1 : 1
    return depth === 0
  }
}
