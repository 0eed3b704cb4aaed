import { rememberedOf } from '../../kit/remembered.ts'
import { CODE_MARK } from '../languages/code-mark.ts'
import type { Inline } from '../text/block.ts'

/** More pieces of code in a paragraph than a person puts side by side. */
export const MOST_CODES = 30

/** Where each piece of code stands in its text, and no word like it: "run the app ... `app` holds all"; -1 where it does not. */
export const placesOf = rememberedOf(({ text, prose, codes }: Inline): readonly number[] => {
  let mark = -1
  let longer = 0
  let from = 0
  return codes.map((code) => {
    mark = prose.indexOf(CODE_MARK, mark + 1)
    const isThere = mark >= 0 && text.startsWith(code, mark + longer)
    const at = isThere ? mark + longer : text.indexOf(code, from)
    longer += code.length - 1
    if (at >= 0) from = at + code.length
    return at
  })
})

/** Where a piece of code stands first in its text; -1 where it does not. */
export const placeOf = (inline: Inline, code: string): number =>
  placesOf(inline)[inline.codes.indexOf(code)] ?? inline.text.indexOf(code)

/** "`git fetch` or `git clone`": where the first of the pieces of code begins that the words put side by side. */
export function beginOfChoice(text: string, codes: readonly string[], at: number): number {
  let begin = at
  for (const other of [...codes].reverse()) {
    if (JOINS.some((join) => text.slice(0, begin).endsWith(`${other}${join}`)))
      begin = text.lastIndexOf(other, begin - 1)
  }
  return begin
}

const JOINS = [' or ', ', or ', ' and ', ', ', ' / ', ' then ', ', then ', ' and then ']
