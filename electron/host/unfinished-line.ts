import { formsOfValue } from '../../shared/kit/hide-values.ts'

/** What may come next, of lengths and kinds that make any secret whole which has only begun. */
const NEXT = ['7A7A', '7A7A7A7A7A7A', '7Aa9'.repeat(10), '7Aa9@host7Aa9'] as const

/** Digits that may be the beginning of a longer number, such as that of a card. */
const LONG_NUMBER = /\d[\d -]{6,}$/

/** The beginning of an escape that has not come whole. */
const ESCAPE = 0x1b

/** So few first letters of a known value say nothing. Characters. */
const SHORTEST_BEGINNING = 3

function withoutBrokenEscape(line: string): string {
  const at = line.lastIndexOf(String.fromCharCode(ESCAPE))
  return at < 0 ? line : line.slice(0, at)
}

/** A line without the first part of a known value at its end: the rest of it may be about to come. */
export function withoutBegunValue(line: string, values: readonly string[]): string {
  const begun = values.flatMap(formsOfValue).flatMap((form) => {
    const longest = Math.min(form.length - 1, line.length)
    for (let length = longest; length >= SHORTEST_BEGINNING; length -= 1)
      if (line.endsWith(form.slice(0, length))) return [length]
    return []
  })
  return line.slice(0, line.length - Math.max(0, ...begun))
}

/**
 * A line that has no end yet, masked. Its last word may be the first half of a secret, which no mask knows: where some text put
 * behind it would be taken for a part of one, it is masked from there on. After a space nothing has begun.
 */
export function maskUnfinished(unfinished: string, mask: (line: string) => string): string {
  const line = withoutBrokenEscape(unfinished)
  const [key] = line.split('-----BEGIN')
  if (key !== undefined && key !== line) return maskUnfinished(key, mask)
  const number = LONG_NUMBER.exec(line)
  if (number !== null) return maskUnfinished(line.slice(0, number.index), mask)
  if (/\s$/.test(line)) return mask(line)
  for (const next of NEXT) {
    const masked = mask(line + next)
    if (!masked.endsWith(next)) return masked
  }
  return mask(line)
}
