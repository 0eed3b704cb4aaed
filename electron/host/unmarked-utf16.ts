/** Which byte of a letter comes first in UTF-16. */
export type ByteOrder = 'le' | 'be'

const LETTER_BYTES = 2
/** At least so much of a text is ASCII, as line ends and spaces are in every language; by chance it is one letter in 650. */
const LEAST_ASCII = 0.005
/** At most so much of a text is no letter: of bytes by chance, three in a hundred are halves of pairs alone. */
const MOST_NO_LETTERS = 0.02

const swapped = (bytes: Buffer): Buffer => Buffer.from(bytes).swap16()

/** Reads UTF-16, its mark and halves of pairs included, so that `encodeUtf16` gives the same bytes. Of an odd number of bytes, the last is left. */
export function decodeUtf16(order: ByteOrder, bytes: Buffer): string {
  const letters = bytes.subarray(0, bytes.length - (bytes.length % LETTER_BYTES))
  return (order === 'le' ? letters : swapped(letters)).toString('utf16le')
}

/** Writes UTF-16 without adding a mark. */
export function encodeUtf16(order: ByteOrder, text: string): Buffer {
  const bytes = Buffer.from(text, 'utf16le')
  return order === 'le' ? bytes : bytes.swap16()
}

const ASCII = /[\t\n\r\u0020-\u007e]/g
const ESCAPE = String.fromCharCode(0x1b)
const NO_LETTER = new RegExp(`[^\\P{C}\\s\\u0008${ESCAPE}\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069]`, 'gu')

const share = (text: string, shape: RegExp): number => (text.match(shape)?.length ?? 0) / Math.max(text.length, 1)

/** In which order bytes without a byte order mark are UTF-16, or null where they do not look like it. Told by how many letters are ASCII. */
export function unmarkedUtf16(bytes: Buffer): ByteOrder | null {
  const likely = (['le', 'be'] as const)
    .map((order) => ({ order, text: decodeUtf16(order, bytes) }))
    .map(({ order, text }) => ({ order, ascii: share(text, ASCII), noLetters: share(text, NO_LETTER) }))
    .filter(({ ascii, noLetters }) => ascii >= LEAST_ASCII && noLetters <= MOST_NO_LETTERS)
    .toSorted((one, other) => other.ascii - one.ascii)
  return likely[0]?.order ?? null
}
