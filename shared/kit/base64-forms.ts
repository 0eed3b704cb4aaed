import { bytesOf } from './written-forms.ts'

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
/** A shorter piece of base64 stands in other words as well. Characters. */
export const SHORTEST_FORM = 8
/** How many letters of base64 belong to what stands before a value, for each number of bytes that its first group has already. */
const LETTERS_BEFORE = [0, 2, 3] as const
const BITS = { byte: 8, letter: 6 } as const
const BYTES_OF_GROUP = 3
/** A letter with all its bits. */
const ALL_BITS = 63

/** Bytes in base64, without the signs that fill up the last group. RFC 4648, section 4. */
function inBase64(bytes: readonly number[]): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += BYTES_OF_GROUP) {
    const [first = 0, second = 0, third = 0] = bytes.slice(at, at + BYTES_OF_GROUP)
    const group = (first << 16) | (second << 8) | third
    text += [18, 12, 6, 0].map((shift) => LETTERS[(group >> shift) & 63]).join('')
  }
  return text.slice(0, Math.ceil((bytes.length * BITS.byte) / BITS.letter))
}

const inUtf16 = (value: string): number[] =>
  Array.from({ length: value.length }, (_, at) => value.charCodeAt(at)).flatMap((unit) => [unit & 255, unit >> 8])

const inUrls = (base64: string): string => base64.replaceAll('+', '-').replaceAll('/', '_')

function formsOfBytes(value: readonly number[]): string[] {
  const within = LETTERS_BEFORE.map((before, bytes) => {
    const shifted = [...Array.from({ length: bytes }, () => 0), ...value]
    return inBase64(shifted).slice(before, Math.floor((shifted.length * BITS.byte) / BITS.letter))
  })
  return [inBase64(value), ...within]
}

/**
 * What base64 makes of a value, whatever stands before and after it there: alone, in the data of a Kubernetes secret, behind the name in a
 * header of basic authorization; of its UTF-8, and of its UTF-16 as PowerShell takes a command. RFC 4648, sections 4 and 5; letters that
 * the neighbours share in are left out.
 */
export function base64Forms(value: string): readonly string[] {
  const whole = value.toWellFormed()
  const forms = [bytesOf(whole), inUtf16(whole)].flatMap(formsOfBytes).filter(({ length }) => length >= SHORTEST_FORM)
  return [...new Set([...forms, ...forms.map(inUrls)])]
}

/** The letters of base64 that have some bits of one in common; both alphabets. */
const lettersLike = (letter: string, mask: number): string[] =>
  [...LETTERS]
    .filter((_, code) => (code & mask) === (LETTERS.indexOf(letter) & mask))
    .flatMap((each) => [...new Set([each, inUrls(each)])])

/** What each letter may be that holds a bit of the value, behind so many bytes of something else. */
function lettersBehind(before: number, value: readonly number[]): string[][] {
  const [from, to] = [before * BITS.byte, (before + value.length) * BITS.byte]
  const text = inBase64([...Array.from({ length: before }, () => 0), ...value])
  return [...text].flatMap((letter, at) => {
    const begin = at * BITS.letter
    const mask =
      (ALL_BITS >> Math.max(0, from - begin)) & (ALL_BITS << Math.max(0, begin + BITS.letter - to)) & ALL_BITS
    return mask === 0 ? [] : [lettersLike(letter, mask)]
  })
}

/**
 * The same forms with every bit of the value: for each letter what it may be, which is several where a neighbour shares in it. Only the whole value
 * is written like this, while `base64Forms` are the same for values that differ in the last bits of their last letter.
 */
export function wholeBase64Forms(value: string): readonly (readonly (readonly string[])[])[] {
  const whole = value.toWellFormed()
  const isSure = (letters: readonly string[]): boolean => new Set(letters.map(inUrls)).size === 1
  return [bytesOf(whole), inUtf16(whole)]
    .flatMap((bytes) => LETTERS_BEFORE.map((_, before) => lettersBehind(before, bytes)))
    .filter((form) => form.filter(isSure).length >= SHORTEST_FORM)
}
