import { encodingOf } from './decode-text.ts'

const signatures: readonly { readonly mediaType: string; readonly at: number; readonly bytes: readonly number[] }[] = [
  { mediaType: 'image/png', at: 0, bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { mediaType: 'image/jpeg', at: 0, bytes: [0xff, 0xd8, 0xff] },
  { mediaType: 'image/gif', at: 0, bytes: [0x47, 0x49, 0x46, 0x38] },
  { mediaType: 'image/webp', at: 8, bytes: [0x57, 0x45, 0x42, 0x50] },
  { mediaType: 'application/pdf', at: 0, bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
]

/**
 * What a file is, told from its bytes and never from its name or from what the sender says: an SVG or a page sent as a
 * picture would be shown as one. `claimed` decides only between kinds of text.
 */
export function mediaTypeOf(bytes: Uint8Array, claimed: string): string {
  const found = signatures.find(({ at, bytes: signature }) => signature.every((byte, i) => bytes[at + i] === byte))
  if (found !== undefined) return found.mediaType
  if (encodingOf(bytes) === 'binary') return 'application/octet-stream'
  return claimed === 'application/json' ? 'application/json' : 'text/plain'
}

/** Whether a kind of file is read as a text. */
export const isTextType = (mediaType: string): boolean =>
  mediaType.startsWith('text/') || mediaType === 'application/json'
