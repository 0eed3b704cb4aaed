/** The letters of the languages that part their words by blanks, in lower case: Latin, Greek and Cyrillic. */
const LETTERS = 'a-z\\u00AA\\u00B5\\u00BA\\u00DF-\\u00F6\\u00F8-\\u024F\\u0370-\\u052F\\u1E00-\\u1EFF'
const DIGITS = '\\d'

/** A class, an escape, or a letter or digit by its property. */
const CLASS_OR_ESCAPE = /\\p\{[LN]\}|\\.|\[(?:\\.|[^\]\\])*\]/gu

/** Words as the tables are written, in lower case and letter by letter as long as before: the Turkish "İ" alone would become two. */
export function lowered(words: string): string {
  return words.replaceAll('\u0130', 'i').toLowerCase()
}

/**
 * A pattern of a language's table, for words that are `lowered`. Its letters are told by their ranges: with every letter of Unicode in either case, as
 * `\p{L}` and the flag `i` have it, the tables of nine languages took longer to compile than a hundred runbooks to read.
 */
export function tablePattern(source: string): RegExp {
  const ranges = source.replace(CLASS_OR_ESCAPE, (part) =>
    part.startsWith('[') ? withRanges(part) : part.startsWith('\\p') ? `[${withRanges(part)}]` : part,
  )
  return new RegExp(ranges, 'u')
}

const withRanges = (part: string): string => part.replaceAll('\\p{L}', LETTERS).replaceAll('\\p{N}', DIGITS)
