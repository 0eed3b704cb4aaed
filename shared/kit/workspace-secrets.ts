/** The places where a secret hides in a workspace file; quantities are bounded so that no text is slow to scan (W3). */
const secretShapes: readonly { readonly name: string; readonly shape: RegExp }[] = [
  { name: 'a Slack webhook address', shape: /hooks\.slack\.com\/(?:services|workflows|triggers)\/[^\s"']{1,200}/gi },
  {
    name: 'a chat webhook address',
    shape: /(?:discord(?:app)?\.com\/api\/webhooks|webhook\.office\.com)\/[^\s"']{1,300}/gi,
  },
  { name: 'a Slack token', shape: /\bx(?:ox[abeoprs]|app)-[A-Za-z0-9-]{8,200}/g },
  { name: 'an AWS access key', shape: /\b(?:AKIA|ASIA)[0-9A-Z]{12,20}\b/g },
  { name: 'a GitHub token', shape: /\b(?:gh[opsur]_[A-Za-z0-9]{16,255}|github_pat_[A-Za-z0-9_]{20,255})/g },
  { name: 'a private key or certificate', shape: /-----BEGIN [A-Z0-9 ]{3,40}-----/g },
  { name: 'a signed token (JWT)', shape: /\beyJ[\w-]{8,500}\.[\w-]{8,2000}/g },
  { name: 'a bearer token', shape: /\bBearer\s{1,4}[A-Za-z0-9._~+/=-]{16,500}/g },
  {
    name: 'an address with a password in it',
    shape: /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@"']{0,100}:[^\s/@"']{1,200}@/gi,
  },
  {
    name: 'an address with a token in it',
    shape: /[?&](?:access_token|api_?key|auth|key|password|secret|sig|signature|token)=[^\s&"']{6,300}/gi,
  },
  { name: 'a password', shape: /\b(?:password|passwd|pwd)=[^\s&"']{3,200}/gi },
]

const passwordKey = /^(?:.*[_-])?(?:password|passwd|pwd|passphrase)$/i
const tokenKey =
  /^(?:.*[_-])?(?:token|api_?-?key|routing_?-?key|integration_?-?key|access_?-?key|client_?-?secret|private_?-?key|secret)$/i
const plainName = /^[a-z0-9]+(?:[-_. ][a-z0-9]+)*$/
const looksRandom = /^(?=.*\d)(?=.*[A-Za-z])[\w+/=.~-]{16,}$/
const routingKey = /^(?=.*\d)[A-Za-z0-9]{32}$/

/** One secret found: where it starts and ends in the text, and what kind it is; never the secret itself. */
export type SecretFound = { readonly name: string; readonly from: number; readonly to: number }

/** Every secret in a text that shows by its own shape (W3), in order; comments count too, since they reach Git as well. */
export function findSecrets(text: string): readonly SecretFound[] {
  return secretShapes
    .flatMap(({ name, shape }) =>
      [...text.matchAll(shape)].map((found) => ({ name, from: found.index, to: found.index + found[0].length })),
    )
    .sort((one, other) => one.from - other.from)
}

/** What kind of secret a value is by the key it stands under or by being in `channels`; null when it is none. */
export function secretByPlace(key: string, value: string, underChannels: boolean): string | null {
  if (value.trim() === '') return null
  if (passwordKey.test(key)) return 'a password'
  if (underChannels && routingKey.test(value)) return 'a routing key'
  if (!tokenKey.test(key) || !looksRandom.test(value)) return null
  return plainName.test(value) && /[-_. ]/.test(value) ? null : 'a token'
}

/** The text with every secret of known shape replaced, so that a message can quote what somebody wrote. */
export const withoutSecrets = (text: string): string =>
  secretShapes.reduce((masked, { shape }) => masked.replace(shape, '(secret)'), text)
