import { isUtf8 } from 'node:buffer'
import { decodeAs, encodingOf } from './decode-text.ts'
import { encodeText } from './encode-text.ts'
import { isTextType, mediaTypeOf } from './media-type.ts'
import { type ByteOrder, decodeUtf16, encodeUtf16, unmarkedUtf16 } from './unmarked-utf16.ts'

type Mask = (text: string) => string
/** A way to read a part of some bytes: which part, as a pattern over their Latin-1 letters. */
type Reading = {
  readonly shape: RegExp
  readonly decode: (bytes: Buffer) => string
  readonly encode: (text: string) => Buffer
}

const stretchOf = (order: ByteOrder, shape: RegExp): Reading => ({
  shape,
  decode: (bytes) => decodeUtf16(order, bytes),
  encode: (text) => encodeUtf16(order, text),
})

/** Stretches of UTF-16 within anything: PowerShell's `>>` puts them behind a log of single bytes. Letters of Latin-1, three at least. */
const utf16Stretches: readonly Reading[] = [
  stretchOf('le', /(?:[\t\n\r\x20-\x7e\xa0-\xff]\0){3,}/g),
  stretchOf('be', /(?:\0[\t\n\r\x20-\x7e\xa0-\xff]){3,}/g),
]
/** The other way round: a program that writes single bytes behind a log in UTF-16. */
const asciiStretches: Reading = {
  shape: /[\t\n\r\x20-\x7e]{6,}/g,
  decode: (bytes) => bytes.toString('latin1'),
  encode: (text) => Buffer.from(text, 'utf8'),
}

function maskStretches(bytes: Buffer, { shape, decode, encode }: Reading, mask: Mask): Buffer {
  const letters = bytes.toString('latin1')
  const masked = letters.replace(shape, (stretch) => {
    const text = decode(Buffer.from(stretch, 'latin1'))
    const left = mask(text)
    return left === text ? stretch : encode(left).toString('latin1')
  })
  return masked === letters ? bytes : Buffer.from(masked, 'latin1')
}

function maskUtf16(bytes: Buffer, order: ByteOrder, mask: Mask): Buffer {
  const text = decodeUtf16(order, bytes)
  const left = mask(text)
  const halfLetter = bytes.subarray(bytes.length - (bytes.length % 2))
  return left === text ? bytes : Buffer.concat([encodeUtf16(order, left), halfLetter])
}

function maskSingleBytes(bytes: Buffer, mask: Mask): Buffer {
  const encoding = isUtf8(bytes) ? 'utf-8' : 'windows-1252'
  const text = decodeAs(encoding, bytes)
  const left = mask(text)
  return left === text ? bytes : encodeText(encoding, left)
}

function orderOf(bytes: Buffer): ByteOrder | null {
  const encoding = encodingOf(bytes)
  if (encoding === 'utf-16le') return 'le'
  if (encoding === 'utf-16be') return 'be'
  return encoding === 'binary' ? unmarkedUtf16(bytes) : null
}

/** Whether bytes are a text once their stretches of UTF-16 are left out. */
const isTextBesideUtf16 = (bytes: Buffer): boolean =>
  encodingOf(
    Buffer.from(
      utf16Stretches.reduce((rest, { shape }) => rest.replace(shape, ''), bytes.toString('latin1')),
      'latin1',
    ),
  ) !== 'binary'

/**
 * Masks the text in some bytes, in whatever encoding or mixture of them it is written, and leaves every byte beside it as it was. Pictures,
 * archives and other files that are no text cannot be masked: null. Gives the very same buffer when nothing was masked.
 */
export function maskBytes(bytes: Buffer, mask: Mask): Buffer | null {
  const type = mediaTypeOf(bytes, '')
  if (!isTextType(type) && type !== 'application/octet-stream') return null
  const order = orderOf(bytes)
  if (order !== null) {
    const whole = maskUtf16(bytes, order, mask)
    return [...utf16Stretches, asciiStretches].reduce((left, reading) => maskStretches(left, reading, mask), whole)
  }
  if (!bytes.includes(0)) return maskSingleBytes(bytes, mask)
  if (encodingOf(bytes) === 'binary' && !isTextBesideUtf16(bytes)) return null
  return utf16Stretches.reduce((left, reading) => maskStretches(left, reading, mask), maskSingleBytes(bytes, mask))
}
