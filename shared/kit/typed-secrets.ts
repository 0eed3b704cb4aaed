import { isStandIn, looksRandom, looksTyped } from './secret-look.ts'
import type { SecretShape } from './token-shapes.ts'

/** The rest of one command up to an option: not over a pipe or a semicolon, but over a line that goes on. */
const UP_TO = '(?:[^\\n|;]|\\\\\\r?\\n){0,300}?'
const QUOTE = '["\'`]?'
const VALUE = '(?<value>[^\\s"\'`|;,]{3,200})'

const option = (programs: string, options: string, sign?: RegExp): SecretShape => ({
  name: 'a password',
  ...(sign && { sign }),
  shape: new RegExp(`(?<![\\w-])(?:${programs})(?=\\s)${UP_TO}\\s(?:${options})${QUOTE}${VALUE}`, 'g'),
  accepts: looksTyped,
})

/** What stands after "Basic" is `name:password` in base64. */
function decoded(base64: string): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
  let bits = ''
  for (const letter of base64.replace(/=+$/, '')) bits += letters.indexOf(letter).toString(2).padStart(6, '0')
  return (bits.match(/[01]{8}/g) ?? []).map((byte) => String.fromCharCode(Number.parseInt(byte, 2))).join('')
}

const isBasicLogin = (base64: string): boolean => {
  const [, password = ''] = /^[^:]*:(.*)$/s.exec(decoded(base64)) ?? []
  return password.length > 2 && !isStandIn(password) && !/^(?:pass(?:word)?|secret|token|x+)$/i.test(password)
}

/** Secrets that show by the command, the header or the words in front of them; only the value is one. */
export const typedShapes: readonly SecretShape[] = [
  option('my(?:sql|cli)\\w{0,10}|maria(?:db|backup)(?:-\\w+)?|xtrabackup', '-p(?!\\s)'),
  option(
    'curl|wget|https?|xh',
    '(?:-[A-Za-z]{0,6}u\\s{0,2}|--user[= ]|-a\\s{1,2}|--auth[= ])["\']?[^\\s:"\'<$]{1,80}:',
  ),
  option('(?:redis|keydb|valkey)-cli', '-a\\s{1,2}|--pass[= ]'),
  option('sqlcmd|bcp|osql', '-P\\s{0,2}'),
  option('sshpass', '-p\\s{0,2}'),
  option('login', '-p\\s{1,2}', /\s-p\s/),
  option('ldap(?:search|modify|add|delete|passwd|whoami)', '-w\\s{1,2}'),
  option('mongo(?:sh|dump|restore|export|import)?|rabbitmqadmin|cqlsh|plink|pscp', '-pw?\\s{1,2}', /\s-pw?\s/),
  {
    name: 'a password',
    shape:
      /\becho\s{1,3}(?:-[ne]\s{1,3})?["']?(?:\w{1,32}:)?(?<value>[^\s"'|:]{3,200})["']?\s{0,3}\|\s{0,3}(?:sudo\s{1,3}(?:-\w{1,20}\s{1,3}){0,3}-S|(?:sudo\s{1,3})?(?:ch)?passwd|[^\n|]{0,200}--password-stdin)/g,
    accepts: looksTyped,
  },
  {
    name: 'a password',
    shape: /\b(?:identified by|login \S{1,60}\s{1,4}password)\s{1,4}["']?(?<value>[^\s"';]{3,200})/gi,
    accepts: looksTyped,
  },
  {
    name: 'a password',
    shape:
      /(?<![\w-])(?:--(?:[a-z]{1,20}-){0,3}(?:password|passwd|pass|passphrase|pwd?)|-password)(?:=|\s{1,2})["'`]?(?<value>[^\s"'`|;,]{3,200})/g,
    accepts: looksTyped,
  },
  {
    name: 'a token',
    shape:
      /(?<![\w-])--(?:[a-z]{1,20}-){0,3}(?:token|secret|(?:api|access|secret|account|storage)-?key)(?:=|\s{1,2})["'`]?(?<value>[^\s"'`|;,]{16,300})/g,
    accepts: looksRandom,
  },
  {
    name: 'a password',
    shape: /(?<![A-Za-z])Basic\s{1,3}(?<value>[A-Za-z0-9+/]{8,400}={0,2})/g,
    accepts: isBasicLogin,
  },
]
