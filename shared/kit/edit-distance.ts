/**
 * How many letters must be put in, taken out or changed to turn one word into another; null when that is more than `most` (Levenshtein, 1966).
 * Counted in UTF-16 units, as MiniSearch counts, so that a scan forgives exactly what the index forgives.
 */
export function editDistance(one: string, other: string, most: number): number | null {
  if (Math.abs(one.length - other.length) > most) return null
  let above = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let row = 1; row <= one.length; row += 1) {
    const line = [row]
    let least = row
    for (let column = 1; column <= other.length; column += 1) {
      const change = one.charCodeAt(row - 1) === other.charCodeAt(column - 1) ? 0 : 1
      const cost = Math.min((above[column - 1] ?? 0) + change, (above[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1)
      line.push(cost)
      least = Math.min(least, cost)
    }
    if (least > most) return null
    above = line
  }
  const distance = above[other.length] ?? 0
  return distance <= most ? distance : null
}
