/** An encrypted copy as it stands in the file; bytes in base64. Only the two dates can be read, and they cannot be changed. */
export type Sealed = {
  readonly v: 1
  readonly madeAt: string
  readonly staleAt: string
  readonly iterations: number
  readonly salt: string
  readonly iv: string
  readonly data: string
}

/** What is inside: the body's markup and the script's data. */
export type SealedContents<Data> = { readonly body: string; readonly data: Data }

/** PBKDF2 with SHA-256: the least that OWASP's password storage sheet asks for, so that guessing is slow. */
export const KEY_ITERATIONS = 600_000

/** The file leaves the machine and can be guessed at for ever, so a short passphrase is no protection. Characters as a person counts them: an emoji is one. */
export const SHORTEST_PASSPHRASE = 12

const lengthOf = (text: string): number =>
  [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(normalPassphrase(text))].length

/**
 * Why a passphrase cannot be taken, in words; null when it can. Blanks at its ends protect nothing, so they do not count, and the field that
 * opens the copy holds no line break (HTML: the value of a password field is stripped of newlines).
 */
export function passphraseFault(passphrase: string): string | null {
  if (/[\r\n]/.test(passphrase)) return 'A passphrase is one line: the field that opens the copy holds no line break.'
  if (passphrase.trim() === '' && passphrase !== '') return 'A passphrase is more than blanks.'
  return lengthOf(passphrase.trim()) < SHORTEST_PASSPHRASE
    ? `A passphrase has at least ${SHORTEST_PASSPHRASE} characters.`
    : null
}

/** The same passphrase typed on another keyboard gives the same characters. */
export const normalPassphrase = (passphrase: string): string => passphrase.normalize('NFKC')

/** What is authenticated with the ciphertext, so that nobody can make an old copy look fresh. */
export const sealedHeader = ({ v, madeAt, staleAt, iterations }: Omit<Sealed, 'salt' | 'iv' | 'data'>): string =>
  JSON.stringify([v, madeAt, staleAt, iterations])
