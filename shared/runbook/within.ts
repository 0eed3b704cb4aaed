type Range = { readonly line: number; readonly endLine: number }

/** Those of the places, in the order of their lines, that begin within a range, found without looking at each: a file may hold thousands of both. */
export function within<Place extends { readonly line: number }>(
  places: readonly Place[],
  range: Range,
): readonly Place[] {
  const from = firstAfter(places, range.line - 1)
  let end = from
  while ((places[end]?.line ?? Number.POSITIVE_INFINITY) <= range.endLine) end += 1
  return places.slice(from, end)
}

/** The first of the places, in the order of their lines, that begins behind a line; their number when none does. */
export function firstAfter(places: readonly { readonly line: number }[], line: number): number {
  let from = 0
  for (let to = places.length; from < to; ) {
    const middle = (from + to) >> 1
    if ((places[middle]?.line ?? 0) <= line) from = middle + 1
    else to = middle
  }
  return from
}
