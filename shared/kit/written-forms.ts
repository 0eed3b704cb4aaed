/** Names that HTML has for the letters from U+00A0 to U+00FF, in their order (HTML Living Standard, section 13.5). */
const LATIN_NAMES =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'
const FIRST_LATIN = 0xa0
const LAST_BYTE = 0xff
const htmlNames: ReadonlyMap<string, string> = new Map([
  ['"', 'quot'],
  ['&', 'amp'],
  ["'", 'apos'],
  ['<', 'lt'],
  ['>', 'gt'],
  ...LATIN_NAMES.split(' ').map((name, at): [string, string] => [String.fromCodePoint(FIRST_LATIN + at), name]),
])

/** How often a text may have been escaped within another: JSON in JSON in a log. */
const SLASHES = '\\\\{1,8}'
/** Where a program broke a line (`\` of a shell, `=` of a mail, `>` in front of what is quoted), or changed the colour, also where JSON tells it. */
const BREAK =
  '(?:[ \\t]*[\\\\=]?\\r?\\n[ \\t>]*|(?:(?:\\x1b|\\\\{1,8}(?:u001[bB]|x1[bB]|033|e))\\[[\\d;]{0,20}[A-Za-z]){1,4})?'
const HEX_GAP = '[\\s:,-]{0,3}(?:0x|\\\\{1,4}x)?'

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
/** Digits in hex, in capitals or not. */
const hexDigits = (code: number, length: number): string =>
  code
    .toString(16)
    .padStart(length, '0')
    .replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`)

const eachByte = (bytes: readonly number[], before: string): string =>
  bytes.map((byte) => before + hexDigits(byte, 2)).join('')

/** The bytes of a text in UTF-8. */
export const bytesOf = (text: string): number[] =>
  (encodeURIComponent(text).match(/%..|[^%]/g) ?? []).map((each) =>
    each.length === 1 ? each.charCodeAt(0) : Number.parseInt(each.slice(1), 16),
  )

/** A letter of one of the alphabets in ASCII, or a digit: no program writes these otherwise. */
const isPlain = (letter: string): boolean => /^[A-Za-z\d]$/.test(letter)

/** A pattern for one letter in each way in which programs write it. */
function letterPattern(letter: string): string {
  if (isPlain(letter)) return letter
  const code = letter.codePointAt(0) ?? 0
  const bytes = bytesOf(letter)
  const units = Array.from({ length: letter.length }, (_, at) => letter.charCodeAt(at))
  const octal = bytes.map((byte) => `${SLASHES}${byte.toString(8).padStart(3, '0')}`).join('')
  const inBytes = [bytes, ...(code >= FIRST_LATIN && code <= LAST_BYTE ? [[code]] : [])]
  const name = htmlNames.get(letter)
  const html = [`#0*${code}`, `#[xX]0*${hexDigits(code, 1)}`, ...(name === undefined ? [] : [name])]
  const ways = [
    ...(letter === ' ' ? ['\\+', '\\\\ ', '[ \\t]*\\r?\\n[ \\t>]*'] : []),
    ...(letter === "'" ? ["'\\\\''", "'\"'\"'", "''"] : []),
    ...(letter === '"' ? ['""'] : []),
    ...(letter === '\n' ? ['\\r\\n', `${SLASHES}n`] : []),
    ...(letter === '\t' ? [`${SLASHES}t`] : []),
    units.map((unit) => `${SLASHES}u${hexDigits(unit, 4)}`).join(''),
    `${SLASHES}(?:u\\{0*${hexDigits(code, 1)}\\}|U${hexDigits(code, 8)})`,
    ...inBytes.flatMap((each) => [eachByte(each, '%(?:25)*'), eachByte(each, '='), eachByte(each, `${SLASHES}x`)]),
    octal,
    `&(?:amp;)*(?:${html.join('|')});`,
    // Last, because it begins some of the others: `%` and `%25`.
    ...(letter === '\\'
      ? [SLASHES]
      : [/[!-/:-@[-`{-~]/.test(letter) ? `\\\\{0,8}${escaped(letter)}` : escaped(letter)]),
  ]
  return `(?:${ways.join('|')})`
}

/** A letter with its accents, composed or apart. */
function accentedPattern(cluster: string): string {
  const forms = [...new Set([cluster, cluster.normalize('NFC'), cluster.normalize('NFD')])]
  const patterns = forms.map((form) => Array.from(form, letterPattern).join(''))
  return patterns.length === 1 ? patterns.join('') : `(?:${patterns.join('|')})`
}

const patternsIn = (value: string): string[] => (value.match(/.\p{M}*/gsu) ?? []).map(accentedPattern)

/** A pattern for a value in each way in which programs write its letters, a part of them or all. */
export const lettersPattern = (value: string): string => patternsIn(value).join('')

/** The same for a value that may be broken over lines anywhere. */
export const brokenPattern = (value: string): string => patternsIn(value).join(BREAK)

/** A pattern for the bytes of a value in hex, as `xxd -p` and dumps of fingerprints write them. */
export const hexPattern = (value: string): string =>
  bytesOf(value)
    .map((byte) => hexDigits(byte, 2))
    .join(HEX_GAP)
