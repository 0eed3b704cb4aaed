import { parse as parseToml, TomlError } from 'smol-toml'
import { parseDocument } from 'yaml'
import type { Problem } from '../../kit/problem.ts'
import type { RunbookFrontMatter } from '../runbook.ts'
import { frontMatterFields, isRecord, NO_FIELDS } from './front-matter-fields.ts'

type Format = Exclude<RunbookFrontMatter['format'], 'none'>
type Found = { readonly format: Format; readonly from: number; readonly to: number; readonly last: number }
type Parsed =
  | { readonly data: unknown }
  | { readonly message: string; readonly line?: number; readonly column?: number }
type Reading = {
  readonly frontMatter: RunbookFrontMatter
  readonly data: unknown
  readonly problems: readonly Problem[]
}

const NONE: RunbookFrontMatter = { format: 'none', raw: '', endLine: 0, ...NO_FIELDS }
const LONGEST = 100_000
const MOST_BLANK = 5
const KEY_LINE = /^\s*["']?[A-Za-z][\w.-]*["']?\s*[:=]/

/**
 * Reads YAML (`---`), TOML (`+++`) or JSON front matter (R1, R4). What cannot be read is a problem with its line, and the text is kept in `raw`;
 * simple `key: value` lines of it still count. A `---` that is only a ruled line is no front matter.
 */
export function readFrontMatter(path: string, lines: readonly string[]): Reading {
  const found = locate(lines)
  if (found === undefined) return { frontMatter: NONE, data: undefined, problems: [] }
  if (found === 'unclosed') {
    const problem: Problem = {
      file: path,
      line: 1,
      rule: 'runbook/front-matter-unclosed',
      severity: 'warning',
      message: 'The front matter is opened on this line but never closed, so it is read as text.',
      hint: 'Repeat the opening line after the last key.',
    }
    return { frontMatter: NONE, data: undefined, problems: [problem] }
  }
  const raw = lines.slice(found.from, found.to).join('\n')
  const parsed = parse(found.format, raw)
  const frame = { format: found.format, raw, endLine: found.last }
  if ('data' in parsed)
    return { frontMatter: { ...frame, ...frontMatterFields(parsed.data) }, data: parsed.data, problems: [] }
  const problem: Problem = {
    file: path,
    line: found.from + (parsed.line ?? 1),
    ...(parsed.column === undefined ? {} : { column: parsed.column }),
    rule: 'runbook/front-matter-invalid',
    severity: 'error',
    message: `The front matter is not valid ${found.format.toUpperCase()}: ${parsed.message}`,
    hint: 'Mend this line; until then only the simple lines of the front matter count, and the text below it is used as usual.',
  }
  return { frontMatter: { ...frame, ...frontMatterFields(simpleLines(raw)) }, data: undefined, problems: [problem] }
}

function locate(lines: readonly string[]): Found | 'unclosed' | undefined {
  const start = lines.slice(0, MOST_BLANK).findIndex((line) => line.trim() !== '')
  if (start > 0 || /^\s/.test(lines[0] ?? '')) return locateBelowBlanks(lines, start)
  const first = lines[0]?.trimEnd()
  if (first === '{') {
    const end = lines.findIndex((line) => line.trimEnd() === '}')
    return end > 0 ? { format: 'json', from: 0, to: end + 1, last: end + 1 } : undefined
  }
  if (first !== '---' && first !== '+++') return undefined
  const end = lines.findIndex(
    (line, index) => index > 0 && (line.trimEnd() === first || (first === '---' && line.trimEnd() === '...')),
  )
  const inner = lines.slice(1, end < 0 ? 3 : end)
  const keyed = inner.some((line) => KEY_LINE.test(line))
  if (end < 0) return keyed && KEY_LINE.test(lines[1] ?? '') ? 'unclosed' : undefined
  const blank = inner.every((line) => line.trim() === '' || line.trim().startsWith('#'))
  return keyed || (blank && end <= 2) || first === '+++'
    ? { format: first === '---' ? 'yaml' : 'toml', from: 1, to: end, last: end + 1 }
    : undefined
}

/** Blank lines, or blanks before the first mark, are a slip that hides no YAML which is plainly there: a key below the mark, and an end. */
function locateBelowBlanks(lines: readonly string[], start: number): Found | undefined {
  if (start < 0 || lines[start]?.trim() !== '---' || !/^[\w-]+:(?:\s|$)/.test(lines[start + 1] ?? '')) return undefined
  const end = lines.findIndex((line, index) => index > start && /^(?:---|\.\.\.)\s*$/.test(line))
  return end < 0 ? undefined : { format: 'yaml', from: start + 1, to: end, last: end + 1 }
}

function parse(format: Format, raw: string): Parsed {
  if (raw.length > LONGEST) return { message: 'it is longer than a hundred thousand characters.', line: 1 }
  try {
    switch (format) {
      case 'json':
        return asMapping(JSON.parse(raw))
      case 'toml':
        return asMapping(parseToml(raw))
      case 'yaml':
        return parseYaml(raw)
    }
  } catch (error) {
    if (error instanceof TomlError) return { message: firstLine(error.message), line: error.line, column: error.column }
    return { message: error instanceof Error ? firstLine(error.message) : 'it cannot be read.' }
  }
}

function parseYaml(raw: string): Parsed {
  const document = parseDocument(raw, { prettyErrors: true, uniqueKeys: false, logLevel: 'silent' })
  const [error] = document.errors
  if (error) {
    const [position] = error.linePos ?? []
    return { message: firstLine(error.message), ...(position ? { line: position.line, column: position.col } : {}) }
  }
  return asMapping(document.toJS({ maxAliasCount: 100 }) ?? {})
}

function asMapping(data: unknown): Parsed {
  return isRecord(data) ? { data } : { message: 'it is not a list of keys and values.', line: 1 }
}

function simpleLines(raw: string): Readonly<Record<string, unknown>> {
  const pairs = raw.split('\n').flatMap((line) => {
    const found = /^([A-Za-z][\w-]{0,40})\s*[:=]\s*(["']?)([^"'[\]{}|>&*!#][^"'[\]{}]*)\2\s*$/.exec(line)
    return found ? [[found[1] ?? '', (found[3] ?? '').trim()] as const] : []
  })
  return Object.fromEntries(pairs)
}

function firstLine(message: string): string {
  const line =
    message
      .split('\n')[0]
      ?.replace(/ at line \d+, column \d+:?$/, '')
      .trim() ?? ''
  return /[.!?]$/.test(line) ? line : `${line}.`
}
