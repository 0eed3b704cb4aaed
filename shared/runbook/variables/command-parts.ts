import type { Command } from '../runbook.ts'
import { hasAnsiQuotes, hasQuotesOfPosix, isReadByShell } from './command-syntax.ts'
import { closedTags, namedAt, templateAt } from './placeholder-shapes.ts'
import { isPlainValue, quotedValue } from './quoted-value.ts'
import { readShell } from './read-shell.ts'
import { isSetByTheShell } from './shell-names.ts'
import type { Hole, ShellReading } from './shell-reading.ts'
import { type CommandPart, type Variable, variableKey } from './variable.ts'

/** What earlier commands set, by name; `isOpen` once one of them read settings from elsewhere. */
export type SetAbove = { readonly names: Map<string, readonly CommandPart[] | 'unknown'>; isOpen: boolean }

/** Whether a script looks by itself whether a name has a value. */
const IS_TESTED = /(?:\[|\btest)\s+(?:!\s+)?-[nz]\s+"?\$\{?([A-Za-z_]\w*)/g
const NO_HOLES: ShellReading = { holes: [], sets: [], cut: [], isOpen: false, isUnsure: true }

const inOther = {
  isVariable: false,
  within: ['asWritten'],
  isRemark: false,
  endWord: null,
  isUnsure: true,
  isReadAgain: false,
} as const

/** Of a query or another language: names alone, put in as they are. */
function readOther(text: string): ShellReading {
  if (!/[<{]/.test(text)) return NO_HOLES
  const closed = closedTags(text)
  const holes: Hole[] = []
  for (const { index } of text.matchAll(/<|\{\{/g)) {
    const last = holes.at(-1)
    const shape =
      last !== undefined && index < last.to ? null : (namedAt(text, index, closed) ?? templateAt(text, index))
    if (shape !== null) holes.push({ ...shape, ...inOther, from: index })
  }
  return { ...NO_HOLES, holes }
}

const asText = (text: string): CommandPart => ({
  text,
  variable: null,
  within: [],
  isRemark: false,
  endWord: null,
  isUnsure: false,
})

/** Cuts a text at its holes. */
function cutAt(
  text: string,
  from: number,
  to: number,
  holes: readonly Hole[],
  variableOf: (hole: Hole) => Variable,
): CommandPart[] {
  const parts: CommandPart[] = []
  let at = from
  for (const hole of holes) {
    if (hole.from > at) parts.push(asText(text.slice(at, hole.from)))
    const { within, isRemark, endWord, isUnsure } = hole
    parts.push({
      text: text.slice(hole.from, hole.to),
      variable: variableOf(hole),
      within,
      isRemark,
      endWord,
      isUnsure,
    })
    at = hole.to
  }
  if (at < to) parts.push(asText(text.slice(at, to)))
  return parts
}

/** Text that is its own value, whether quoted or not. */
const IS_LITERAL = /^[\w@%+=:,./-]*$/
const IS_QUOTED_LITERAL = /^[\w@%+=:,./ -]*$/

/** What stands behind `NAME=`, when it can be said without running anything. */
function valueSet(
  text: string,
  from: number,
  to: number,
  holes: readonly Hole[],
  variableOf: (hole: Hole) => Variable,
): readonly CommandPart[] | 'unknown' {
  const mark = text[from] ?? ''
  const isQuoted = (mark === "'" || mark === '"') && to - from > 1 && text[to - 1] === mark
  const [begin, end] = isQuoted ? [from + 1, to - 1] : [from, to]
  const within = holes.filter((hole) => hole.from >= begin && hole.to <= end)
  const parts = cutAt(text, begin, end, within, variableOf)
  const shape = isQuoted ? IS_QUOTED_LITERAL : IS_LITERAL
  return parts.length > 0 && parts.every((part) => part.variable !== null || shape.test(part.text)) ? parts : 'unknown'
}

/** Cuts a command at the places that wait for a value, and adds what it sets to what was set above it. */
export function readParts(command: Pick<Command, 'language' | 'text'>, above: SetAbove): readonly CommandPart[] {
  const { text } = command
  const { holes, sets, cut, isOpen, ...reading } = isReadByShell(command)
    ? readShell(text, hasAnsiQuotes(command))
    : readOther(text)
  const ownNames = new Set(sets.map(({ name }) => name))
  for (const [, name = ''] of holes.length + cut.length > 0 ? text.matchAll(IS_TESTED) : []) ownNames.add(name)
  const isOwn = (name: string): boolean => isOpen || ownNames.has(name) || isSetByTheShell(name)
  const variableOf = ({ name, written, isVariable }: Pick<Hole, 'name' | 'written' | 'isVariable'>): Variable => ({
    key: variableKey(name),
    name,
    written,
    above: isVariable ? (above.names.get(name) ?? (above.isOpen ? 'unknown' : null)) : null,
  })
  const open = holes.filter((hole) => !hole.isVariable || !isOwn(hole.name))
  const isUnsure =
    reading.isUnsure ||
    !hasQuotesOfPosix(command) ||
    holes.some((hole) => hole.isVariable && isOwn(hole.name) && (hole.isUnsure || hole.isReadAgain))
  const cutNames = [...new Set(cut)].filter((name) => !isOwn(name))
  const before = cutNames.map(
    (name): CommandPart => ({
      text: '',
      variable: variableOf({ name, written: `$${name}`, isVariable: true }),
      within: 'setBefore',
      isRemark: false,
      endWord: null,
      isUnsure,
    }),
  )
  const filled = isUnsure ? open.map((hole) => ({ ...hole, isUnsure })) : open
  const parts = [...before, ...cutAt(text, 0, text.length, filled, variableOf)]
  for (const { name, value } of sets)
    above.names.set(name, value === null ? 'unknown' : valueSet(text, value.from, value.to, open, variableOf))
  above.isOpen ||= isOpen
  return parts
}

/** A part with its value put in; as written while there is none, so that nothing runs by half. */
export function filledPart({ text, variable, within }: CommandPart, value: string): string {
  if (variable === null || value === '') return text
  return within === 'setBefore' ? `${variable.name}=${quotedValue(value, ['none'])}\n` : quotedValue(value, within)
}

/**
 * Whether no rule here can put a value in safely: what reads it besides the shell may take it for more than a value, or a document end with it.
 */
export const mayBeReadAsMore = ({ isUnsure, endWord }: CommandPart, value: string): boolean =>
  (isUnsure && !isPlainValue(value)) || endWord?.includes(value) === true
