/** Full-width forms, and spaces of all widths: each has a plain character of the same length (Unicode, form NFKC). */
const WIDE = /[\u00A0\u2000-\u200A\u202F\u3000\uFF01-\uFF5E]/g
/** The minus sign, the horizontal bar and the long vowel sign of Japanese, where they are typed as the dash of a number. */
const DASHES = /(?<=\d[ )]?)[\u2212\u2015\u30FC](?=[ (]?\d)/g

/** A text in plain characters, place by place as long as it was: a number or address in full width is found like any other. */
export const evenText = (text: string): string =>
  text.replace(WIDE, (character) => character.normalize('NFKC')).replace(DASHES, '-')
