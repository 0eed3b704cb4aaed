import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createValueHider } from '../../../shared/kit/hide-values.ts'

const value = ['Kn1ght/däsk+"7', "<q>&'x"].join(' ')
const plain = ['korrekt', 'pferd'].join('-')
const hide = createValueHider([value, plain])

const percent = encodeURIComponent(value)
const json = JSON.stringify(value).slice(1, -1)
const hex = Buffer.from(value).toString('hex')
const inAscii = (text: string): string =>
  text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
const bytes = (text: string, write: (byte: number) => string): string =>
  text.replace(/[^\0-\x7f]/g, (letter) => [...Buffer.from(letter)].map(write).join(''))
const inHtml = value
  .replaceAll('&', '&amp;')
  .replaceAll('<', '&lt;')
  .replaceAll('>', '&gt;')
  .replaceAll('"', '&quot;')
  .replaceAll("'", '&#39;')

describe('P5 a value that is known', () => {
  it.each([
    ['as it is', value],
    ['in JSON', json],
    ['in JSON with ASCII letters only, as Python writes it', inAscii(json)],
    ['in JSON within JSON', JSON.stringify(json).slice(1, -1)],
    ['in ASCII JSON within JSON', JSON.stringify(inAscii(json)).slice(1, -1)],
    ['with capitals in its escapes', inAscii(json).replace('u00e4', 'u00E4')],
    ['in JavaScript', value.replace('ä', '\\u{e4}')],
    ['in the bytes that Python shows', bytes(value, (byte) => `\\x${byte.toString(16)}`)],
    ['in the bytes that Git shows', bytes(value, (byte) => `\\${byte.toString(8)}`)],
    ['in a mail', bytes(value, (byte) => `=${byte.toString(16).toUpperCase()}`)],
    ['in an address', percent],
    ['in an address in small letters', percent.toLowerCase().replace('kn1ght', 'Kn1ght')],
    ['in an address that escapes quotes, too', percent.replaceAll("'", '%27')],
    ['in an address within an address', encodeURIComponent(percent)],
    ['in a form', percent.replaceAll('%20', '+')],
    ['in an address of Latin-1', percent.replace('%C3%A4', '%E4')],
    ['in a page', inHtml],
    ['in a page with names', inHtml.replace('ä', '&auml;')],
    ['in a page with numbers', inHtml.replace('ä', '&#228;').replace('/', '&#x2F;')],
    ['in a page within a page', inHtml.replaceAll('&', '&amp;')],
    ['quoted for a shell', value.replaceAll("'", "'\\''")],
    ['quoted for SQL', value.replaceAll("'", "''")],
    ['in CSV', value.replaceAll('"', '""')],
    ['with its accents apart', value.normalize('NFD')],
    ['in base64', Buffer.from(value).toString('base64').replace(/=+$/, '')],
    ['in base64 of UTF-16', Buffer.from(value, 'utf16le').toString('base64').replace(/=+$/, '')],
    ['in base64 for addresses', Buffer.from(value).toString('base64url')],
    ['with colours in it', `${value.slice(0, 4)}\u001b[31m${value.slice(4, 9)}\u001b[0m\u001b[1;32m${value.slice(9)}`],
    ['with colours in it in JSON', `${json.slice(0, 4)}\\u001b[31m${json.slice(4)}`],
    ['in hex', hex],
    ['in hex in capitals', hex.toUpperCase()],
    ['in hex with colons', hex.replace(/..(?=.)/g, '$&:')],
    ['in hex as a dump groups it', hex.replace(/.{4}(?=.)/g, '$& ')],
    ['in hex over lines', hex.replace(/.{20}/g, '$&\n')],
  ])('is hidden %s', (_, written) => {
    expect(hide(`x=${written}, y`)).toMatch(/^x=(?:•{6}\n?)+, y$/)
  })

  it('is hidden where it is broken over lines anywhere, and the lines stay', () => {
    for (let at = 1; at < value.length; at += 1)
      for (const between of ['\n', '\r\n', '\\\n', '=\r\n', '\n  > '])
        expect(hide(`a ${value.slice(0, at)}${between}${value.slice(at)} b\nc`)).toMatch(/^a •{6}\r?\n•{6} b\nc$/)
    expect(hide(`a ${value.replace(' ', '\n')} b`)).toBe('a ••••••\n•••••• b')
  })

  it('is hidden in base64 whatever stands beside it', () => {
    for (const encoding of ['utf8', 'utf16le'] as const)
      for (const before of ['', 'a', 'ab', 'app:'])
        for (const after of ['', '1', '12', '123'])
          for (const known of [value, plain])
            expect(hide(Buffer.from(`${before}${known}${after}`, encoding).toString('base64'))).toMatch(
              /^[\w+/]{0,17}••••••[\w+/=]{0,12}$/,
            )
  })

  it('is hidden in capitals and in small letters where it is a token', () => {
    const token = ['tok', 'a1B2', 'c3D4'].join('_')
    const hideToken = createValueHider([token, plain])
    expect(hideToken(`${token.toUpperCase()} ${token.toLowerCase()} ${plain.toUpperCase()}`)).toBe(
      `•••••• •••••• ${plain.toUpperCase()}`,
    )
  })

  it('leaves everything else as it was', () => {
    const other = 'Kn1ght/dask, korrekt pferd, &auml; %c3%a4 \\u00e4 "7 <q>&\'x 6b6f7272656b 00\n\n  \\\\\\ =\r\n'
    expect(hide(other)).toBe(other)
    expect(createValueHider(['abc', '1234'])('xabc 12345 616263 31323334, abc 1234')).toBe(
      'xabc 12345 616263 31323334, •••••• ••••••',
    )
  })

  it('is hidden whatever its letters are, in each of these forms', () => {
    const anyValue = fc
      .string({ unit: 'grapheme', minLength: 6, maxLength: 12 })
      .filter((text) => text.trim() === text && text.isWellFormed() && /[a-z]/i.test(text))
    fc.assert(
      fc.property(anyValue, (text) => {
        const hideIt = createValueHider([text])
        for (const written of [
          text,
          inAscii(JSON.stringify(text)).slice(1, -1),
          encodeURIComponent(text),
          new URLSearchParams({ q: text }).toString().slice(2),
          Buffer.from(text).toString('hex'),
        ])
          expect(hideIt(`[${written}]`)).toMatch(/^\[(?:•{6}\s?)+\]$/)
      }),
    )
  })

  it('is hidden to its end when that is a sign which begins the ways to write it', () => {
    for (const text of ['secret%', 'secret&', 'secret='])
      for (const written of [encodeURIComponent(text), text.replace('&', '&amp;').replace('=', '=3D')])
        expect(createValueHider([text])(`[${written}]`)).toBe('[••••••]')
  })

  it('is hidden when it is as long as can be', () => {
    const long = Array.from({ length: 2_000 }, (_, at) =>
      String.fromCharCode(33 + (((at * at * at) % 9_973) % 90)),
    ).join('')
    const hideIt = createValueHider([long])
    expect(hideIt(`a ${long} b`)).toMatch(/^a •+ b$/)
    expect(hideIt(`a ${encodeURIComponent(long)} b`)).toMatch(/^a •+ b$/)
  })
})
