import { type Document, isAlias, isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'

/** Where something stands in a file; counted from 1. */
export type Position = { readonly line: number; readonly column: number }

/** Keys and places in lists, from the root. */
export type YamlPath = readonly (string | number)[]

/** One YAML file with the way back from a value to its line. */
export type YamlSource = {
  readonly document: Document
  /** Position of an offset in the text. */
  readonly positionAt: (offset: number) => Position
  /** Position of a value; of its key when it is a key's value; of the nearest thing around it when it is absent. */
  readonly locate: (path: YamlPath) => Position
}

const deepest = 60
const mostNodes = 50_000

/** Reads YAML without throwing on bad syntax: what is wrong is in `document.errors`. */
export function readYaml(text: string): YamlSource {
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { lineCounter, prettyErrors: false, logLevel: 'silent' })
  const positionAt = (offset: number): Position => {
    const { line, col } = lineCounter.linePos(offset)
    return { line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  return { document, positionAt, locate: (path) => positionAt(offsetOf(document, path)) }
}

function offsetOf(document: Document, path: YamlPath): number {
  let node: unknown = document.contents
  let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0
  for (const step of path) {
    const resolved = isAlias(node) ? node.resolve(document) : node
    let next: unknown
    if (isMap(resolved)) {
      const pair = resolved.items.find(({ key }) => textOf(key) === String(step))
      if (!pair) return offset
      if (isNode(pair.key)) offset = pair.key.range?.[0] ?? offset
      next = pair.value
    } else if (isSeq(resolved)) {
      next = resolved.items[Number(step)]
      if (isNode(next)) offset = next.range?.[0] ?? offset
    }
    if (next === undefined) return offset
    node = next
  }
  return offset
}

const textOf = (node: unknown): string => (isScalar(node) ? (node.source ?? String(node.value)) : String(node))

/**
 * The value of a node with every scalar as the text that was typed, and empty values left out.
 * YAML would read `+15551234` as a number and lose the plus, so the reader of a field decides its type instead.
 * Stops at `mostNodes`, so that aliases of aliases cannot blow up a small file.
 */
export function asTyped(document: Document, root: Node | null): unknown {
  let seen = 0
  const read = (node: unknown, depth: number): unknown => {
    seen += 1
    if (!isNode(node) || depth > deepest || seen > mostNodes) return undefined
    if (isAlias(node)) return read(node.resolve(document), depth + 1)
    if (isScalar(node)) return node.value === null ? undefined : textOf(node)
    if (isSeq(node)) return node.items.map((item) => read(item, depth + 1))
    if (!isMap(node)) return undefined
    const entries = node.items.map(({ key, value }) => [textOf(key), read(value, depth + 1)] as const)
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
  }
  return read(root, 0)
}
