import { looksRandom, looksTyped } from '../kit/secret-look.ts'
import { type SecretShape, tokenShapes } from '../kit/token-shapes.ts'
import { toldShapes } from '../kit/told-secrets.ts'
import { typedShapes } from '../kit/typed-secrets.ts'

/** What stands after a key: the whole of a quoted text, else up to the next space or sign; not what was left out before. */
const IS = '(?:\\\\{0,3}["\'])?\\s{0,4}(?:=>|[:=])\\s{0,4}(?:\\\\{0,3}["\'])?(?!\\(left out: )'
/** The second of its kind: "DB_PASSWORD2", "api_key_2". */
const COUNT = '(?:[_.-]?\\d{1,3})?'
const ANY = '(?<value>(?<=")[^"\\n]{1,300}|(?<=\')[^\'\\n]{1,300}|[^\\s"\',;&]{3,300})'
const TOKEN = '(?<value>[A-Za-z0-9+/_.~=-]{12,2000})'
const COLUMN = '(?:[ ]{2,60}|[ ]{0,60}\\t[ \\t]{0,60})'

const keyed = (name: string, keys: string, value: string, accepts: (value: string) => boolean): SecretShape => ({
  name,
  shape: new RegExp(`(?:${keys})${COUNT}${IS}${value}`, 'gi'),
  accepts,
})

/** Two columns of a listing, as of a key store: the key, and nothing else after its value. */
const column = (name: string, keys: string, accepts: (value: string) => boolean): SecretShape => ({
  name,
  shape: new RegExp(`^[ \\t]{0,20}[\\w.-]{0,60}?(?:${keys})${COLUMN}(?<value>[^\\s(]\\S{3,300})[ \\t\\r]*$`, 'gim'),
  accepts,
})

/** A variable, a name to fill in, or what was masked before: to see which one it is tells nobody a secret. */
const isOpen = (value: string): boolean => /^(?:\$\{?[A-Z_][A-Z\d_]*\}?|<[a-z][\w -]*>|\*+|•+|x+)$/.test(value)
const isFilled = (value: string): boolean => !isOpen(value)
const isState = (value: string): boolean =>
  /^(?:last|changed|change|required|expire[sd]?|expires|never|none|null|true|false|yes|no|not|set|unset|enabled|disabled|value|string|text|varchar|opaque|sufficient|optional|include|requisite|type|[-=]+)\W*$/i.test(
    value,
  )

const PASSWORDS = 'password|passwd|passphrase'
const TOKENS =
  'api[_-]?key|access[_-]?key|secret[_-]?key|secret[_-]?key[_-]?base|client[_-]?secret|routing[_-]?key|private[_-]?key|token|secret'
const KEYS =
  '(?:account|app|auth|cookie|deploy|encryption|hmac|integration|license|master|service|session|shared|signing|storage|stripe|webhook)[_-]?key|credentials?|[_-]auth'

/** The same kind of secret under a name without an article, as what was left out is listed. */
export const plainly = <T extends { readonly name: string }>(found: T): T => ({
  ...found,
  name: found.name.replace(/^an? /, ''),
})

/** The shapes that workspace files are searched for too. */
const shared = [...tokenShapes, ...typedShapes, ...toldShapes].map(plainly)

const loggedOnly: readonly SecretShape[] = [
  {
    name: 'private key',
    shape:
      /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY-----(?:(?:\s|\\{1,4}[nr]){0,8}[A-Za-z0-9+/=]{20,200}){0,400}(?:(?:\s|\\{1,4}[nr]){0,8}[A-Za-z0-9+/=]{1,64})?(?:(?:\s|\\{1,4}[nr]){0,8}-----END [A-Z0-9 ]{0,40}-----)?/g,
  },
  {
    name: 'authorization header',
    shape:
      /\bauthorization["']?\s{0,4}[:=]\s{0,4}["']?(?:[A-Za-z]{3,20}\s{1,4})?(?<value>[^\s"',;(•][^\s"',;]{5,2000})/gi,
    accepts: isFilled,
  },
  { name: 'cookie', shape: /\b(?:set-)?cookie["']?\s{0,4}:\s{0,4}(?!\(left out: )(?<value>[^\r\n"']{3,2000})/gi },
  keyed('password', PASSWORDS, ANY, isFilled),
  // The shell keeps the folder it is in under PWD.
  keyed('password', 'pwd', ANY, (value) => isFilled(value) && !/^[/~]/.test(value)),
  keyed('password', '(?<=\\w_)pass', ANY, isFilled),
  keyed('password', '(?<![\\w-])pass', ANY, looksTyped),
  keyed('token', TOKENS, TOKEN, isFilled),
  keyed('token', KEYS, TOKEN, looksRandom),
  column('password', PASSWORDS, (value) => isFilled(value) && !isState(value)),
  column('password', '(?<=\\w_)pass', looksTyped),
  column('token', `${TOKENS}|${KEYS}`, looksRandom),
  { name: 'AWS access key', shape: /\b(?:AROA|AIDA)[0-9A-Z]{12,20}\b/g },
  { name: 'bearer token', shape: /\bBearer\s{1,4}(?<value>[A-Za-z0-9._~+/=-]{8,2000})/gi },
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
  {
    name: 'token in an address',
    shape:
      /[?&](?:access_token|api_?key|auth|key|password|secret|sig|signature|token)=(?<value>[^\s&"'<>(][^\s&"'<>]{5,300})/gi,
  },
  { name: 'connection string', shape: /\b(?:AccountKey|SharedAccessKey)=(?<value>[A-Za-z0-9+/=]{8,200})/g },
]

/**
 * Secrets that show in logs, chats and pasted commands. Bounded, and with one start for each run of characters, so that no
 * text is slow: a longer list than the one for workspace files (W3), because nobody proofreads what they paste at 3 am. Where a key
 * says what stands there, only the value goes, so that one can still read which it was.
 */
export const loggedShapes: readonly SecretShape[] = [...loggedOnly, ...shared].map((each) => ({
  ...each,
  shape: new RegExp(each.shape.source, `${each.shape.flags}d`),
}))
