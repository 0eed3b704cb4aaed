import { isUtf8 } from 'node:buffer'

/** How a text file was written, as far as its bytes tell; `binary` is no text at all. */
export type Decoded =
  | { readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'; readonly text: string }
  | { readonly encoding: 'binary' }

const startsWith = (bytes: Uint8Array, first: number, second: number): boolean =>
  bytes[0] === first && bytes[1] === second

/**
 * Reads the bytes of a text file. A byte order mark decides (Unicode 15, section 23.8); without one UTF-8 is taken where the bytes are
 * UTF-8, and else Windows-1252, in which each byte has a meaning: editors from before UTF-8 wrote it. A null byte stands in no text.
 * The mark of UTF-8 stays in the text, as the editor that wrote it expects.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  if (startsWith(bytes, 0xff, 0xfe)) return decodedAs('utf-16le', bytes)
  if (startsWith(bytes, 0xfe, 0xff)) return decodedAs('utf-16be', bytes)
  if (bytes.includes(0)) return { encoding: 'binary' }
  return decodedAs(isUtf8(bytes) ? 'utf-8' : 'windows-1252', bytes)
}

function decodedAs(encoding: Exclude<Decoded['encoding'], 'binary'>, bytes: Uint8Array): Decoded {
  return { encoding, text: new TextDecoder(encoding, { ignoreBOM: encoding === 'utf-8' }).decode(bytes) }
}
