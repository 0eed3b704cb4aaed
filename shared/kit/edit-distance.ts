/**
 * How many letters must be put in, taken out or changed to turn one word into another; null when that is more than `most` (Levenshtein, 1966).
 * Counted in UTF-16 units, as MiniSearch counts, so that a scan forgives exactly what the index forgives.
 */
export function editDistance(one: string, other: string, most: number): number | null {
  const width = other.length
  if (Math.abs(one.length - width) > most) return null
  const tooMany = most + 1
  // One row of the table, in place: what is further from the diagonal than `most` costs more than that, and is not looked at.
  const costs: number[] = []
  for (let column = 0; column <= width; column += 1) costs.push(column)
  for (let row = 1; row <= one.length; row += 1) {
    const letter = one.charCodeAt(row - 1)
    const from = Math.max(1, row - most)
    const to = Math.min(width, row + most)
    let corner = costs[from - 1] ?? 0
    let left = from === 1 ? row : tooMany
    costs[from - 1] = left
    let least = left
    for (let column = from; column <= to; column += 1) {
      const above = column === row + most ? tooMany : (costs[column] ?? tooMany)
      const changed = other.charCodeAt(column - 1) === letter ? corner : corner + 1
      left = Math.min(changed, above + 1, left + 1)
      corner = above
      costs[column] = left
      if (left < least) least = left
    }
    if (least > most) return null
  }
  const distance = costs[width] ?? 0
  return distance <= most ? distance : null
}
