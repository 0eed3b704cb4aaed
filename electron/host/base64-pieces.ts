import { SHORTEST_FORM } from '../../shared/kit/base64-forms.ts'
import { SECRET_MASK } from '../../shared/kit/hide-values.ts'

/** A word that is wholly in the middle of a value's base64 is one from here on. Characters. */
const SHORTEST_MIDDLE = 12
/** The beginning of a value's base64 at the end of a line is hidden from here on; three letters are two bytes. */
const SHORTEST_BEGINNING = 4

/** A form that broke off at the end of a line: what is to come of it, and how much came. */
type Begun = { readonly rest: string; readonly came: number }
type Piece = { readonly from: number; readonly to: number; readonly begun: readonly Begun[] }

const nothing: Piece = { from: 0, to: 0, begun: [] }

/** A word that goes on with what the line before began. */
function continued(word: string, isLast: boolean, { rest, came }: Begun): Piece {
  const isWhole = word.startsWith(rest)
  if (!isWhole && !(isLast && rest.startsWith(word))) return nothing
  const to = Math.min(word.length, rest.length)
  const begun = isWhole ? [] : [{ rest: rest.slice(to), came: came + to }]
  return { from: 0, to: came + to < SHORTEST_FORM ? 0 : to, begun }
}

/** A word that begins within a form: all of it, or as far as the form goes. */
function middle(word: string, isLast: boolean, form: string): Piece {
  if (word.length < SHORTEST_MIDDLE || !form.includes(word.slice(0, SHORTEST_MIDDLE))) return nothing
  const at = form.indexOf(word)
  const rest = form.slice(at + word.length)
  if (at >= 0) return { from: 0, to: word.length, begun: isLast && rest !== '' ? [{ rest, came: word.length }] : [] }
  for (let length = Math.min(word.length, form.length); length >= SHORTEST_MIDDLE; length -= 1)
    if (word.startsWith(form.slice(-length))) return { from: 0, to: length, begun: [] }
  return nothing
}

/** A form that begins at the end of a line's last word. */
function beginning(word: string, form: string): Piece {
  for (let came = Math.min(word.length, form.length - 1); came > 0; came -= 1) {
    if (!word.endsWith(form.slice(0, came))) continue
    const from = came < SHORTEST_BEGINNING ? word.length : word.length - came
    return { from, to: word.length, begun: [{ rest: form.slice(came), came }] }
  }
  return nothing
}

/** The word without its pieces: those of one line overlap or touch its ends. */
function withoutPieces(word: string, pieces: readonly Piece[]): string {
  const hidden = pieces.filter(({ from, to }) => from < to)
  if (hidden.length === 0) return word
  const head = Math.max(0, ...hidden.filter(({ from }) => from === 0).map(({ to }) => to))
  const tail = Math.min(word.length, ...hidden.filter(({ to }) => to === word.length).map(({ from }) => from))
  if (head >= tail) return SECRET_MASK
  return `${head > 0 ? SECRET_MASK : ''}${word.slice(head, tail)}${tail < word.length ? SECRET_MASK : ''}`
}

/** Hides forms of base64 that are broken over lines, as `base64` breaks them after 76 letters. Lines come one by one. */
export function createPieceHider(forms: readonly string[]): {
  readonly hide: (line: string) => string
  /** The same for a line that is not whole yet: what comes after it is not affected. */
  readonly look: (line: string) => string
} {
  let begun: readonly Begun[] = []
  const read = (line: string): { readonly text: string; readonly begun: readonly Begun[] } => {
    const next: Begun[] = []
    const end = line.search(/[\w+/-][^\w+/-]*$/) + 1
    const text = line.replace(/[\w+/-]+/g, (word, at: number) => {
      const isLast = at + word.length === end
      const pieces = [
        ...begun.map((each) => continued(word, isLast, each)),
        ...forms.flatMap((form) => [middle(word, isLast, form), ...(isLast ? [beginning(word, form)] : [])]),
      ]
      next.push(...pieces.flatMap((piece) => piece.begun))
      return withoutPieces(word, pieces)
    })
    return { text, begun: next }
  }
  return {
    hide: (line) => {
      if (forms.length === 0) return line
      const found = read(line)
      begun = found.begun
      return found.text
    },
    look: (line) => (forms.length === 0 ? line : read(line).text),
  }
}
