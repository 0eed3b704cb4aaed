/** What a name for a secret looks like where the secret would stand: `<password>`, `$TOKEN`, `{{ key }}`, `****`, `changeme`. */
const PLACEHOLDER =
  /[<>{}*•\u2026]|\$\w|\$\(|^\$|%\w+%|x{4,}|\.\.\.|example|change[-_ ]?(?:me|it|this)|replace[-_ ]?(?:me|with|this)|^(?:my|your|some|the|insert|enter|todo|tbd|fill)(?![a-z\d])|your[-_ ]|yourpass|redacted|placeholder|dummy|sample|generated[-_]|(?:^|[^a-z])fake|left out/i

/** `my-password`, `db_secret`, `secret123`: words for the thing itself, with a count at most. */
const NAMES_ITSELF =
  /^(?:[a-z]{0,12}[-_.]?){0,3}(?:pass|passw(?:or)?d|passwort|passphrase|pwd|secret|token|api[-_]?key|key|credentials?)(?:[-_.]?(?:here|value|string|name|file|\d{1,4}))?$/i

/** Where a secret is kept, or code or a tag that fetches it: `!vault`. */
const REFERENCE =
  /^![a-z][\w-]*$|^(?:[.~]?\/|@|file:|env:|op:|vault:|ssm:|arn:|secret:|secretref:|keyring:|https?:)|[()[\]`\\]|^(?:os|process|env|config|settings|secrets|var|vars|local|data|module)\.|^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$|^[a-z]+\.[a-z]+\.[a-z]/

const PLAIN_NAME = /^[a-z\d]+(?:[-_. ][a-z\d]+)+$/

/** Words that stand after "password" and hold a figure all the same. */
const WORDS =
  /^(?:1password|base\d\d|sha-?\d{1,3}|md5|argon2\w*|pbkdf2\w*|bcrypt\w*|oauth\d?|auth0|saml2?|utf-?\d+|x509|pkcs\d+|aes-?\d+\w*|rfc\d+|totp|ntlmv?\d?|web3|s3|ec2|k8s|ipv[46]|step\d+|\d+[a-z]{1,10}|v\d[\w.]*)\W*$/i

/** Whether a text stands for a secret instead of being one. */
export const isStandIn = (value: string): boolean => PLACEHOLDER.test(value) || NAMES_ITSELF.test(value)

/** Whether a text says where a secret is kept, or fetches it. */
export const isReference = (value: string): boolean => REFERENCE.test(value)

/** Whether a value looks like a password that somebody uses: not a word, not a name, not where it is kept. */
export function looksTyped(value: string): boolean {
  if (value.length < 6 || value.length > 200 || /\s/.test(value) || isStandIn(value)) return false
  if (isReference(value) || PLAIN_NAME.test(value) || WORDS.test(value)) return false
  return /[\p{L}]/u.test(value) && (/\d/.test(value) || /[!#%^&+?~]/.test(value))
}

/** Whether a value looks like a token that a machine made: long, letters and figures, not a name. */
export const looksRandom = (value: string): boolean =>
  /^(?=.*\d)(?=.*[A-Za-z])[\w+/=.~:-]{16,}$/.test(value) &&
  !isStandIn(value) &&
  !isReference(value) &&
  !PLAIN_NAME.test(value)
