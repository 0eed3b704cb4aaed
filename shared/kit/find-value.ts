import { wholeBase64Forms } from './base64-forms.ts'
import { LONGEST_PIECE, SECRET_MASK, SHORTEST_HIDDEN, waysToWrite } from './hide-values.ts'
import { lettersPattern } from './written-forms.ts'

/** What may stand between two pieces of a value: a line that is broken there, a change of colour. */
const GAP = '[^]{0,80}?'

type Find = (text: string) => boolean

/** Looks for pieces that follow each other. */
function createRowFinder([first = '', ...others]: readonly string[]): Find {
  const begin = new RegExp(first, 'gu')
  const rest = others.map((piece) => new RegExp(`${GAP}${piece}`, 'uy'))
  const goesOn = (text: string, from: number): boolean => {
    let at = from
    return rest.every((piece) => {
      piece.lastIndex = at
      const isThere = piece.test(text)
      at = piece.lastIndex
      return isThere
    })
  }
  return (text) => {
    for (const found of text.matchAll(begin)) if (goesOn(text, found.index + found[0].length)) return true
    return false
  }
}

const anyOf = (letters: readonly string[]): string => {
  const ways = letters.map(lettersPattern).join('|')
  return letters.length === 1 ? ways : `(?:${ways})`
}

function rowOf(form: readonly (readonly string[])[]): string[] {
  const count = Math.ceil(form.length / LONGEST_PIECE)
  const piece = (at: number): string =>
    form
      .slice(at * LONGEST_PIECE, (at + 1) * LONGEST_PIECE)
      .map(anyOf)
      .join('')
  return Array.from({ length: count }, (_, at) => piece(at))
}

/** A mask stands for any value. */
const canBeFound = (value: string): boolean => value.length >= SHORTEST_HIDDEN && value !== SECRET_MASK

/**
 * Makes what tells whether a text holds a value in base64, whole: hiding leaves nothing of it, so a piece is hidden too, but a piece does not say which
 * value it is of.
 */
export function createBase64Finder(value: string): Find {
  const known = value.trim().toWellFormed()
  const rows = canBeFound(known) ? wholeBase64Forms(known).map(rowOf).map(createRowFinder) : []
  return (text) => rows.some((isIn) => isIn(text))
}

/** Makes what tells whether a text holds a value, whole, in one of the ways in which `createValueHider` hides it. A shorter one than those that are hidden stands nowhere. */
export function createValueFinder(value: string): Find {
  const known = value.trim().toWellFormed()
  const rows = canBeFound(known) ? waysToWrite(known).map(createRowFinder) : []
  const isInBase64 = createBase64Finder(known)
  return (text) => rows.some((isIn) => isIn(text)) || isInBase64(text)
}
