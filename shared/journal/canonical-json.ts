/** Text that stands in JSON as it is. Nearly all text of a log is so, and asking is cheaper than escaping. */
const plain = /^[ !#-[\]-~]*$/

/** With the `u` flag a pair is one character, so only halves match. */
const loneSurrogate = /[\ud800-\udfff]/u

/** A string as RFC 8785 writes it. A lone surrogate has no UTF-8 form, so nothing could be hashed for it (RFC 8785, 3.2.2.2). */
function canonicalText(text: string): string {
  if (plain.test(text)) return `"${text}"`
  if (loneSurrogate.test(text))
    throw new TypeError('canonical JSON: half a character (a lone surrogate) cannot be written')
  return JSON.stringify(text)
}

/** ECMAScript's own number form is the one RFC 8785 asks for (3.2.2.3); -0 is written 0. */
function canonicalNumber(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`canonical JSON: ${value} is no JSON number`)
  return JSON.stringify(value)
}

/**
 * An object as canonical JSON, without the member `leftOut` where one is named: a record is hashed without its own hash.
 * Members are sorted by UTF-16 code units (RFC 8785, 3.2.3), which is how JavaScript sorts strings. Throws as canonicalJson.
 */
export function canonicalObject(value: object, leftOut?: string): string {
  let members = ''
  for (const key of Object.keys(value).sort()) {
    const member: unknown = (value as Record<string, unknown>)[key]
    if (member === undefined || key === leftOut) continue
    members += `${members === '' ? '' : ','}${canonicalText(key)}:${canonicalJson(member)}`
  }
  return `{${members}}`
}

/**
 * The one way to write a JSON value: RFC 8785, so that the same record always gives the same hash (J3).
 * Members that are `undefined` are left out, as JSON.stringify does. Throws a TypeError for what JSON cannot
 * carry: lone surrogates, NaN and infinities, functions, symbols, bigints, `undefined` inside an array.
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return canonicalText(value)
    case 'number':
      return canonicalNumber(value)
    case 'boolean':
      return value ? 'true' : 'false'
    case 'object':
      if (value === null) return 'null'
      return Array.isArray(value) ? `[${value.map(canonicalJson).join(',')}]` : canonicalObject(value)
    default:
      throw new TypeError(`canonical JSON: a value of type ${typeof value} cannot be written`)
  }
}
