/** Numbers that look random and are the same each time, below `sides`. Integers of 32 bits all the way: a product past 2^53 soon repeats itself. */
export function createDice(seed = 1): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * sides)
  }
}

const BEGINS = [
  'b',
  'br',
  'c',
  'd',
  'dr',
  'f',
  'g',
  'gr',
  'k',
  'l',
  'm',
  'n',
  'p',
  'pl',
  'qu',
  'r',
  's',
  'st',
  't',
  'v',
  'w',
  'z',
]
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'io', 'ou']
const ENDS = ['', '', 'n', 'r', 's', 't', 'l', 'ck', 'nd']

/**
 * Words as a few hundred real documents hold them: many thousand different ones, of which a few stand everywhere and most stand once or
 * twice. Texts made of a few dozen words hide what only a large index does.
 */
export function variedWords(dice: (sides: number) => number, vocabulary = 20_000): () => string {
  const any = (from: readonly string[]): string => from[dice(from.length)] ?? ''
  const syllable = (): string => any(BEGINS) + any(VOWELS) + any(ENDS)
  const words = Array.from({ length: vocabulary }, () => Array.from({ length: 1 + dice(4) }, syllable).join(''))
  const rank = (): number => Math.floor((dice(1_000_000) / 1_000_000) ** 3 * vocabulary)
  return () => words[rank()] ?? ''
}
