import { isReference, looksRandom } from './secret-look.ts'
import { type SecretShape, tokenShapes } from './token-shapes.ts'
import { secretsInTables, toldShapes } from './told-secrets.ts'
import { typedShapes } from './typed-secrets.ts'

/** So that it says where in what it found the value stands. */
const withPlaces = (shape: RegExp): RegExp => new RegExp(shape.source, `${shape.flags}d`)

/** The places where a secret hides in a workspace file; quantities are bounded so that no text is slow to scan (W3). */
const workspaceShapes: readonly SecretShape[] = [
  { name: 'a Slack webhook address', shape: /hooks\.slack\.com\/(?:services|workflows|triggers)\/[^\s"']{1,200}/gi },
  {
    name: 'a chat webhook address',
    shape: /(?:discord(?:app)?\.com\/api\/webhooks|webhook\.office\.com)\/[^\s"']{1,300}/gi,
  },
  ...tokenShapes,
  {
    name: 'an Azure key',
    shape: /\b(?:AccountKey|SharedAccessKey)=(?<value>[A-Za-z0-9+/]{30,120}={0,2})/gi,
    accepts: looksRandom,
  },
  { name: 'a private key', shape: /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY[A-Z ]{0,10}-----/g },
  { name: 'a signed token (JWT)', shape: /\beyJ[\w-]{8,500}\.[\w-]{8,2000}/g },
  { name: 'a bearer token', shape: /\bBearer\s{1,4}[A-Za-z0-9._~+/=-]{16,500}/g },
  {
    name: 'an address with a password in it',
    sign: /:\/\/[^\s/:@"']{0,100}:[^\s/@"']{1,200}@/,
    shape: /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@"']{0,100}:(?<value>[^\s/@"']{1,200})(?=@)/gi,
  },
  {
    name: 'an address with a token in it',
    // A badge's token only opens the badge.
    shape:
      /(?<!badge\.svg)[?&](?:access_token|api_?key|auth|key|password|secret|sig|signature|token)=[^\s&"']{6,300}/gi,
  },
  {
    name: 'a password',
    shape: /\b(?:password|passwd|pwd)(?:[_.-]?\d{1,3})?=(?<value>[^\s&"'`]{3,200})/gi,
    accepts: (value) => !isReference(value),
  },
  ...typedShapes,
  ...toldShapes,
]
const secretShapes = workspaceShapes.map((each) => ({ ...each, places: withPlaces(each.shape) }))

/** "DB_PASSWORD2", "api_key_2": the second of its kind. */
const COUNT = '(?:[_.-]?\\d{1,3})?'
const passwordKey = new RegExp(
  `(?:password|passwd|passphrase)${COUNT}$|^(?:.*[_.-])?pwd${COUNT}$|^(?:.*[_.-]pass${COUNT}|pass)$`,
  'i',
)
const tokenKey = new RegExp(
  `^(?:.*[_-])?(?:token|api_?-?key|routing_?-?key|integration_?-?key|access_?-?key|account_?-?key|storage_?-?key|client_?-?secret|private_?-?key|secret|secret_?-?key(?:_base)?)${COUNT}$`,
  'i',
)
const routingKey = /^(?=.*\d)[A-Za-z0-9]{32}$/

/** One secret found: where it starts and ends in the text, and what kind it is; never the secret itself. */
export type SecretFound = { readonly name: string; readonly from: number; readonly to: number }

const isSecret = ({ groups, 0: whole }: RegExpExecArray, { accepts }: SecretShape): boolean =>
  accepts?.(groups?.value ?? whole) ?? true

function placeOf(found: RegExpExecArray): { readonly from: number; readonly to: number } {
  const [from, to] = found.indices?.groups?.value ?? [found.index, found.index + found[0].length]
  return { from, to }
}

/** Most texts hold none of a kind, which the pattern that tells no places sees sooner. */
function foundBy({ sign, shape, places }: (typeof secretShapes)[number], text: string): readonly RegExpExecArray[] {
  return sign?.test(text) !== false && text.search(shape) >= 0 ? [...text.matchAll(places)] : []
}

/** Every secret in a text that shows by its own shape (W3), in order; comments count too, since they reach Git as well. */
export function findSecrets(text: string): readonly SecretFound[] {
  return [
    ...secretShapes.flatMap((shape) =>
      foundBy(shape, text)
        .filter((found) => isSecret(found, shape))
        .map((found) => ({ name: shape.name, ...placeOf(found) })),
    ),
    ...secretsInTables(text),
  ].sort((one, other) => one.from - other.from)
}

/** What kind of secret a value is by the key it stands under or by being in `channels`; null when it is none. */
export function secretByPlace(key: string, value: string, underChannels: boolean): string | null {
  if (value.trim() === '') return null
  if (passwordKey.test(key)) return 'a password'
  if (underChannels && routingKey.test(value)) return 'a routing key'
  return tokenKey.test(key) && looksRandom(value) ? 'a token' : null
}

/** The text with every secret of known shape replaced, so that a message can quote what somebody wrote. */
export function withoutSecrets(text: string): string {
  let masked = ''
  let end = 0
  for (const { from, to } of findSecrets(text)) {
    if (from >= end) masked += `${text.slice(end, from)}(secret)`
    end = Math.max(end, to)
  }
  return masked + text.slice(end)
}
