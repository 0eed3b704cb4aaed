import { isMap, isNode, isScalar, isSeq, type Node, parseDocument, stringify, type YAMLMap, type YAMLSeq } from 'yaml'
import { fail, ok, type Result } from '../../kit/result.ts'
import type { YamlPath } from '../yaml-source.ts'

/** One edit of a YAML text at a path: of a list, of a key in a map. */
export type YamlEdit =
  | { readonly kind: 'append'; readonly path: YamlPath; readonly item: unknown }
  | { readonly kind: 'remove'; readonly path: YamlPath; readonly index: number }
  | { readonly kind: 'replace'; readonly path: YamlPath; readonly index: number; readonly item: unknown }
  | { readonly kind: 'set'; readonly path: YamlPath; readonly key: string; readonly value: unknown }

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

/** The dash of an item of a block list. */
const dashOf = (text: string, item: Node): number => text.lastIndexOf('-', startOf(item) - 1)

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
    if (!isNode(last)) return byHand(key)
    const indent = ' '.repeat(columnOf(place.text, dashOf(place.text, last)))
    return ok(insertLines(place, endOf(place.text, last) - 1, `${indent}- ${inFlow(item)}`))
  }
  const isEmpty = isScalar(list) && list.value === null && list.source === ''
  if (!isEmpty || map.flow || !isNode(pair.key)) return byHand(key)
  const indent = ' '.repeat(columnOf(place.text, startOf(pair.key)) + 2)
  return ok(insertLines(place, startOf(pair.key), `${indent}- ${inFlow(item)}`))
}

function removeFromFlow(place: Place, list: YAMLSeq, index: number): Spliced {
  const nodes = list.items.filter(isNode)
  const [node, next, previous] = [nodes[index], nodes[index + 1], nodes[index - 1]]
  if (!node || nodes.length !== list.items.length) return byHand('This list')
  if (next) return ok(splice(place, startOf(node), startOf(next), ''))
  const end = endOf(place.text, node)
  return ok(splice(place, previous ? endOf(place.text, previous) : startOf(node), end, ''))
}

/** The lines of an item go, with the remark behind it; remarks above it stay, since they may be about what follows. */
function removeItem(place: Place, map: YAMLMap, key: string, index: number): Spliced {
  const pair = pairOf(map, key)
  const list = pair?.value
  if (!pair || !isSeq(list)) return byHand(key)
  if (list.flow) return removeFromFlow(place, list, index)
  const item = list.items[index]
  if (!isNode(item) || !isNode(pair.key)) return byHand(key)
  const { text } = place
  const from = lineStart(text, dashOf(text, item))
  if (from <= startOf(pair.key)) return byHand(key)
  const to = Math.min(text.length, lineEnd(text, endOf(text, item) - 1) + place.endOfLine.length)
  const without = splice(place, from, to, '')
  if (list.items.length > 1) return ok(without)
  const end = endOf(text, pair.key)
  const colon = text.indexOf(':', end) + 1
  return ok(splice({ ...place, text: without }, colon, colon, ' []'))
}

function replaceItem(place: Place, map: YAMLMap, key: string, index: number, item: unknown): Spliced {
  const list = pairOf(map, key)?.value
  const old = isSeq(list) ? list.items[index] : undefined
  if (!isNode(old)) return byHand(key)
  return ok(splice(place, startOf(old), endOf(place.text, old), inFlow(item)))
}

function setKey(place: Place, map: YAMLMap, key: string, value: unknown): Spliced {
  const pair = pairOf(map, key)
  if (!pair) return addKey(place, map, key, value, false)
  if (!isScalar(pair.value) || !pair.value.range || pair.value.source === '') return byHand(key)
  return ok(splice(place, startOf(pair.value), endOf(place.text, pair.value), inFlow(value)))
}

/**
 * One edit of a YAML text that leaves every other character where it was: remarks, order, quotes, blank lines and line breaks.
 * Writing the whole document anew would touch lines that nobody meant to change, and the diff would hide the one that counts.
 * `path` leads to the map that has the list or the key; its last step is the list's key. Refuses aliases and unusual shapes.
 */
export function spliceYaml(text: string, edit: YamlEdit): Spliced {
  const document = parseDocument(text, { logLevel: 'silent' })
  if (document.errors.length > 0) return fail('The file is not valid YAML at the moment.')
  const place: Place = { text, endOfLine: text.includes('\r\n') ? '\r\n' : '\n' }
  const around = edit.kind === 'set' ? edit.path : edit.path.slice(0, -1)
  const key = edit.kind === 'set' ? edit.key : String(edit.path.at(-1))
  const map = around.length === 0 ? document.contents : document.getIn(around, true)
  if (!isMap(map) || (isFlow(map) && !map.range)) return byHand(around.join('.') || 'The file')
  switch (edit.kind) {
    case 'append':
      return appendItem(place, map, key, edit.item)
    case 'remove':
      return removeItem(place, map, key, edit.index)
    case 'replace':
      return replaceItem(place, map, key, edit.index, edit.item)
    case 'set':
      return setKey(place, map, key, edit.value)
  }
}
