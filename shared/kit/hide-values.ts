/** What stands where a secret value would: in commands that are shown and logged, and in output that repeats it. */
export const SECRET_MASK = '••••••'

/** A shorter value is a part of too many other words: hiding it would blot out everything and tell nobody anything. Characters. */
const SHORTEST_HIDDEN = 3
/** From here on a value is hidden also inside another word. Characters. */
const LONG_ENOUGH_ANYWHERE = 6

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')

/** The ways in which a program may print a value again: as it is, in JSON, in an address, quoted for a shell. */
export const formsOfValue = (value: string): string[] => [
  value,
  JSON.stringify(value).slice(1, -1),
  encodeURIComponent(value),
  value.replaceAll("'", "'\\''"),
]

const patternOf = (form: string): string =>
  form.length < LONG_ENOUGH_ANYWHERE ? `(?<![\\p{L}\\d])${escaped(form)}(?![\\p{L}\\d])` : escaped(form)

/**
 * Makes what takes some values out of any text, wherever they stand. Values are matched whole and letter by letter, so it is for
 * those that are known; `redact` finds those that only look like secrets.
 */
export function createValueHider(values: readonly string[]): (text: string) => string {
  const long = values.map((value) => value.trim().toWellFormed()).filter((value) => value.length >= SHORTEST_HIDDEN)
  const forms = new Set(long.flatMap(formsOfValue))
  if (forms.size === 0) return (text) => text
  const longestFirst = [...forms].toSorted((one, other) => other.length - one.length)
  const shape = new RegExp(longestFirst.map(patternOf).join('|'), 'gu')
  return (text) => text.replace(shape, SECRET_MASK)
}
