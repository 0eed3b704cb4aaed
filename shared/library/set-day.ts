import { isAlias, isMap, isScalar, type Pair, parseDocument, type YAMLMap } from 'yaml'
import { KNOWN_KEYS, plainKey } from '../runbook/text/front-matter-fields.ts'

/** `key: value` or `key = value` with nothing else on its line but a comment. */
const PLAIN_LINE = /^(["']?)([\w-]{1,60})\1(\s*[:=][ \t]*)(["']?)([^"'#[\]{}|>&*\s][^"'#]*?)?\4([ \t]+#.*|[ \t]*)$/

/** Sets the day in the line that holds it, keeping quotes, spaces and a comment; null when there is no such line. The last of a name counts. */
function setInLine(raw: string, day: string): string | null {
  const lines = raw.split('\n')
  for (const name of KNOWN_KEYS.lastVerified) {
    const at = lines.findLastIndex((line) => plainKey(PLAIN_LINE.exec(line)?.[2] ?? '') === name)
    const found = PLAIN_LINE.exec(lines[at] ?? '')
    if (found === null || /^[ \t]+\S/.test(lines[at + 1] ?? '')) continue
    const [, quote = '', key = '', between = '', valueQuote = '', , rest = ''] = found
    const space = /[:=]$/.test(between) ? ' ' : ''
    return lines.with(at, `${quote}${key}${quote}${between}${space}${valueQuote}${day}${valueQuote}${rest}`).join('\n')
  }
  return null
}

/** The pair that holds the day: of the names for it the first that is there, of one name the last. */
function pairOf({ items }: YAMLMap): Pair | undefined {
  for (const name of KNOWN_KEYS.lastVerified) {
    const found = items.findLast(({ key }) => plainKey(String(key)) === name)
    if (found !== undefined) return found
  }
  return undefined
}

/** Sets a value where it stands, over several lines too; null when it is more than one value or stands nowhere. */
function setValue(raw: string, { value }: Pair, written: string): string | null {
  if (!(isScalar(value) || isAlias(value)) || !value.range) return null
  const [from, to] = value.range
  const old = raw.slice(from, to)
  const before = raw.slice(0, from)
  const space = old === '' && /:$/.test(before) ? ' ' : ''
  return `${before}${space}${written}${/\n$/.exec(old)?.[0] ?? ''}${raw.slice(to)}`
}

/** A map in braces, with a pair more at its beginning. */
function addInBraces(raw: string, map: YAMLMap, written: string): string {
  const after = (map.range?.[0] ?? 0) + 1
  const comma = map.items.length === 0 ? '' : /^\s/.test(raw.slice(after)) ? ',' : ', '
  return `${raw.slice(0, after)}${written}${comma}${raw.slice(after)}`
}

/** How far the keys of a map are set in. */
function indentOf(raw: string, { items }: YAMLMap): string {
  const [first] = items
  const at = isScalar(first?.key) ? (first.key.range?.[0] ?? 0) : 0
  return ' '.repeat(at - (raw.lastIndexOf('\n', at - 1) + 1))
}

/** YAML between its marks with the day set; null when that cannot be done without writing other lines anew. */
export function setInYaml(raw: string, day: string): string | null {
  const inLine = setInLine(raw, day)
  if (inLine !== null) return inLine
  const { contents, errors } = parseDocument(raw, { uniqueKeys: false, logLevel: 'silent' })
  if (errors.length > 0) return null
  const line = `lastVerified: ${day}`
  if (contents === null) return raw === '' ? line : `${raw}\n${line}`
  if (!isMap(contents)) return null
  const pair = pairOf(contents)
  if (pair !== undefined) return setValue(raw, pair, day)
  return contents.flow === true ? addInBraces(raw, contents, line) : `${raw}\n${indentOf(raw, contents)}${line}`
}

/** TOML between its marks with the day set. Keys of the whole file stand before the first table. */
export function setInToml(raw: string, day: string): string {
  const table = raw.search(/^\s*\[/m)
  const head = table < 0 ? raw : raw.slice(0, table)
  const set = setInLine(head, day)
  if (set !== null) return `${set}${table < 0 ? '' : raw.slice(table)}`
  return `lastVerified = ${day}${raw === '' ? '' : `\n${raw}`}`
}

/** JSON with its braces with the day set; null when it stands there as something else than a text. */
export function setInJson(raw: string, day: string): string | null {
  const { contents, errors } = parseDocument(raw, { uniqueKeys: false, logLevel: 'silent' })
  if (errors.length > 0 || !isMap(contents)) return null
  const pair = pairOf(contents)
  if (pair !== undefined) return setValue(raw, pair, `"${day}"`)
  const [first = '', ...rest] = raw.split('\n')
  const indent = contents.items.length === 0 ? '  ' : (/^[ \t]*/.exec(rest[0] ?? '')?.[0] ?? '')
  return [first, `${indent}"lastVerified": "${day}"${contents.items.length === 0 ? '' : ','}`, ...rest].join('\n')
}
