/** Says of a name alone that a secret belongs under it: last words of `db-password`, `$GITHUB_TOKEN`, `<api key>`. */
const secretWords: ReadonlySet<string> = new Set(
  [
    'apikey authkey bearer contraseña credential credentials creds jwt kennwort motdepasse otp pass passcode passkey',
    'passphrase passwd password passwords passwort privatekey pw pwd secret secretkey secrets senha token totp пароль',
  ]
    .join(' ')
    .split(' '),
)
/** A key is a secret only with one of these before it: `<key>` alone is any key of a store. */
const keyWords: ReadonlySet<string> = new Set(
  'access account admin api app auth client cookie deploy encryption hmac integration license master private registration routing secret service session shared signing ssh storage stripe'.split(
    ' ',
  ),
)
/** What may follow without making it the name of something else, as `token-file` and `secret name` do. */
const fillers: ReadonlySet<string> = new Set('base data encoded goes here new plain raw string text value'.split(' '))

/** The words of a name in any way of writing: `dbPassword`, `DB_PASSWORD`, `db-password`, `the db password`. */
const wordsOf = (name: string): string[] =>
  name
    .normalize('NFC')
    .replace(/(\p{Ll}|\d)(?=\p{Lu})/gu, '$1 ')
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .map((word) => word.replace(/\d+$/, ''))
    .filter((word) => word !== '')

/**
 * Whether a value under this name must be kept secret: `<password>`, `$TOKEN`, `api key`, `PGPASSWORD`. Where a secret is
 * kept, or what it is called (`token-file`, `secret name`, `access key id`), is none.
 */
export function isSecretName(name: string): boolean {
  const words = wordsOf(name)
  while (words.length > 1 && fillers.has(words.at(-1) ?? '')) words.pop()
  const [last = '', before = ''] = words.toReversed()
  if (last === 'key') return keyWords.has(before)
  return secretWords.has(last) || /(?:password|passwd|passphrase|apikey|secretkey|token)$/.test(last)
}
