import { isUtf8 } from 'node:buffer'

/** How a text file was written, as far as its bytes tell; `binary` is no text at all. */
export type Decoded =
  | { readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'; readonly text: string }
  | { readonly encoding: 'binary' }

const startsWith = (bytes: Uint8Array, first: number, second: number): boolean =>
  bytes[0] === first && bytes[1] === second

/** A stray null byte does no harm in UTF-8; where more than one byte in ten is one, it is something else: UTF-16 without its mark, or no text. */
const MOST_NULLS = 0.1

/**
 * Reads the bytes of a text file. A byte order mark decides (Unicode 15, section 23.8); without one UTF-8 is taken where the bytes are
 * UTF-8, and else Windows-1252, in which each byte but null has a meaning: editors from before UTF-8 wrote it. The mark of UTF-8 stays in
 * the text, as the editor that wrote it expects.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  if (startsWith(bytes, 0xff, 0xfe)) return decodedAs('utf-16le', bytes)
  if (startsWith(bytes, 0xfe, 0xff)) return decodedAs('utf-16be', bytes)
  const holdsNull = bytes.includes(0)
  if (isUtf8(bytes)) {
    const isText = !holdsNull || bytes.filter((byte) => byte === 0).length <= bytes.length * MOST_NULLS
    return isText ? decodedAs('utf-8', bytes) : { encoding: 'binary' }
  }
  return holdsNull ? { encoding: 'binary' } : decodedAs('windows-1252', bytes)
}

function decodedAs(encoding: Exclude<Decoded['encoding'], 'binary'>, bytes: Uint8Array): Decoded {
  return { encoding, text: new TextDecoder(encoding, { ignoreBOM: encoding === 'utf-8' }).decode(bytes) }
}
