import { base64Forms } from './base64-forms.ts'
import { brokenPattern, hexPattern, lettersPattern } from './written-forms.ts'

/** What stands where a secret value would: in commands that are shown and logged, and in output that repeats it. */
export const SECRET_MASK = '••••••'

/** A shorter value is a part of too many other words: hiding it would blot out everything and tell nobody anything. Characters. */
export const SHORTEST_HIDDEN = 3
/** From here on a value is hidden also inside another word, over the end of a line and in hex. Characters. */
const LONG_ENOUGH_ANYWHERE = 6
/** From here on a value with a digit is hidden in capitals and in small letters, too. Characters. */
const SHORTEST_TOKEN = 8
/** A longer value is looked for in pieces: a pattern of all its letters would take seconds to compile. Letters. */
export const LONGEST_PIECE = 200
/** A shape compiles the slower the longer it is, and faster than its parts up to here. Characters of patterns. */
const MOST_IN_A_SHAPE = 40_000

const escapedHtml = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
const inAscii = (json: string): string =>
  json.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
const lowerCase = (percent: string): string => percent.replace(/%[\dA-F]{2}/g, (each) => each.toLowerCase())

/** The ways in which a program most often prints a value, each as a whole: as it is, in JSON, in an address, in a page, quoted for a shell. */
export function formsOfValue(value: string): string[] {
  const json = JSON.stringify(value).slice(1, -1)
  const percent = encodeURIComponent(value)
  return [
    value,
    json,
    inAscii(json),
    percent,
    lowerCase(percent),
    percent.replaceAll('%20', '+'),
    escapedHtml(value),
    value.replaceAll("'", "'\\''"),
  ]
}

/** A value, and a token also as a program writes it that knows only capitals or none: with digits in it no word is like it. */
const casesOf = (value: string): string[] =>
  value.length >= SHORTEST_TOKEN && value.length <= LONGEST_PIECE && /\d/.test(value)
    ? [value, value.toUpperCase(), value.toLowerCase()]
    : [value]

function piecesOf(value: string): string[] {
  const letters = Array.from(value)
  const count = Math.ceil(letters.length / LONGEST_PIECE)
  const size = Math.ceil(letters.length / count)
  return Array.from({ length: count }, (_, at) => letters.slice(at * size, (at + 1) * size).join(''))
}

const waysOf = (value: string): string[][] =>
  value.length < LONG_ENOUGH_ANYWHERE
    ? [[`(?<![\\p{L}\\d])${lettersPattern(value)}(?![\\p{L}\\d])`]]
    : [piecesOf(value).map(brokenPattern), piecesOf(value).map(hexPattern)]

/** The ways in which a program writes a value letter by letter: each as the patterns of its pieces, in their order. */
export const waysToWrite = (value: string): string[][] => casesOf(value).flatMap(waysOf)

/** Patterns together in as few shapes as compile fast. */
function shapesOf(patterns: readonly string[]): RegExp[] {
  const groups: string[][] = []
  let size = Number.POSITIVE_INFINITY
  for (const pattern of patterns) {
    if (size + pattern.length > MOST_IN_A_SHAPE) {
      groups.push([])
      size = 0
    }
    groups.at(-1)?.push(pattern)
    size += pattern.length
  }
  return groups.map((group) => new RegExp(group.join('|'), 'gu'))
}
/** What was broken over lines stays so, that what stands beside it keeps its line. */
const masked = (found: string): string => (found.includes('\n') ? found.replace(/[^\r\n]+/g, SECRET_MASK) : SECRET_MASK)

/**
 * Makes what takes some values out of any text, wherever they stand and however programs write them: escaped for JSON, an address, a page or a
 * shell, in base64 or hex, composed or not, broken over lines or by colours, a token in capitals. Values are matched whole and letter by letter, so it is for those that are known;
 * `redact` finds those that only look like secrets.
 */
export function createValueHider(values: readonly string[]): (text: string) => string {
  const longEnough = (each: readonly string[]): string[] => [
    ...new Set(each.map((value) => value.trim().toWellFormed()).filter(({ length }) => length >= SHORTEST_HIDDEN)),
  ]
  const longestFirst = longEnough(values.flatMap(casesOf)).toSorted((one, other) => other.length - one.length)
  const inBase64 = [...new Set(longEnough(values).flatMap(base64Forms))]
  const patterns = [...longestFirst.flatMap(waysOf).flat(), ...inBase64.flatMap(piecesOf).map(lettersPattern)]
  const shapes = shapesOf(patterns)
  return (text) => shapes.reduce((left, shape) => left.replace(shape, masked), text)
}
