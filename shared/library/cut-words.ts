/** A piece of a word as it is searched for, and where in the word it begins. */
export type Piece = { readonly text: string; readonly from: number }

/** Longest term kept. A longer run of characters is an encoded blob, which nobody types. */
export const LONGEST_TERM = 64

const IS_ASCII = /^\p{ASCII}*$/u
const WORD_ENDS = /[^\p{L}\p{M}\p{N}_]+/u
const ASCII_WORD_ENDS = /[^A-Za-z0-9_]+/

/** The words of a text as they stand there. Most texts are plain, and those are cut in a third of the time. */
export const wordsOf = (text: string): string[] =>
  text.split(IS_ASCII.test(text) ? ASCII_WORD_ENDS : WORD_ENDS).filter((word) => word !== '')

/** What certainly has no parts, and that is most words: looked at first, because it is looked at very often. */
const ONE_WORD = /^[A-Z]?[a-z0-9]*$/
/**
 * Where a name turns to its next word: `Node|Not`, `CPU|Overcommit`, `p99|Latency`, at `_`. The plural of an abbreviation, as in `PVCs`,
 * is none.
 */
const TURNS = /(?<=\p{Ll})(?=\p{Lu})|(?<=[\p{Lu}\p{N}])(?=\p{Lu}\p{Ll})(?!\p{Lu}s(?!\p{Ll}))|_+/u

/** The parts of a name made of several words, and the word within `_emphasis_`; none when it is one plain word. */
export function partsOf(word: string): readonly string[] {
  if (ONE_WORD.test(word)) return []
  const parts = word.split(TURNS).filter((part) => part !== '')
  return parts.length === 1 && parts[0] === word ? [] : parts
}

/** Whether a word is a name made of several words, as `KubePodNotReady` and `late_rows` are, or holds a digit, as `8081` and `p99` do. */
export const isName = (word: string): boolean => /\p{N}/u.test(word) || partsOf(word).length > 1

/** Scripts that put no spaces between words, or whose words carry endings: Chinese, Japanese, Korean, Thai, Lao, Khmer, Burmese. */
const UNSPACED =
  '\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Hang}\\p{scx=Thai}\\p{scx=Laoo}\\p{scx=Khmr}\\p{scx=Mymr}'
const HAS_UNSPACED = new RegExp(`[${UNSPACED}]`, 'u')
const RUNS = new RegExp(`[${UNSPACED}][${UNSPACED}\\p{M}]*|[^${UNSPACED}]+`, 'gu')
/** One character as it is read: with its marks, and a Korean syllable also when it is spelt letter by letter, as file names on some systems are. */
const CHARACTERS = /[\u1100-\u115F][\u1160-\u11A7]?[\u11A8-\u11FF]?|.[\p{M}\uFF9E\uFF9F]*/gu

/** Whether a word is written in a script without spaces, and so is cut by twos. */
export const isUnspaced = (word: string): boolean => !IS_ASCII.test(word) && HAS_UNSPACED.test(word)

/**
 * A run without spaces by twos, overlapping, and its last character: so that each word within it is found, and each character begins
 * something that is found.
 */
function twosOf(run: string, at: number): readonly Piece[] {
  const characters = [...run.matchAll(CHARACTERS)]
  return characters.map(({ 0: text, index }, place) => ({
    text: text + (characters[place + 1]?.[0] ?? ''),
    from: at + index,
  }))
}

/** The words that one word is made of where scripts meet in it, `MySQL` and the rest of `MySQL主从延迟`. */
const runsOf = (word: string): readonly Piece[] =>
  [...word.matchAll(RUNS)].map(({ 0: text, index }) => ({ text, from: index }))

function partPieces({ text, from }: Piece): readonly Piece[] {
  let next = 0
  return partsOf(text).map((part): Piece => {
    const at = text.indexOf(part, next)
    next = at + part.length
    return { text: part, from: from + at }
  })
}

/** `consumer_offsets` of `__consumer_offsets`: a name without what stands before and behind it. */
function bareName({ text, from }: Piece): Piece {
  const bare = text.replace(/^_+|_+$/g, '')
  return bare === '' ? { text, from } : { text: bare, from: from + text.indexOf(bare) }
}

function withParts(piece: Piece): readonly Piece[] {
  const bare = bareName(piece)
  return [bare, ...partPieces(bare)]
}

/**
 * What one word of a text can be found by. `KubePodNotReady` and `late_rows` are found whole and by their parts, because people
 * remember one or the other. A whole comes before its parts.
 */
export function piecesOf(word: string): readonly Piece[] {
  if (ONE_WORD.test(word)) return [{ text: word, from: 0 }]
  if (!isUnspaced(word)) return withParts({ text: word, from: 0 })
  return runsOf(word).flatMap((run) => (isUnspaced(run.text) ? twosOf(run.text, run.from) : withParts(run)))
}

/**
 * The ends of a name that are names themselves: `PodNotReady` and `NotReady` of `KubePodNotReady`. What stands before them says mostly
 * where it is from.
 */
export function tailsOf(word: string): readonly string[] {
  if (!isName(word) || isUnspaced(word)) return []
  const parts = partPieces({ text: word, from: 0 })
  return parts.slice(1, -1).map(({ from }) => word.slice(from))
}

/** Cuts a text into what it can be found by. */
export function tokensOf(text: string): string[] {
  const tokens: string[] = []
  for (const word of wordsOf(text)) {
    if (ONE_WORD.test(word)) tokens.push(word)
    else for (const piece of piecesOf(word)) tokens.push(piece.text)
  }
  return tokens
}

/**
 * Cuts a query: a name made of several words is looked for whole, so that it finds itself first. Of a run without spaces every two
 * characters that stand together have to be found.
 */
export const queryTokensOf = (query: string): string[] =>
  wordsOf(query).flatMap((word) =>
    isUnspaced(word)
      ? runsOf(word).flatMap(({ text }) => {
          if (!isUnspaced(text)) return [text]
          const twos = twosOf(text, 0).map((piece) => piece.text)
          return twos.length > 1 ? twos.slice(0, -1) : twos
        })
      : [word],
  )

/**
 * A word as it is compared: without case, accents or anything past its 64th character, and without the `_` of a name, so that `kafka_lag`
 * and `KafkaLag` are one; null when nothing is left.
 */
export function termOf(word: string): string | null {
  const plain = IS_ASCII.test(word) ? word : withoutAccents(word)
  const spelled = plain.includes('_') ? plain.replaceAll('_', '') || plain : plain
  const term = spelled.slice(0, LONGEST_TERM).toLowerCase()
  return term === '' ? null : term
}

/** Accents go; the marks of Japanese syllables stay, because they make another syllable. */
const withoutAccents = (word: string): string =>
  word
    .normalize('NFKD')
    .replace(/(?![\u3099\u309A])\p{M}/gu, '')
    .normalize('NFC')
