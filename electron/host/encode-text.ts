import { decodeAs, type TextEncoding } from './decode-text.ts'

/** The letter of each byte in Windows-1252; no two are the same. */
const letters = decodeAs(
  'windows-1252',
  Uint8Array.from({ length: 256 }, (_, byte) => byte),
)
const byteOf = new Map([...letters].map((letter, byte) => [letter, byte]))
const QUESTION_MARK = 0x3f

/** Writes a text as it was written before `decodeText` read it: what was not changed in it has the bytes that it had. */
export function encodeText(encoding: TextEncoding, text: string): Buffer {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text, 'utf8')
    case 'utf-16le':
      return Buffer.from(`\u{feff}${text}`, 'utf16le')
    case 'utf-16be':
      return Buffer.from(`\u{feff}${text}`, 'utf16le').swap16()
    case 'windows-1252':
      return Buffer.from(Array.from(text, (letter) => byteOf.get(letter) ?? QUESTION_MARK))
  }
}
