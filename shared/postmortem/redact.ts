import type { SecretShape } from '../kit/token-shapes.ts'
import { secretsInTables } from '../kit/told-secrets.ts'
import { loggedShapes, plainly } from './logged-secrets.ts'

/** What an export leaves out (P5): nothing, secrets, or personal details as well. Names of people stay: they are the record. */
export type RedactionLevel = 'none' | 'secrets' | 'secretsAndPersonal'

type Span = { readonly name: string; readonly from: number; readonly to: number }

const passesLuhn = (digits: string): boolean => {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const doubled = Number(digit) * (place % 2 === 0 ? 1 : 2)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return sum % 10 === 0
}
const onlyDigits = (text: string): string => text.replace(/\D/g, '')

/** Card numbers count as secrets: nobody needs one in a postmortem. */
const cardNumber: SecretShape = {
  name: 'card number',
  shape: /\b[3-6]\d{3}(?:[ -]?\d{4}){2}[ -]?\d{1,7}\b/g,
  accepts: (found) => onlyDigits(found).length >= 13 && onlyDigits(found).length <= 19 && passesLuhn(onlyDigits(found)),
}

const personalShapes: readonly SecretShape[] = [
  { name: 'e-mail address', shape: /(?<![\w.%+-])[\w.%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6}/g },
  { name: 'IP address', shape: /\b(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)\b(?![.\d])/g },
  { name: 'IP address', shape: /\b(?:[0-9a-f]{1,4}:){4,7}[0-9a-f]{1,4}\b|\b(?:[0-9a-f]{1,4}:){1,6}:[0-9a-f]{1,4}\b/gi },
  {
    name: 'phone number',
    shape: /(?:\+\d{1,3}[ .-]?|\(\d{2,4}\) ?|\b\d{3}[ .-])\d{2,4}[ .-]?\d{2,4}(?:[ .-]?\d{2,4}){0,2}\b/g,
    accepts: (found) => onlyDigits(found).length >= 8 && !/^\d{3,4}-\d{2}-\d{2}/.test(found),
  },
]

const spansOf = (text: string, shapes: readonly SecretShape[]): Span[] =>
  shapes.flatMap(({ name, shape, accepts }) =>
    [...text.matchAll(shape)].flatMap((found) => {
      const [from, to] = found.indices?.groups?.value ?? [found.index, found.index + found[0].length]
      return (accepts?.(text.slice(from, to)) ?? true) ? [{ name, from, to }] : []
    }),
  )

/** Overlapping finds become one, under the name of the one that starts first (the longer at a tie). */
function merge(spans: readonly Span[]): Span[] {
  const merged: Span[] = []
  for (const span of spans.toSorted((one, other) => one.from - other.from || other.to - one.to)) {
    const last = merged.at(-1)
    if (last === undefined || span.from >= last.to) merged.push(span)
    else if (span.to > last.to) merged[merged.length - 1] = { ...last, to: span.to }
  }
  return merged
}

/** No secret fits in fewer characters than this, and most log values are shorter: they are not looked at. */
const SHORTEST_SECRET = 8

/**
 * The text with secrets, and on request personal details, replaced by what they were (P5).
 * The original stays in the local journal, so nothing is lost; a second pass finds nothing more.
 */
export function redact(
  text: string,
  level: RedactionLevel,
): { readonly text: string; readonly leftOut: readonly string[] } {
  if (level === 'none' || text.length < SHORTEST_SECRET) return { text, leftOut: [] }
  const secrets = [
    ...spansOf(text, loggedShapes),
    ...secretsInTables(text).map(plainly),
    ...spansOf(text, [cardNumber]),
  ]
  const spans = merge(level === 'secrets' ? secrets : [...secrets, ...spansOf(text, personalShapes)])
  if (spans.length === 0) return { text, leftOut: [] }
  let kept = ''
  let end = 0
  for (const span of spans) {
    kept += `${text.slice(end, span.from)}(left out: ${span.name})`
    end = span.to
  }
  // What stood glued to a secret may show only now.
  const rest = redact(kept + text.slice(end), level)
  return { text: rest.text, leftOut: [...spans.map((span) => span.name), ...rest.leftOut] }
}
