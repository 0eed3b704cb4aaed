import { describe, expect, it } from 'vitest'
import { createKeptOutput, excerptOf, MOST_OUTPUT_CHARACTERS } from '../../electron/host/command-output.ts'
import { createMaskStream } from '../../electron/host/mask-stream.ts'

const numbered = (count: number, words: string) => Array.from({ length: count }, (_, at) => `${words} ${at}`)

describe('R7 what is kept of an output', () => {
  it('R7 is all of it while it is short, in the order in which it came', () => {
    const kept = createKeptOutput()
    kept.take('out', ['one'])
    kept.take('err', ['two'])
    kept.take('out', ['three'])
    expect(kept.text()).toBe('one\ntwo\nthree\n')
    expect(kept.isCapped()).toBe(false)
  })

  it('R7 is its beginning and its end, and how many lines are missing between them', () => {
    const kept = createKeptOutput()
    kept.take('out', numbered(20_000, 'line'))
    kept.take('err', ['FATAL: disk is read-only'])
    const lines = kept.text().trimEnd().split('\n')
    expect(lines[0]).toBe('line 0')
    expect(lines.slice(-2)).toEqual(['line 19999', 'FATAL: disk is read-only'])
    const mark = lines.findIndex((line) => line.endsWith('left out]'))
    const [before, after] = [Number(lines[mark - 1]?.slice(5)), Number(lines[mark + 1]?.slice(5))]
    expect(lines[mark]).toBe(`[${(after - before - 1).toLocaleString('en')} lines left out]`)
    expect(kept.linesLeftOut()).toBe(after - before - 1)
    expect(kept.isCapped()).toBe(true)
    expect(kept.text().length).toBeLessThanOrEqual(MOST_OUTPUT_CHARACTERS)
  })

  it('R7 keeps errors however much else is printed after them, and the other way round', () => {
    for (const [few, many] of [
      ['err', 'out'],
      ['out', 'err'],
    ] as const) {
      const kept = createKeptOutput()
      kept.take(few, numbered(100, 'seldom'))
      kept.take(many, numbered(50_000, 'flood'))
      const text = kept.text()
      for (const line of numbered(100, 'seldom')) expect(text).toContain(`${line}\n`)
      expect(text).toContain('flood 49999\n')
    }
  })

  it('R7 stays within its size however the streams are mixed', () => {
    const kept = createKeptOutput()
    for (let at = 0; at < 20_000; at += 1) {
      kept.take('out', ['o'])
      kept.take('err', ['e'])
    }
    expect(kept.text().length).toBeLessThanOrEqual(MOST_OUTPUT_CHARACTERS)
    const mixed = createKeptOutput()
    for (let at = 0; at < 5_000; at += 1) {
      mixed.take('out', ['a line that is long enough to be left out soon'])
      mixed.take('err', ['e'])
    }
    expect(mixed.text().length).toBeLessThanOrEqual(MOST_OUTPUT_CHARACTERS)
    expect(mixed.text()).toMatch(/\[[\d,]+ lines left out between these\]\n$/)
  })

  it('R7 is the beginning and the end also of a line that is too long', () => {
    const kept = createKeptOutput()
    kept.take('out', [`begin${'x'.repeat(60_000)}end`])
    expect(kept.text()).toMatch(/^beginx+ \[50,508 characters left out\] x+end\n$/)
    expect([kept.isCapped(), kept.linesLeftOut()]).toEqual([true, 0])
  })

  it('R7 in a fact has both ends too', () => {
    const excerpt = excerptOf(`${numbered(3_000, 'line').join('\n')}\nFATAL: disk is read-only\n`)
    expect(excerpt).toMatch(/^line 0\n/)
    expect(excerpt).toMatch(/\nFATAL: disk is read-only\n$/)
    expect(excerpt).toMatch(/\n\[[\d,]+ lines in between: see the evidence\]\n/)
    expect(excerpt.length).toBeLessThan(4_100)
    expect(excerptOf('short\n')).toBe('short\n')
    expect(excerptOf('x'.repeat(9_000))).toMatch(/^x+\n\[the rest in between: see the evidence\]\nx+$/)
  })
})

const secret = ['ghp', '_a8F3kQ9zR1tV7wX2yB4nM6cD5eH0jK8LpQ3s'].join('')

