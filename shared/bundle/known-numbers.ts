import { callingCodeOf } from './calling-codes.ts'
import type { Stretch } from './text-stretch.ts'

/** Digits with what people put between them, over the end of a line as well. */
const DIGITS = /\d(?:[\s()./\u2010-\u2013-]{0,8}\d)*/g
const EXTENSION = /^[ ,;]{0,3}(?:ext(?:ension)?[.:]?|x|durchwahl|#)[ =]?\d{1,6}(?!\w)/i
/** Shorter ones are found in everything. */
const FEWEST_DIGITS = 5
/** A number of so few digits may be a part of a longer one by chance, so it must stand alone. */
const CHANCE_DIGITS = 7

/** The last groups of a number as it is written, without the area: what people at the same place dial. */
function localPart(written: string, national: string): string[] {
  let local = ''
  for (const group of written.split(/\D+/).reverse()) {
    local = `${group}${local}`
    if (local.length >= 6) break
  }
  return local.length >= 6 && local.length < national.length ? [local] : []
}

/** Every row of digits under which one telephone number is dialled: from abroad, within the country, within the place. */
function dialledAs(phone: string): string[] {
  const written = phone.split(/ext|x|#|,|;/i)[0] ?? ''
  const digits = written.replace(/\D/g, '').replace(/^(?:00|011)(?=\d{8})/, '')
  if (digits.length < FEWEST_DIGITS) return []
  const isInternational = /^\s*(?:\+|00|011)/.test(written)
  const code = isInternational ? callingCodeOf(digits) : ''
  const national = digits.slice(code.length).replace(/^0/, '')
  const codes = isInternational ? [code] : []
  const local = [
    ...localPart(written.replace(/^\s*\+?\d{1,3}\b/, isInternational ? '' : '$&'), national),
    ...(code === '1' ? [national.slice(-7)] : []),
  ]
  const abroad = codes.flatMap((each) => [each, `00${each}`, `011${each}`].flatMap((dial) => [dial, `${dial}0`]))
  const prefixes = ['', '0', '1', '8', ...abroad]
  return [...prefixes.map((prefix) => `${prefix}${national}`), ...local].filter(({ length }) => length >= FEWEST_DIGITS)
}

/** Where the digits of a run stand in the text. */
const placesOf = (run: string, from: number): number[] => [...run.matchAll(/\d/g)].map(({ index }) => from + index)

/** An opening bracket and a plus sign belong to the number; a bracket around the whole of it does not. */
function withItsSigns(text: string, { from, to }: Stretch): Stretch {
  let start = from
  if (text[start - 1] === '+') start -= 1
  const inner = text.slice(start, to)
  const isOpen = (inner.match(/\)/g) ?? []).length > (inner.match(/\(/g) ?? []).length
  if (isOpen && text[start - 1] === '(') start -= 1
  if (text[start - 1] === '+') start -= 1
  return { from: start, to: to + (EXTENSION.exec(text.slice(to, to + 24))?.[0].length ?? 0) }
}

/**
 * Finds the telephone numbers of a team in a text, in whatever form and spacing they stand there. Looked up digit by digit, so that a
 * thousand people cost no more than one.
 */
export function knownNumbers(phones: readonly string[]): (text: string) => Stretch[] {
  const forms = new Set(phones.flatMap(dialledAs))
  const lengths = [...new Set([...forms].map(({ length }) => length))].sort((one, other) => other - one)
  const standsAlone = (text: string, { from, to }: Stretch): boolean =>
    !/\w/.test(text[from - 1] ?? '') && !/\w/.test(text[to] ?? '')
  return (text) =>
    [...text.matchAll(DIGITS)].flatMap(({ 0: run, index }) => {
      const digits = run.replace(/\D/g, '')
      const places = placesOf(run, index)
      const found: Stretch[] = []
      for (let at = 0; at < digits.length; at += 1) {
        const stretchOf = (length: number): Stretch => ({
          from: places[at] ?? 0,
          to: (places[at + length - 1] ?? 0) + 1,
        })
        const length = lengths.find(
          (each) =>
            at + each <= digits.length &&
            forms.has(digits.slice(at, at + each)) &&
            (each > CHANCE_DIGITS || standsAlone(text, stretchOf(each))),
        )
        if (length === undefined) continue
        found.push(withItsSigns(text, stretchOf(length)))
        at += length - 1
      }
      return found
    })
}
