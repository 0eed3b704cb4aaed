import { describe, expect, it } from 'vitest'
import { MOST_OUTPUT_CHARACTERS } from '../../electron/host/command-output.ts'
import { createMaskStream } from '../../electron/host/mask-stream.ts'

const body = `MIIEvQIBADANBgkqhkiG${'9w0BAQEFAASCBKcwggSj'.repeat(2)}Ag`
const begin = `-----BEGIN ${'PRIVATE'} KEY-----`
const end = `-----END ${'PRIVATE'} KEY-----`
const left = '(left out: private key)'

function printed(text: string, secrets: readonly string[] = []): string {
  const mask = createMaskStream(secrets)
  const whole = mask.push(text).map((line) => `${line}\n`)
  return [...whole, ...mask.end()].join('')
}

describe('R7 private keys in output', () => {
  it.each(['\\n', '\\\\n', '', ' '])(
    'one on a line of its own with %j between: what stands around it stays',
    (between) => {
      const line = (key: string) => `{"type":"service_account","private_key":"${key}","client_email":"x"}`
      const key = [begin, body, body, end].join(between)
      expect(printed(`${line(key)}\nimportant one\nimportant two\n`)).toBe(
        `${line(left)}\nimportant one\nimportant two\n`,
      )
    },
  )

  it('two on one line, and one that begins where another ends', () => {
    const key = `${begin}\\n${body}\\n${end}`
    expect(printed(`a ${key} b ${key} c\nnext\n`)).toBe(`a ${left} b ${left} c\nnext\n`)
    expect(printed(`${begin}\n${body}\n${end} then ${begin}\n${body}\n${end}\nnext\n`)).toBe(
      `${left}\n then ${left}\nnext\n`,
    )
  })

  it('one over many lines leaves one line in its place', () => {
    expect(printed(`before\n${begin}\n${body}\n${body}\n${end}\nafter\n`)).toBe(`before\n${left}\nafter\n`)
  })

  it('lines with something before them, as a log writes them, are the key as well', () => {
    const lines = [begin, body, body, end].map((line) => `[pod/loader] ${line}\n`).join('')
    const shown = printed(`${lines}[pod/loader] up\n`)
    expect(shown).not.toContain(body.slice(0, 20))
    expect(shown).toContain(`[pod/loader] ${left}`)
    expect(shown).toContain('[pod/loader] up')
  })

  it('one that is cut short does not swallow what comes after it', () => {
    const after = ['error: the disk is full', 'loader stopped', 'done'].join('\n')
    expect(printed(`${begin}\n${body}\n${body}\n${after}\n`)).toBe(`${left}\n${after}\n`)
  })
})

describe('R7 secrets in tables of output', () => {
  const password = ['S3cr3t', 'Pa55'].join('')

  it.each([
    ['psql', ` user | password \n------+----------\n app  | ${password}\n(1 row)\n`],
    [
      'mysql',
      `+------+----------+\n| user | password |\n+------+----------+\n| app  | ${password} |\n+------+----------+\n`,
    ],
    ['a key store', `Key         Value\n---         -----\npassword    ${password}\nusername    app\n`],
  ])('of %s are masked, although no line says so by itself', (_of, text) => {
    const shown = printed(text)
    expect(shown).not.toContain(password)
    expect(shown).toBe(text.replace(password, '(left out: password)'))
  })

  it('end with the table: the same column of the next one is shown', () => {
    const text = ` user | password\n------+------\n app | a\n\n host | rows\n------+------\n db1 | ab12cd34\n`
    expect(printed(text)).toBe(text)
  })
})

