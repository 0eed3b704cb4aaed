import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createValueFinder } from '../../../shared/kit/find-value.ts'
import { createValueHider } from '../../../shared/kit/hide-values.ts'

const value = ['Zomer', '-Vlinder/77?x'].join('')
const inBase64 = (text: string): string => Buffer.from(text).toString('base64')
const inBase64OfUtf16 = (text: string): string => Buffer.from(text, 'utf16le').toString('base64')

const written: readonly (readonly [string, (text: string) => string])[] = [
  ['as it is', (text) => text],
  ['in JSON', (text) => JSON.stringify(text)],
  ['in an address', encodeURIComponent],
  ['in hex', (text) => Buffer.from(text).toString('hex')],
  ['in capitals', (text) => text.toUpperCase()],
  ['broken over lines', (text) => `${text.slice(0, 5)}\n${text.slice(5)}`],
  ['in base64', inBase64],
  ['in base64 behind one letter', (text) => inBase64(`:${text}`)],
  ['in base64 behind a name', (text) => inBase64(`ab:${text}`)],
  ['in base64 with something behind it', (text) => inBase64(`app:${text}@db`)],
  ['in base64 for addresses', (text) => Buffer.from(`app:${text}`).toString('base64url')],
  ['in base64 of UTF-16', inBase64OfUtf16],
  ['in base64 of UTF-16 behind a name', (text) => inBase64OfUtf16(`ab:${text}`)],
]

const flipped = (at: number): string =>
  value.slice(0, at) + String.fromCharCode(value.charCodeAt(at) ^ 1) + value.slice(at + 1)

describe('P5 a value is found', () => {
  const isIn = createValueFinder(value)
  const wrong = [flipped(0), flipped(7), flipped(value.length - 1), `${value}y`].map(createValueFinder)

  it.each(written)('where it stands %s, and not where one stands that is told wrong by a letter', (_, write) => {
    const text = `it is "${write(value)}" now`
    expect(isIn(text)).toBe(true)
    expect(wrong.map((isWrongIn) => isWrongIn(text))).toEqual([false, false, false, false])
  })

  it('where it is long, whole and not by one of its pieces', () => {
    const long = Array.from({ length: 700 }, (_, at) => 'abcdefghijklmnopqrstuvwxyzABC'[(at * at) % 29]).join('')
    for (const write of [(text: string) => text, inBase64, (text: string) => inBase64(`ab:${text}`)]) {
      expect(createValueFinder(long)(`it is ${write(long)}.`)).toBe(true)
      expect(createValueFinder(long)(`it is ${write(`${long.slice(0, -1)}_`)}.`)).toBe(false)
      expect(createValueFinder(long)(`it is ${write(`_${long.slice(1)}`)}.`)).toBe(false)
    }
  })

  it('where it is short only as a word, and never where it is too short to be hidden', () => {
    expect(createValueFinder('abc')('it is abc.')).toBe(true)
    expect(createValueFinder('abc')('it is abcd.')).toBe(false)
    expect(createValueFinder('ab')('it is ab.')).toBe(false)
    expect(createValueFinder('  ')('it is   .')).toBe(false)
  })

  it('only where it is hidden', () => {
    const anyText = fc.string({ unit: 'grapheme', minLength: 3, maxLength: 20 })
    fc.assert(
      fc.property(anyText, fc.constantFrom(...written), anyText, (text, [, write], before) => {
        if (!text.isWellFormed() || !before.isWellFormed()) return
        const line = `${before} ${write(text)}`
        if (createValueFinder(text)(line)) expect(createValueHider([text])(line)).not.toBe(line)
      }),
      { numRuns: 40 },
    )
  })
})
