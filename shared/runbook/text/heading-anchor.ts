import { titlesBan } from '../words/bans.ts'
import type { Inline } from './block.ts'
import { FenceReader } from './fences.ts'

/** "{#late-data}", "{.note}", "{: #late-data .note}", "{docsify-ignore-all}" and "{-}" behind a heading. */
const IN_BRACES = /\s{0,20}\{(?::?\s*[#.][\w-]{1,100}[^{}]{0,100}|docsify-ignore(?:-all)?|-)\}\s*$/
/** "[late-data]" behind a heading: words joined by hyphens. */
const IN_BRACKETS = /\s{1,20}\[([a-z0-9_]{1,60}(?:-[a-z0-9_]{1,60}){1,20})\]\s*$/

/** Front matter that only one family of site builders writes: with it each name in brackets behind a heading is one. */
const NAMES_EVERY_HEADING = /^mapped_pages\s*:/m
const HEADING_WITH_NAME = /^(\s{0,3}#{1,6}\s[^\n]{0,300}\S)\s+\[([a-z0-9_]{1,60}(?:[-_][a-z0-9_]{1,60}){0,20})\]\s*$/
/** What a lone word in brackets says rather than names. */
const IS_SAID = /^(?:optional|danger(?:ous)?|warning|destructive|risky)$/

/**
 * The lines without the names behind headings, where the front matter tells that those in brackets are names, whatever their words (R1). Code is left
 * as it is, and so is a word that keeps from something.
 */
export function withoutNamesOfHeadings(lines: readonly string[], frontMatter: string): readonly string[] {
  if (!NAMES_EVERY_HEADING.test(frontMatter)) return lines
  const fences = new FenceReader()
  return lines.map((line) => {
    if (fences.read(line) !== 'outside') return line
    const [, heading, name = ''] = HEADING_WITH_NAME.exec(line) ?? []
    return heading === undefined || IS_SAID.test(name) || titlesBan(name) ? line : heading
  })
}

/** A heading without the name that links point at, which is no word of it (R1). In brackets it must echo the heading, or be of more words than one joins: "[read-only]" is a word of its own. */
export function withoutAnchor(inline: Inline): Inline {
  const { text, prose } = inline
  const length = anchorLength(prose)
  if (length === 0) return inline
  return { ...inline, text: text.slice(0, -length), prose: prose.slice(0, -length) }
}

/** The line of a heading as it is written, without that name. */
export function lineWithoutAnchor(line: string): string {
  const length = anchorLength(line.replace(/^\s*#+\s*/, ''))
  return length === 0 ? line : line.slice(0, -length)
}

/** What stands in code names nothing: the words without it are asked. */
function anchorLength(prose: string): number {
  if (!/[\]}]\s*$/.test(prose)) return 0
  const braces = IN_BRACES.exec(prose)?.[0]
  if (braces !== undefined) return braces.length === prose.length ? 0 : braces.length
  const [whole, name] = IN_BRACKETS.exec(prose) ?? []
  if (whole === undefined || name === undefined) return 0
  const heading = prose.slice(0, -whole.length).toLowerCase()
  const words = name.split('-')
  const echoed = words.filter((word) => heading.includes(word.slice(0, 5)))
  return heading !== '' && (echoed.length * 2 >= words.length || words.length > 3) ? whole.length : 0
}