describe('R7 given secrets in output', () => {
  const secret = `corre${'ct horse'}/b@ttery`

  it('are hidden as they are, in JSON, in an address, in base64 and quoted for a shell', () => {
    const quoted = `it's${secret}`
    const forms = [
      secret,
      encodeURIComponent(secret),
      Buffer.from(secret).toString('base64'),
      Buffer.from(`${secret}\n`).toString('base64'),
    ]
    for (const form of forms) {
      const shown = printed(`x ${form} y\n`, [secret])
      expect(shown).toMatch(/^x ••••••.{0,4} y\n$/)
    }
    expect(printed(`'it'\\''s${secret}'\n`, [quoted])).toBe("'••••••'\n")
    expect(printed(`${JSON.stringify('a"b"secret')}\n`, ['a"b"secret'])).toBe('"••••••"\n')
  })

  it('are hidden across two pieces, under colours, and where what is kept ends', () => {
    const mask = createMaskStream([secret])
    expect(mask.push(`a ${secret.slice(0, 5)}`)).toEqual([])
    expect(mask.push(`${secret.slice(5)} b\n`)).toEqual(['a •••••• b'])
    expect(printed(`\u001B[31m${secret.slice(0, 4)}\u001B[0m${secret.slice(4)}\n`, [secret])).toBe('••••••\n')
    const long = `${'x '.repeat(MOST_OUTPUT_CHARACTERS / 2 - 5)}${secret}`
    expect(printed(long, [secret])).not.toContain(secret.slice(0, 4))
    for (const cut of [1, 8, secret.length]) {
      const shown = printed(`${'x '.repeat(100_000 - cut)}${secret}${' y'.repeat(100_000)}`, [secret])
      expect(shown).toMatch(/characters left out\]$/)
      expect(shown).not.toContain(secret.slice(0, 4))
    }
  })

  it('are not shown by half in a line that has no end yet', () => {
    for (const form of [secret, Buffer.from(secret).toString('base64')]) {
      for (let length = 3; length <= form.length; length += 1) {
        const mask = createMaskStream([secret])
        mask.push(`a ${form.slice(0, length)}`)
        expect(mask.unfinished(), form.slice(0, length)).not.toContain(form.slice(0, 3))
        expect(mask.unfinished()).toMatch(/^a /)
      }
    }
  })

  it.each([76, 64, 20, 10])(
    'are hidden in base64 that is broken after %i letters, wherever they begin in it',
    (width) => {
      const long = `${secret} and ${'some more words, so that it is long enough '.repeat(2)}x9Q`
      for (const before of ['', 'a', 'ab', 'user:', 'x'.repeat(50)]) {
        const base64 = Buffer.from(`${before}${long}\n`).toString('base64')
        const lines = base64.match(new RegExp(`.{1,${width}}`, 'g')) ?? []
        const shown = printed(`value: ok\n${lines.map((line) => `  ${line}\n`).join('')}done\n`, [long])
        expect(shown).toMatch(/^value: ok\n[\s\S]*\ndone\n$/)
        const kept = shown.slice('value: ok'.length, -'done\n'.length).replaceAll(/[\s•]/g, '')
        const own = Math.ceil((before.length * 4) / 3)
        expect(kept.slice(own).replace(/=*$/, '').length, shown).toBeLessThanOrEqual(7)
      }
    },
  )

  it('are hidden in base64 behind a name, and in the kind of it that stands in addresses', () => {
    const basic = Buffer.from(`bob:${secret}`).toString('base64')
    expect(printed(`auth: ${basic}\n`, [secret])).toMatch(/^auth: \w{0,7}••••••\w{0,2}=*\n$/)
    const odd = '>>>???secret>>>'
    expect(printed(`t=${Buffer.from(odd).toString('base64url')}&\n`, [odd])).toMatch(/^t=••••••\w?&\n$/)
  })

  it('are hidden where only the end of their base64 is printed, and leave other words alone', () => {
    const base64 = Buffer.from(`${'words '.repeat(20)}${secret}\n`).toString('base64')
    expect(printed(`${base64.slice(-60)}\n`, [`${'words '.repeat(20)}${secret}`])).toMatch(/^••••••.{0,4}\n$/)
    const text = 'deployment.apps/relay-worker-with-a-long-name configured 7f3a9c2e4b\nnext Y2\n'
    expect(printed(text, [secret])).toBe(text)
  })

  it('short ones only where they stand alone, so that the output can still be read', () => {
    expect(printed('abc abcdef xabc "abc" 12 1\n', ['abc', '1'])).toBe('•••••• abcdef xabc "••••••" 12 1\n')
  })
})
