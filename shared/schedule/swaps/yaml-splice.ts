import {
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  stringify,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'
import { fail, ok, type Result } from '../../kit/result.ts'
import type { YamlPath } from '../yaml-source.ts'

/** One edit of a YAML text at a path: of a list, of a key in a map. */
export type YamlEdit =
  | { readonly kind: 'append'; readonly path: YamlPath; readonly item: unknown }
  | { readonly kind: 'remove'; readonly path: YamlPath; readonly index: number }
  | { readonly kind: 'set'; readonly path: YamlPath; readonly key: string; readonly value: unknown }
  | { readonly kind: 'unset'; readonly path: YamlPath; readonly key: string }

type Spliced = Result<string>

type Place = { readonly text: string; readonly endOfLine: string }

const inFlow = (value: unknown): string =>
  stringify(value, { collectionStyle: 'flow', flowCollectionPadding: false, lineWidth: 0 }).trim()

const splice = ({ text }: Place, from: number, to: number, put: string): string =>
  text.slice(0, from) + put + text.slice(to)

const startOf = (node: Node): number => node.range?.[0] ?? 0

/** Where a value ends, without the white space and comments that follow it. */
const endOf = (text: string, node: Node): number => {
  const end = node.range?.[1] ?? 0
  return text.slice(0, end).trimEnd().length
}

const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1

/** The end of the line that an offset is on, before its line break. */
function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset)
  const bare = end === -1 ? text.length : end
  return text[bare - 1] === '\r' ? bare - 1 : bare
}

const columnOf = (text: string, offset: number): number => offset - lineStart(text, offset)

/** The dash of an item of a block list; null in a flow list. Remarks between a dash and its item may hold dashes, too. */
function dashOf({ srcToken }: YAMLSeq, index: number): number | null {
  if (srcToken?.type !== 'block-seq') return null
  return srcToken.items[index]?.start.find(({ type }) => type === 'seq-item-ind')?.offset ?? null
}

const byHand = (what: string): Spliced => fail(`${what} is written in a way that only a person can edit safely.`)

/** Puts whole lines behind the line of an offset, which may be the last of a file without a line break. */
function insertLines(place: Place, offset: number, lines: string): string {
  const end = lineEnd(place.text, offset)
  return splice(place, end, end, place.endOfLine + lines)
}

/** What begins at a node that is not written over several lines as a block. */
const isFlow = (node: unknown): boolean => (isMap(node) || isSeq(node)) && node.flow === true

function appendToFlow(place: Place, list: Node, items: readonly unknown[], put: string): string {
  const close = endOf(place.text, list) - 1
  const last = items.at(-1)
  const end = isNode(last) ? endOf(place.text, last) : isPair(last) ? (partOf(place, last)?.to ?? close) : close
  if (place.text.slice(end, close).includes('#')) {
    const comma = /^\s*,/.exec(place.text.slice(end))?.[0] ?? ''
    const at = end + comma.length
    return splice(place, at, at, comma === '' ? `, ${put}` : ` ${put},`)
  }
  const inner = place.text.slice(0, close).trimEnd().length
  if (items.length === 0) return splice(place, inner, close, put)
  const comma = place.text[inner - 1] === ',' ? ' ' : ', '
  return splice(place, inner, close, comma + put)
}

function pairOf(map: YAMLMap, key: string) {
  return map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === key)
}

/** Adds a key with a value as the last of a map. */
function addKey(place: Place, map: YAMLMap, key: string, value: unknown, asBlockList: boolean): Spliced {
  const [first] = map.items
  if (map.flow) return ok(appendToFlow(place, map, map.items, `${key}: ${inFlow(value)}`))
  const last = map.items.at(-1)
  if (!first || !last || !isNode(first.key)) return byHand(key)
  const indent = ' '.repeat(columnOf(place.text, startOf(first.key)))
  const lines = asBlockList
    ? `${indent}${key}:${place.endOfLine}${indent}  - ${inFlow(Array.isArray(value) ? value[0] : value)}`
    : `${indent}${key}: ${inFlow(value)}`
  const end =
    isNode(last.value) && last.value.range
      ? endOf(place.text, last.value)
      : isNode(last.key)
        ? endOf(place.text, last.key)
        : 0
  return ok(insertLines(place, Math.max(end - 1, 0), lines))
}

function appendItem(place: Place, map: YAMLMap, key: string, item: unknown): Spliced {
  const pair = pairOf(map, key)
  if (!pair) return addKey(place, map, key, [item], typeof item === 'object')
  const list = pair.value
  if (isSeq(list)) {
    if (list.flow) return ok(appendToFlow(place, list, list.items, inFlow(item)))
    const last = list.items.at(-1)
    const dash = dashOf(list, list.items.length - 1)
    if (!isNode(last) || dash === null) return byHand(key)
    const indent = ' '.repeat(columnOf(place.text, dash))
    return ok(insertLines(place, endOf(place.text, last) - 1, `${indent}- ${inFlow(item)}`))
  }
  const isEmpty = isScalar(list) && list.value === null && list.source === ''
  if (!isEmpty || map.flow || !isNode(pair.key)) return byHand(key)
  const indent = ' '.repeat(columnOf(place.text, startOf(pair.key)) + 2)
  return ok(insertLines(place, startOf(pair.key), `${indent}- ${inFlow(item)}`))
}

/** A part of a flow list or map: an item, or a key with its value. Offsets, end excluded. */
type Part = { readonly from: number; readonly to: number }