describe('R7 a line that has no end yet', () => {
  it('R7 is shown: a question, and how far something is', () => {
    const mask = createMaskStream()
    expect(mask.push('Really continue? [y/N] ')).toEqual([])
    expect(mask.unfinished()).toBe('Really continue? [y/N] ')
    const password = createMaskStream()
    password.push('Password: ')
    expect(password.unfinished()).toBe('Password: ')
  })

  it('R7 is written over by a carriage return, on the screen and in what is kept', () => {
    const mask = createMaskStream()
    for (const part of ['\r10%', '\r20', '%\r', '\r30%']) mask.push(part)
    expect(mask.unfinished()).toBe('30%')
    expect(mask.push('\r\u001B[K100%\n')).toEqual(['100%'])
    expect(mask.push('a\bb windows line\r\n')).toEqual(['b windows line'])
  })

  const said = (text: string, secrets: readonly string[] = []): readonly string[] =>
    createMaskStream(secrets).push(`${text}\n`)

  it('R7 keeps the rest of a longer line that was written over, as a terminal does', () => {
    expect(said('Checked 1,200 of 1,200 rows\rDone,')).toEqual(['Done,ed 1,200 of 1,200 rows'])
    expect(said('loading the table\r\u001B[KDone')).toEqual(['Done'])
    expect(said('loading the table\u001B[2K\rDone\r')).toEqual(['Done'])
    expect(said('loading the table\u001B[2K\u001B[1GDone')).toEqual(['Done'])
    expect(said('loading\rDone\u001B[K\r\r')).toEqual(['Done'])
    expect(said('abc\b\b\u001B[1mX\u001B[0m')).toEqual(['aXc'])
    expect(said('ab\u001B[3Cc\u001B[4Dd')).toEqual(['abd  c'])
  })

  it('R7 keeps an error that was written over as a line of its own, once', () => {
    expect(said('ERROR: disk full on node-7\rok')).toEqual(['ERROR: disk full on node-7', 'okROR: disk full on node-7'])
    expect(said('ERROR: disk full on node-7\r\u001B[Kok')).toEqual(['ERROR: disk full on node-7', 'ok'])
    const mask = createMaskStream()
    for (let at = 0; at < 100; at += 1) mask.push(`node-${at}: 0 errors so far\r`)
    expect(mask.push('connection refused\r\u001B[Kall nodes checked\n')).toEqual([
      'node-99: 0 errors so far',
      'connection refused',
      'all nodes checked',
    ])
  })

  it('R7 leaves nothing of a secret that was written over in part', () => {
    for (const line of [
      `key ${secret}`,
      'password=hunter2hunter2',
      `Authorization: Bearer ${secret}`,
      'open given sesame',
    ]) {
      for (const over of [
        `${line}\rok`,
        `${line}${'\b'.repeat(line.length)}ok`,
        `${line}\u001B[99Dok`,
        `ok\r${line}\rok`,
      ]) {
        const left = said(over, ['given sesame']).join('\n')
        expect(left).not.toContain(line.slice(-6))
        expect(said(`ERROR ${over}`, ['given sesame']).join('\n')).not.toContain(line.slice(-6))
      }
    }
  })

  it('R7 shows no half secret, wherever the line was cut', () => {
    for (const line of [`key ${secret}`, 'password=hunter2hunter2', `Authorization: Bearer ${secret}`]) {
      const hidden = line.slice(-8)
      for (let at = 1; at < line.length; at += 1) {
        const mask = createMaskStream()
        mask.push(line.slice(0, at))
        const shown = mask.unfinished()
        const shared = [...hidden].map((_, from) => line.slice(line.length - 8 - from, line.length - 4 - from))
        expect(shown, line.slice(0, at)).not.toContain(line.slice(9, 16))
        expect(shared.some((part) => part.length === 4 && at > line.length - 4 && shown.includes(part))).toBe(false)
        expect(mask.push(`${line.slice(at)}\n`).join('')).toContain('(left out: ')
      }
    }
  })

  it('R7 shows no half card number and no half escape', () => {
    const mask = createMaskStream()
    mask.push('card 4111 1111 11')
    expect(mask.unfinished()).toBe('card ')
    const colour = createMaskStream()
    colour.push('going \u001B[3')
    expect(colour.unfinished()).toBe('going ')
  })

  it('R7 is nothing within a private key', () => {
    const mask = createMaskStream()
    mask.push('-----BEGIN RSA PRIVATE KEY-----\nMIIEow')
    expect(mask.unfinished()).toBe('')
  })

  it('R7 does not grow for ever, and says what is missing of it', () => {
    const mask = createMaskStream()
    for (let at = 0; at < 5; at += 1) mask.push('x'.repeat(60_000))
    expect(mask.push('\n')[0]).toMatch(/^x{200000} \[100000 more characters left out\]$/)
    expect(mask.push('next\n')).toEqual(['next'])
  })
})
