import { isUtf8 } from 'node:buffer'

/** How a text file was written, as far as its bytes tell. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** A text with how it was written; `binary` is no text at all. */
export type Decoded = { readonly encoding: TextEncoding; readonly text: string } | { readonly encoding: 'binary' }

const startsWith = (bytes: Uint8Array, first: number, second: number): boolean =>
  bytes[0] === first && bytes[1] === second

/** A stray null byte does no harm in UTF-8; where more than one byte in ten is one, it is something else: UTF-16 without its mark, or no text. */
const MOST_NULLS = 0.1

/**
 * Tells how a text was written from all its bytes. A byte order mark decides (Unicode 15, section 23.8); without one UTF-8 is taken where
 * the bytes are UTF-8, and else Windows-1252, in which each byte but null has a meaning: editors from before UTF-8 wrote it.
 */
export function encodingOf(bytes: Uint8Array): TextEncoding | 'binary' {
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le'
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be'
  const holdsNull = bytes.includes(0)
  if (isUtf8(bytes)) {
    const isText = !holdsNull || bytes.filter((byte) => byte === 0).length <= bytes.length * MOST_NULLS
    return isText ? 'utf-8' : 'binary'
  }
  return holdsNull ? 'binary' : 'windows-1252'
}

/** Reads bytes of a known encoding. The mark of UTF-8 stays in the text, as the editor that wrote it expects. */
export const decodeAs = (encoding: TextEncoding, bytes: Uint8Array): string =>
  new TextDecoder(encoding, { ignoreBOM: encoding === 'utf-8' }).decode(bytes)

/** Reads the bytes of a text file, however it was written. */
export function decodeText(bytes: Uint8Array): Decoded {
  const encoding = encodingOf(bytes)
  return encoding === 'binary' ? { encoding } : { encoding, text: decodeAs(encoding, bytes) }
}
