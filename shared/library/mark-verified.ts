import { fail, ok, type Result } from '../kit/result.ts'
import { isCustomTable, isRecord, KNOWN_KEYS, plainKey, tablesOf } from '../runbook/text/front-matter-fields.ts'
import { readFrontMatter } from '../runbook/text/read-front-matter.ts'
import { sourceLines } from '../runbook/text/source-lines.ts'
import { foreignFrontMatter } from './foreign-front-matter.ts'
import { setInJson, setInToml, setInYaml } from './set-day.ts'

const UNREADABLE = 'Its front matter cannot be read. Mend it, or write the day into it by hand.'
const UNSURE = (day: string): string =>
  `The day cannot be set without changing more of the front matter. Write "lastVerified: ${day}" there by hand.`
const UNKNOWN_FORM =
  'It begins with what looks like front matter, in a form that Nightdesk does not read. Write it by hand as lines of "key: value" between two lines of "---", then mark it again.'

/** A text as its lines, each with its own end. */
const linesOf = (text: string): string[] => text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? []

const endOf = (line: string | undefined): string => /[\r\n]*$/.exec(line ?? '')?.[0] ?? ''

/**
 * Puts edited lines in place of the ones they were made from: what did not change keeps its bytes, what did takes the line end that stood
 * there, what is new that of the line above.
 */
function withEdited(original: readonly string[], before: readonly string[], after: readonly string[], above: string) {
  let first = 0
  while (first < before.length && first < after.length && before[first] === after[first]) first += 1
  let same = 0
  const most = Math.min(before.length, after.length) - first
  while (same < most && before.at(-1 - same) === after.at(-1 - same)) same += 1
  const lineEnd = endOf(before.length - same > first ? original[first] : (original[first - 1] ?? above)) || '\n'
  const edited = after.slice(first, after.length - same).map((line) => `${line}${lineEnd}`)
  return [...original.slice(0, first), ...edited, ...original.slice(original.length - same)]
}

const isDay = (key: string): boolean => KNOWN_KEYS.lastVerified.some((name) => name === plainKey(key))

/** What front matter says besides the day, to see that nothing else was changed. */
const besidesTheDay = (data: unknown): unknown =>
  isRecord(data)
    ? Object.entries(data)
        .filter(([key]) => !isDay(key))
        .map(([key, value]) => [key, isCustomTable(key) ? besidesTheDay(value) : value])
    : data

/** How often front matter says the day: once more would contradict it. */
const daysIn = (data: unknown): number =>
  isRecord(data) ? tablesOf(data).flatMap((table) => Object.keys(table).filter(isDay)).length : 0

/** The lines of the front matter between its marks (of JSON with them): the first, and the one behind the last, counted from 0. */
function innerLines(lines: readonly string[], format: 'yaml' | 'toml' | 'json', endLine: number): [number, number] {
  if (format === 'json') return [0, endLine]
  return [lines.findIndex((line) => line.trim() !== '') + 1, endLine - 1]
}

/**
 * A runbook's text with the day on which it was verified in its front matter; every other character stays as it was, comments,
 * order and line ends too. A file without front matter gets one. `day` is YYYY-MM-DD. Fails in words, with what to do, when the
 * front matter cannot be read, has a form of its own, or would say anything else differently afterwards.
 */
export function markVerified(text: string, day: string): Result<string> {
  const { frontMatter, problems, data } = readFrontMatter('', sourceLines(text))
  if (problems.length > 0) return fail(UNREADABLE)
  const bom = text.startsWith('\uFEFF') ? '\uFEFF' : ''
  const lines = linesOf(text.slice(bom.length))
  const { format, endLine } = frontMatter
  if (format === 'none') {
    if (foreignFrontMatter(sourceLines(text))) return fail(UNKNOWN_FORM)
    const lineEnd = endOf(lines[0]) || '\n'
    return ok(`${bom}${['---', `lastVerified: ${day}`, '---', '', ''].join(lineEnd)}${lines.join('')}`)
  }
  const [from, to] = innerLines(lines, format, endLine)
  const inner = sourceLines(text).slice(from, to)
  const raw = inner.join('\n')
  const set = { yaml: setInYaml, toml: setInToml, json: setInJson }[format](raw, day)
  if (set === null) return fail(UNSURE(day))
  const edited = withEdited(lines.slice(from, to), inner, set === '' ? [] : set.split('\n'), lines[from - 1] ?? '')
  const marked = `${bom}${[...lines.slice(0, from), ...edited, ...lines.slice(to)].join('')}`
  const reread = readFrontMatter('', sourceLines(marked))
  const isSure =
    reread.problems.length === 0 &&
    reread.frontMatter.lastVerified === day &&
    daysIn(reread.data) === Math.max(1, daysIn(data)) &&
    JSON.stringify(besidesTheDay(reread.data)) === JSON.stringify(besidesTheDay(data))
  return isSure ? ok(marked) : fail(UNSURE(day))
}
