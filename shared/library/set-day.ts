import { isAlias, isMap, isScalar, type Pair, parseDocument, type YAMLMap } from 'yaml'
import { isCustomTable, KNOWN_KEYS, plainKey } from '../runbook/text/front-matter-fields.ts'

/** `key: value` or `key = value` with nothing else on its line but a comment. */
const PLAIN_LINE =
  /^([ \t]{0,40})(["']?)([\w-]{1,60})\2(\s{0,40}[:=][ \t]{0,40})(["']?)([^"'#[\]{}|>&*\s][^"'#]{0,200}?)?\5([ \t]{1,200}#.*|[ \t]{0,200})$/

/**
 * Sets the day in the line that holds it, keeping quotes, spaces and a comment; null when there is no such line. The last of a name counts.
 * What is set in belongs to another table in YAML, and to the same one in TOML.
 */
function setInLine(raw: string, day: string, format: 'yaml' | 'toml'): string | null {
  const lines = raw.split('\n')
  const read = lines.map((line) => PLAIN_LINE.exec(line)).map((line) => (format === 'yaml' && line?.[1] ? null : line))
  for (const name of KNOWN_KEYS.lastVerified) {
    const at = read.findLastIndex((line) => plainKey(line?.[3] ?? '') === name)
    const found = read[at] ?? null
    if (found === null || (format === 'yaml' && /^[ \t]+\S/.test(lines[at + 1] ?? ''))) continue
    const [, indent = '', quote = '', key = '', between = '', valueQuote = '', , rest = ''] = found
    const space = /[:=]$/.test(between) ? ' ' : ''
    const set = `${indent}${quote}${key}${quote}${between}${space}${valueQuote}${day}${valueQuote}${rest}`
    return lines.with(at, set).join('\n')
  }
  return null
}

const pairIn = ({ items }: YAMLMap, name: string): Pair | undefined =>
  items.findLast(({ key }) => plainKey(String(key)) === name)

/** The pair that holds the day: of the tables and the names for it the first that is there, of one name the last. */
function pairOf(map: YAMLMap): Pair | undefined {
  const inner = map.items.flatMap(({ key, value }) => (isCustomTable(String(key)) && isMap(value) ? [value] : []))
  for (const table of [map, ...inner]) {
    for (const name of KNOWN_KEYS.lastVerified) {
      const found = pairIn(table, name)
      if (found !== undefined) return found
    }
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
  const inLine = setInLine(raw, day, 'yaml')
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

/** TOML cut before each head of a table: what stands before the first is of the whole file. */
const tablesIn = (raw: string): readonly string[] => raw.split(/^(?=[ \t]*\[)/m)

const nameOfTable = (table: string): string => /^[ \t]*\[\s*([\w-]+)\s*\]/.exec(table)?.[1] ?? ''

/** TOML between its marks with the day set. Keys of the whole file stand before the first table. */
export function setInToml(raw: string, day: string): string {
  const tables = tablesIn(raw)
  for (const [at, table] of tables.entries()) {
    const isOurs = !/^[ \t]*\[/.test(table) || isCustomTable(nameOfTable(table))
    const set = isOurs ? setInLine(table, day, 'toml') : null
    if (set !== null) return tables.with(at, set).join('')
  }
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