/** Takes a part out of a flow list or map. Alone on its lines it goes with the remark behind it; every other remark stays where it is. */
function removePart({ text, endOfLine }: Place, parts: readonly Part[], index: number): Spliced {
  const [part, next, previous] = [parts[index], parts[index + 1], parts[index - 1]]
  if (!part) return byHand('This list')
  const { from, to } = part
  const cut = (start: number, end: number): Spliced => ok(splice({ text, endOfLine }, start, end, ''))
  const comma = /^[ \t]*,[ \t]*/.exec(text.slice(to))?.[0] ?? ''
  const remark = /^[ \t]*(?:#[^\r\n]*)?/.exec(text.slice(to + comma.length))?.[0] ?? ''
  const end = to + comma.length + remark.length
  const isAlone = text.slice(lineStart(text, from), from).trim() === '' && end === lineEnd(text, end)
  if (isAlone && (comma !== '' || !next))
    return cut(lineStart(text, from), Math.min(text.length, end + endOfLine.length))
  if (next && !text.slice(to, next.from).includes('#')) return cut(from, next.from)
  if (!next && previous && !text.slice(previous.to, from).includes('#')) return cut(previous.to, to)
  return next && comma === '' ? byHand('This list') : cut(from, to + comma.length)
}

function removeFromFlow(place: Place, list: YAMLSeq, index: number): Spliced {
  const nodes = list.items.filter(isNode)
  if (nodes.length !== list.items.length) return byHand('This list')
  return removePart(
    place,
    nodes.map((node) => ({ from: startOf(node), to: endOf(place.text, node) })),
    index,
  )
}

/** The lines of an item go, with the remark behind it; remarks above it stay, since they may be about what follows. */
function removeItem(place: Place, map: YAMLMap, key: string, index: number): Spliced {
  const pair = pairOf(map, key)
  const list = pair?.value
  if (!pair || !isSeq(list)) return byHand(key)
  if (list.flow) return removeFromFlow(place, list, index)
  const item = list.items[index]
  const dash = dashOf(list, index)
  if (!isNode(item) || !isNode(pair.key) || dash === null) return byHand(key)
  const { text } = place
  const from = lineStart(text, dash)
  if (from <= startOf(pair.key)) return byHand(key)
  const to = Math.min(text.length, lineEnd(text, endOf(text, item) - 1) + place.endOfLine.length)
  const without = splice(place, from, to, '')
  if (list.items.length > 1) return ok(without)
  const end = endOf(text, pair.key)
  const colon = text.indexOf(':', end) + 1
  return ok(splice({ ...place, text: without }, colon, colon, ' []'))
}

/** Where a key stands with its value. */
const partOf = ({ text }: Place, { key, value }: Pair): Part | null => {
  if (!isNode(key)) return null
  return { from: startOf(key), to: endOf(text, isNode(value) && value.range ? value : key) }
}

/** A key goes with its value and the remark behind them; the first of an item, which stands behind its dash, only a person can take out. */
function unsetKey(place: Place, map: YAMLMap, key: string): Spliced {
  const { text, endOfLine } = place
  const pair = pairOf(map, key)
  if (!pair) return ok(text)
  const index = map.items.indexOf(pair)
  const parts = map.items.flatMap((pair) => partOf(place, pair) ?? [])
  const part = parts[index]
  if (!part || parts.length !== map.items.length) return byHand(key)
  if (map.flow) return removePart(place, parts, index)
  const from = lineStart(text, part.from)
  if (text.slice(from, part.from).trim() !== '') return byHand(key)
  return ok(splice(place, from, Math.min(text.length, lineEnd(text, part.to - 1) + endOfLine.length), ''))
}

function setKey(place: Place, map: YAMLMap, key: string, value: unknown): Spliced {
  const pair = pairOf(map, key)
  if (!pair) return addKey(place, map, key, value, false)
  const old = pair.value
  if (!isNode(old) || !old.range || (!isScalar(old) && !isFlow(old))) return byHand(key)
  if (isScalar(old) && old.source === '') return byHand(key)
  return ok(splice(place, startOf(old), endOf(place.text, old), inFlow(value)))
}

/**
 * One edit of a YAML text that leaves every other character where it was: remarks, order, quotes, blank lines and line breaks.
 * Writing the whole document anew would touch lines that nobody meant to change, and the diff would hide the one that counts.
 * `path` leads to the map that has the list or the key; its last step is the list's key. Refuses aliases and unusual shapes.
 */
export function spliceYaml(text: string, edit: YamlEdit): Spliced {
  const document = parseDocument(text, { logLevel: 'silent', keepSourceTokens: true })
  if (document.errors.length > 0) return fail('The file is not valid YAML at the moment.')
  const place: Place = { text, endOfLine: text.includes('\r\n') ? '\r\n' : '\n' }
  const around = 'key' in edit ? edit.path : edit.path.slice(0, -1)
  const key = 'key' in edit ? edit.key : String(edit.path.at(-1))
  const map = around.length === 0 ? document.contents : document.getIn(around, true)
  if (!isMap(map) || (isFlow(map) && !map.range)) return byHand(around.join('.') || 'The file')
  switch (edit.kind) {
    case 'append':
      return appendItem(place, map, key, edit.item)
    case 'remove':
      return removeItem(place, map, key, edit.index)
    case 'set':
      return setKey(place, map, key, edit.value)
    case 'unset':
      return unsetKey(place, map, key)
  }
}
