import { decoded } from '../../kit/relative-path.ts'
import type { Runbook, RunbookLink } from '../runbook.ts'
import { sourceLines } from '../text/source-lines.ts'

/** An address as it is written in a line of the source; `label` when the line defines it for links elsewhere ("[map]: maps/orders.md"). */
type Address = { readonly from: number; readonly written: string; readonly label?: string }

/** A link, and where its address stands: at the link itself, or on a line that defines it for this link and others. */
export type PlacedLink = { readonly link: RunbookLink; readonly line: number; readonly isDefined: boolean }

/** Behind `](`, `href=` or `src=`; an address may hold one pair of brackets. */
const AT_THE_LINK =
  /(?:\]\(\s{0,9}<?|\b(?:href|src)\s{0,9}=\s{0,9}["']?)((?:[^\s()<>"']|\([^\s()<>"']{0,200}\)){1,2000})(?=[\s>)"']|$)/gi
const DEFINITION = /^([\s>]{0,40}\[([^\][^\n][^\][\n]{0,200})\]:\s{1,9}<?)([^\s<>]{1,2000})(?=[\s>]|$)/

/** The addresses that a line of Markdown holds. Code is not told apart. */
function addressesIn(line: string): readonly Address[] {
  const [, before = '', label, target] = DEFINITION.exec(line) ?? []
  if (label !== undefined && target !== undefined) return [{ from: before.length, written: target, label }]
  return [...line.matchAll(AT_THE_LINK)].map(({ 0: whole, 1: written = '', index }) => ({
    from: index + whole.length - written.length,
    written,
  }))
}

/** Where an address stands in a line, however its letters are written there. */
export function placesOf(href: string, line: string): readonly Address[] {
  const wanted = decoded(href)
  return addressesIn(line).filter(({ written }) => decoded(written) === wanted)
}

/** Where the addresses of a runbook's links stand, in the order of the links: what is wrong with an address is to be mended there. */
export function placedLinks({ text, links }: Pick<Runbook, 'text' | 'links'>): readonly PlacedLink[] {
  if (links.length === 0) return []
  const lines = sourceLines(text)
  const definitions = definitionsOf(lines)
  if (definitions.size === 0) return links.map((link) => ({ link, line: link.line, isDefined: false }))
  const written = new Map<number, ReadonlySet<string>>()
  const isWrittenAt = (line: number, address: string): boolean => {
    const known = written.get(line) ?? new Set(addressesIn(lines[line - 1] ?? '').map((each) => decoded(each.written)))
    written.set(line, known)
    return known.has(address)
  }
  const chosen = new Map<string, number>()
  /** Of the lines that define an address the one whose label stands in the line of the link, else the first. */
  const definedFor = (line: number, address: string, { first, lineOf }: Definitions): number => {
    const key = `${line} ${address}`
    const known = chosen.get(key)
    if (known !== undefined) return known
    const labelled = labelsIn(lines[line - 1] ?? '').flatMap((label) => lineOf.get(label) ?? [])
    const at = labelled.length === 0 ? first : labelled.reduce((one, other) => Math.min(one, other))
    chosen.set(key, at)
    return at
  }
  return links.map((link): PlacedLink => {
    const address = decoded(link.href.trim())
    const defined = definitions.get(address)
    if (defined === undefined || isWrittenAt(link.line, address)) return { link, line: link.line, isDefined: false }
    return { link, line: definedFor(link.line, address, defined), isDefined: true }
  })
}

/** The lines that define an address: the first of them, and each by its label. */
type Definitions = { readonly first: number; readonly lineOf: Map<string, number> }

/** What stands in brackets in a line, in lower case. */
function labelsIn(line: string): readonly string[] {
  return [...line.matchAll(/\[([^\][]{1,200})\]/g)].map(([, label = '']) => label.toLowerCase())
}

/** The lines that define an address, by the address. */
function definitionsOf(lines: readonly string[]): ReadonlyMap<string, Definitions> {
  const found = new Map<string, Definitions>()
  lines.forEach((content, index) => {
    if (!content.includes(']:')) return
    const [{ written, label } = { written: '' }] = addressesIn(content)
    if (label === undefined) return
    const line = index + 1
    const known = found.get(decoded(written)) ?? { first: line, lineOf: new Map<string, number>() }
    found.set(decoded(written), known)
    if (!known.lineOf.has(label.toLowerCase())) known.lineOf.set(label.toLowerCase(), line)
  })
  return found
}
