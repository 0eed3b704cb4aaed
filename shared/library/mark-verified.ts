import { isMap, parseDocument } from 'yaml'
import { fail, ok, type Result } from '../kit/result.ts'
import { KNOWN_KEYS, plainKey } from '../runbook/text/front-matter-fields.ts'
import { readFrontMatter } from '../runbook/text/read-front-matter.ts'
import { sourceLines } from '../runbook/text/source-lines.ts'

/** `key: value` or `key = value` with nothing else on its line but a comment. */
const PLAIN_LINE = /^(["']?)([\w-]{1,60})\1(\s*[:=][ \t]*)(["']?)([^"'#[\]{}|>&*\s][^"'#]*?)?\4([ \t]+#.*|[ \t]*)$/
const UNREADABLE = 'Its front matter cannot be read, so the day cannot be put into it.'

/** Sets the day in the line that holds it, keeping quotes, spaces and a comment; null when there is no such line. */
function setInLine(raw: string, day: string): string | null {
  const lines = raw.split('\n')
  for (const name of KNOWN_KEYS.lastVerified) {
    const at = lines.findIndex((line) => plainKey(PLAIN_LINE.exec(line)?.[2] ?? '') === name)
    const found = PLAIN_LINE.exec(lines[at] ?? '')
    if (found === null) continue
    const [, quote = '', key = '', between = '', valueQuote = '', , rest = ''] = found
    const space = /[:=]$/.test(between) ? ' ' : ''
    return lines.with(at, `${quote}${key}${quote}${between}${space}${valueQuote}${day}${valueQuote}${rest}`).join('\n')
  }
  return null
}

function setInYaml(raw: string, day: string): Result<string> {
  const inLine = setInLine(raw, day)
  if (inLine !== null) return ok(inLine)
  const document = parseDocument(raw, { uniqueKeys: false, logLevel: 'silent' })
  if (document.errors.length > 0) return fail(UNREADABLE)
  const { contents } = document
  if (contents === null) return ok(`${raw === '' ? '' : `${raw}\n`}lastVerified: ${day}`)
  if (!isMap(contents)) return fail(UNREADABLE)
  const keys = contents.items.map(({ key }) => String(key))
  const names: readonly string[] = KNOWN_KEYS.lastVerified
  const known = keys.find((key) => names.includes(plainKey(key)))
  if (known === undefined && contents.flow !== true) return ok(`${raw}\nlastVerified: ${day}`)
  document.set(known ?? 'lastVerified', day)
  return ok(document.toString({ lineWidth: 0 }).trimEnd())
}

/** TOML keys of the whole file stand before the first table. */
function setInToml(raw: string, day: string): Result<string> {
  const table = raw.search(/^\s*\[/m)
  const head = table < 0 ? raw : raw.slice(0, table)
  const set = setInLine(head, day) ?? `lastVerified = ${day}${head === '' ? '' : `\n${head}`}`
  return ok(`${set}${table < 0 ? '' : `${head === '' ? '\n' : ''}${raw.slice(table)}`}`)
}

function setInJson(raw: string, day: string): Result<string> {
  const names: readonly string[] = KNOWN_KEYS.lastVerified
  for (const { 0: whole, 1: before = '', 2: key = '', index } of raw.matchAll(
    /("([\w-]{1,60})"\s*:\s*)(?:"[^"\n]*"|null)/g,
  )) {
    if (!names.includes(plainKey(key))) continue
    return ok(`${raw.slice(0, index)}${before}"${day}"${raw.slice(index + whole.length)}`)
  }
  return ok(raw.replace(/^\{/, `{\n  "lastVerified": "${day}"${/^\{\s*\}$/.test(raw) ? '' : ','}`))
}

/** Where a line ends, without its line end; lines count from 1. */
const endOfLine = (text: string, line: number): number =>
  [...text.matchAll(/\r\n|\r|\n/g)][line - 1]?.index ?? text.length

/**
 * A runbook's text with the day on which it was verified in its front matter; every other character stays as it was, comments
 * and order too. A file without front matter gets one. `day` is YYYY-MM-DD. Fails when the front matter cannot be read or the
 * day would not be found in it afterwards.
 */
export function markVerified(text: string, day: string): Result<string> {
  const { frontMatter, problems } = readFrontMatter('', sourceLines(text))
  if (problems.length > 0) return fail(UNREADABLE)
  const bom = text.startsWith('\uFEFF') ? '\uFEFF' : ''
  const body = text.slice(bom.length)
  const lineEnd = body.includes('\r\n') ? '\r\n' : '\n'
  const { format, raw, endLine } = frontMatter
  if (format === 'none') {
    return ok(`${bom}${['---', `lastVerified: ${day}`, '---', '', ''].join(lineEnd)}${body}`)
  }
  const set = { yaml: setInYaml, toml: setInToml, json: setInJson }[format](raw, day)
  if (!set.ok) return set
  const [first = '', last = ''] = [sourceLines(body)[0], sourceLines(body)[endLine - 1]]
  const head = format === 'json' ? [set.value] : [first, set.value, last]
  const marked = `${bom}${head.join('\n').replaceAll('\n', lineEnd)}${body.slice(endOfLine(body, endLine))}`
  const reread = readFrontMatter('', sourceLines(marked))
  return reread.problems.length === 0 && reread.frontMatter.lastVerified === day ? ok(marked) : fail(UNREADABLE)
}
