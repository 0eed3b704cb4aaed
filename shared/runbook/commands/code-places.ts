import { rememberedOf } from '../../kit/remembered.ts'
import type { Inline } from '../text/block.ts'

/** More pieces of code in a paragraph than a person puts side by side. */
export const MOST_CODES = 30

/** Where each piece of code stands in its text; of many pieces each behind the one before, so that the text is read once. */
const placesOf = rememberedOf(({ text, codes }: Inline): ReadonlyMap<string, number> => {
  const places = new Map<string, number>()
  let from = 0
  for (const code of codes) {
    if (places.has(code)) continue
    const at = text.indexOf(code, codes.length < MOST_CODES ? 0 : from)
    places.set(code, at)
    if (at >= 0) from = at + code.length
  }
  return places
})

/** Where a piece of code stands in its text; -1 where it does not. */
export const placeOf = (inline: Inline, code: string): number => placesOf(inline).get(code) ?? inline.text.indexOf(code)

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
