/** A stretch of a text: `to` is excluded. */
export type Stretch = { readonly from: number; readonly to: number }

/** Every place where one of the shapes stands in a text; `isMeant` may refuse what was found at a place. */
export const stretchesOf = (
  text: string,
  shapes: readonly RegExp[],
  isMeant: (found: string, at: number) => boolean = () => true,
): Stretch[] =>
  shapes.flatMap((shape) =>
    [...text.matchAll(shape)]
      .filter(({ 0: found, index }) => isMeant(found, index))
      .map(({ 0: found, index }) => ({ from: index, to: index + found.length })),
  )

/** The text with each stretch replaced, those that touch or overlap once; and how many places that were. */
export function replaceStretches(text: string, stretches: readonly Stretch[], words: string) {
  const pieces: string[] = []
  let at = 0
  let count = 0
  for (const { from, to } of stretches.toSorted((one, other) => one.from - other.from || other.to - one.to)) {
    if (from < at || (count > 0 && from === at)) {
      at = Math.max(at, to)
      continue
    }
    pieces.push(text.slice(at, from), words)
    at = to
    count += 1
  }
  return { text: pieces.join('') + text.slice(at), count }
}
