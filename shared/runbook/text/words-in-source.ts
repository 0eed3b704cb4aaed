import { remembered } from '../../kit/remembered.ts'

/** Only letters and digits: markup, prompts and closing colons are no words. */
export const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** The same for what two texts say: "lag < 10" is not "lag > 10". */
export const bareSaid: (text: string) => string = remembered((text) =>
  text.toLowerCase().replace(/[^\p{L}\p{N}<>\u2264\u2265]+/gu, ''),
)

/** Letters by which a sentence is found: the target of a link, which no step says, may stand behind them. */
const ENOUGH = 16
/** More letters than any paragraph has that a person wrote. */
const LONGEST = 20_000

/**
 * For each of some sentences of a paragraph, in order, the line on which it begins: whoever looks it up in the file finds it there, and not where the
 * paragraph begins. What is not found, as a name that is not of the text, stands where the one before it does.
 */
export function linesOfSentences(
  sentences: readonly string[],
  { line, endLine }: { readonly line: number; readonly endLine: number },
  lines: readonly string[],
): readonly number[] {
  const starts: number[] = []
  let text = ''
  for (const source of lines.slice(line - 1, endLine)) {
    // A blank line ends the paragraph: what follows it is its code.
    if (source.trim() === '' || text.length > LONGEST) break
    starts.push(text.length)
    text += bare(source)
  }
  let from = 0
  let last = line
  return sentences.map((sentence) => {
    const sought = bare(sentence.slice(0, 4 * ENOUGH)).slice(0, ENOUGH)
    const at = text.length > LONGEST || sought === '' ? -1 : text.indexOf(sought, from)
    if (at < 0) return last
    from = at + sought.length
    last = line + starts.findLastIndex((start) => start <= at)
    return last
  })
}
