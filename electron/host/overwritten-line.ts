import { stripVTControlCharacters } from 'node:util'

const BACKSPACE = '\b'
const ESCAPE = String.fromCharCode(0x1b)
/** What moves the cursor within a line or erases it: BS, and CUF, CUB, CHA and EL of ECMA-48. Colours and the like do not. */
const MOVE = new RegExp(`(${BACKSPACE}|${ESCAPE}\\[\\d*[CDGK])`)
const CONTROL = new RegExp(`^${ESCAPE}\\[(\\d*)([CDGK])$`)
/** As far to the right as a program may move; no terminal is wider. Columns. */
const MOST_COLUMNS = 1_000
/** A line that is longer is no progress, and is not followed letter by letter. Letters. */
const LONGEST_FOLLOWED = 10_000

/** A step back to the begin of the line, which programs write in two ways, as a carriage return. */
export const withReturns = (text: string): string => text.replace(new RegExp(`${ESCAPE}\\[1?G`, 'g'), '\r')

/** Whether a text is more than its letters one after another. */
export const isWrittenOver = (text: string): boolean => text.includes('\r') || MOVE.test(text)

/** The letters of a part of a line, each backspace taken with the letter before it: no letter stays that the program took back. */
export function lettersOf(part: string): string {
  const kept: string[] = []
  for (const letter of stripVTControlCharacters(part)) {
    if (letter === BACKSPACE) kept.pop()
    else kept.push(letter)
  }
  return kept.join('')
}

/** What stands on a line of a terminal, and where the next letter goes. */
type Cells = { letters: string[]; column: number }

function move(cells: Cells, count: string, what: string): void {
  const steps = Math.min(count === '' ? 1 : Number(count), MOST_COLUMNS)
  if (what === 'C') cells.column = Math.min(cells.column + steps, Math.max(cells.column, MOST_COLUMNS))
  else if (what === 'D') cells.column = Math.max(0, cells.column - steps)
  else if (what === 'G') cells.column = Math.max(0, steps - 1)
  else if (count === '2') cells.letters = []
  else if (count === '1') cells.letters = cells.letters.map((letter, at) => (at <= cells.column ? ' ' : letter))
  else cells.letters = cells.letters.slice(0, cells.column)
}

/** Writes a part over a line, from its begin: what the part does not reach stays, as on a terminal. */
function writeOver(line: readonly string[], part: string): readonly string[] {
  const cells: Cells = { letters: [...line], column: 0 }
  for (const piece of part.split(MOVE)) {
    const [, count = '', what] = CONTROL.exec(piece) ?? []
    if (piece === BACKSPACE) cells.column = Math.max(0, cells.column - 1)
    else if (what !== undefined) move(cells, count, what)
    else
      for (const letter of stripVTControlCharacters(piece)) {
        while (cells.letters.length < cells.column) cells.letters.push(' ')
        cells.letters[cells.column] = letter
        cells.column += 1
      }
  }
  return cells.letters
}

const ERROR =
  /\b(?:errors?|err|fail(?:ed|s|ures?|ing)?|fatal|exceptions?|panic(?:ked)?|denied|refused|abort(?:ed|ing)?|cannot|can't|could not|couldn't|unable|invalid|time(?:d )?-?out|killed|traceback|warn(?:ing)?s?|no such|not found|unreachable|lost)\b/i
/** So many errors of one line are kept. A line is rarely written over by two. */
const MOST_ERRORS = 20

/** What tells two messages apart; a progress that counts on says the same again. */
const wordsOf = (text: string): string => text.replace(/\P{L}+/gu, ' ').trim()

/** What a line says in the end, and the errors that were written over in it. */
export type LineInTheEnd = { readonly text: string; readonly errors: readonly string[] }

/** A line that a program writes over, part by part, each of them from its begin. */
export type OverwrittenLine = {
  readonly write: (part: string) => void
  readonly end: () => LineInTheEnd
}

/**
 * Follows a line as a terminal would. A part that says an error stays as a line of its own once other words were written over it: there it would be
 * gone. From a part on that `isSecret`, or is very long, only the last part counts: the rest of a secret is known to no mask any more.
 */
export function followLine(isSecret: (text: string) => boolean): OverwrittenLine {
  let shown: readonly string[] = []
  let last = ''
  let mayMix = true
  const errors = new Map<string, string>()
  return {
    write: (part) => {
      const said = lettersOf(part)
      mayMix &&= part.length <= LONGEST_FOLLOWED && !isSecret(stripVTControlCharacters(part)) && !isSecret(said)
      if (said.trim() !== '') {
        const words = wordsOf(last)
        if (ERROR.test(last) && words !== wordsOf(said) && errors.size < MOST_ERRORS) errors.set(words, last)
        last = said
      }
      if (mayMix) shown = writeOver(shown, part)
      else if (said !== '') shown = [said]
    },
    end: () => ({ text: shown.join('').trimEnd(), errors: [...errors.values()] }),
  }
}
