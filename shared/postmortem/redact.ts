/** What an export leaves out (P5): nothing, secrets, or personal details as well. Names of people stay: they are the record. */
export type RedactionLevel = 'none' | 'secrets' | 'secretsAndPersonal'

type Span = { readonly name: string; readonly from: number; readonly to: number }
type Shape = { readonly name: string; readonly shape: RegExp; readonly accepts?: (found: string) => boolean }

/**
 * Secrets that show in logs, chats and pasted commands. Bounded, and with one start for each run of characters, so that no
 * text is slow: a longer list than the one for workspace files (W3), because nobody proofreads what they paste at 3 am.
 */
const secretShapes: readonly Shape[] = [
  {
    name: 'private key',
    shape:
      /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY-----(?:(?:\s|\\n){0,8}[A-Za-z0-9+/=]{20,200}){0,400}(?:(?:\s|\\n){0,8}[A-Za-z0-9+/=]{1,64})?(?:(?:\s|\\n){0,8}-----END [A-Z0-9 ]{0,40}-----)?/g,
  },
  {
    name: 'authorization header',
    shape: /\bauthorization["']?\s{0,4}[:=]\s{0,4}["']?(?:[A-Za-z]{3,20}\s{1,4})?[^\s"',;]{6,2000}/gi,
  },
  { name: 'cookie', shape: /\b(?:set-)?cookie["']?\s{0,4}:\s{0,4}[^\r\n"']{3,2000}/gi },
  {
    name: 'password',
    shape:
      /(?:password|passwd|passphrase|pwd)["']?\s{0,4}(?:=>|[:=])\s{0,4}(?:"[^"\n]{1,300}"?|'[^'\n]{1,300}'?|[^\s"',;&]{3,300})/gi,
  },
  {
    name: 'token',
    shape:
      /(?:api[_-]?key|access[_-]?key|secret[_-]?key|client[_-]?secret|routing[_-]?key|private[_-]?key|[_-]token|\btoken|\bsecret)["']?\s{0,4}(?:=>|[:=])\s{0,4}["']?[A-Za-z0-9+/_.~=-]{12,2000}/gi,
  },
  {
    name: 'token',
    shape:
      /\b(?:glpat-|npm_|hf_|dop_v1_|shpat_|sq0atp-|SG\.|sk-|pk_live_|sk_live_|rk_live_|dapi)[A-Za-z0-9_.-]{16,300}/g,
  },
  { name: 'Google API key', shape: /\bAIza[0-9A-Za-z_-]{30,45}/g },
  { name: 'AWS access key', shape: /\b(?:AKIA|ASIA|AROA|AIDA)[0-9A-Z]{12,20}\b/g },
  { name: 'bearer token', shape: /\bBearer\s{1,4}[A-Za-z0-9._~+/=-]{8,2000}/gi },
  { name: 'signed token (JWT)', shape: /(?<![\w-])eyJ[\w-]{8,2000}(?:\.[\w-]{0,4000}){1,2}/g },
  {
    name: 'connection string',
    shape: /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@"']{0,100}:[^\s/@"']{1,200}@[^\s"'<>]{0,300}/gi,
  },
  {
    name: 'webhook address',
    shape:
      /(?:hooks\.slack\.com\/(?:services|workflows|triggers)|discord(?:app)?\.com\/api\/webhooks|webhook\.office\.com)\/[^\s"'<>]{1,300}/gi,
  },
  { name: 'Slack token', shape: /\bx(?:ox[abeoprs]|app)-[A-Za-z0-9-]{8,200}/g },
  { name: 'GitHub token', shape: /\b(?:gh[opsur]_[A-Za-z0-9]{16,255}|github_pat_\w{20,255})/g },
  {
    name: 'token in an address',
    shape: /[?&](?:access_token|api_?key|auth|key|password|secret|sig|signature|token)=[^\s&"'<>]{6,300}/gi,
  },
  { name: 'connection string', shape: /\b(?:AccountKey|SharedAccessKey)=[A-Za-z0-9+/=]{8,200}/g },
]

const passesLuhn = (digits: string): boolean => {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const doubled = Number(digit) * (place % 2 === 0 ? 1 : 2)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return sum % 10 === 0
}
const onlyDigits = (text: string): string => text.replace(/\D/g, '')

/** Card numbers count as secrets: nobody needs one in a postmortem. */
const cardNumber: Shape = {
  name: 'card number',
  shape: /\b[3-6]\d{3}(?:[ -]?\d{4}){2}[ -]?\d{1,7}\b/g,
  accepts: (found) => onlyDigits(found).length >= 13 && onlyDigits(found).length <= 19 && passesLuhn(onlyDigits(found)),
}

const personalShapes: readonly Shape[] = [
  { name: 'e-mail address', shape: /(?<![\w.%+-])[\w.%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6}/g },
  { name: 'IP address', shape: /\b(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)\b(?![.\d])/g },
  { name: 'IP address', shape: /\b(?:[0-9a-f]{1,4}:){4,7}[0-9a-f]{1,4}\b|\b(?:[0-9a-f]{1,4}:){1,6}:[0-9a-f]{1,4}\b/gi },
  {
    name: 'phone number',
    shape: /(?:\+\d{1,3}[ .-]?|\(\d{2,4}\) ?|\b\d{3}[ .-])\d{2,4}[ .-]?\d{2,4}(?:[ .-]?\d{2,4}){0,2}\b/g,
    accepts: (found) => onlyDigits(found).length >= 8 && !/^\d{3,4}-\d{2}-\d{2}/.test(found),
  },
]

const spansOf = (text: string, shapes: readonly Shape[]): Span[] =>
  shapes.flatMap(({ name, shape, accepts }) =>
    [...text.matchAll(shape)]
      .filter((found) => accepts?.(found[0]) ?? true)
      .map((found) => ({ name, from: found.index, to: found.index + found[0].length })),
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
  const secrets = [...spansOf(text, secretShapes), ...spansOf(text, [cardNumber])]
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
