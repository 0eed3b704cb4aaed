import type { Inline } from './block.ts'
import { proseOfCode } from './read-inline.ts'

/** A text from a place on, counted in its words: the prose has fewer letters, for code is only a mark there. */
export function inlineFromPlace(inline: Inline, place: number): Inline {
  const { text, prose, codes } = inline
  let [from, cut] = [0, place]
  for (const code of codes) {
    const said = code.replace(/\s+/g, ' ').trim()
    const at = text.indexOf(said, from)
    if (at < 0 || at + said.length > place) break
    cut -= said.length - proseOfCode(code).length
    from = at + said.length
  }
  return { ...inline, text: text.slice(place), prose: prose.slice(cut), lead: '' }
}
