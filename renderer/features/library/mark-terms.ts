/** A stretch of a text, and whether it is what was searched for. */
export type Stretch = { readonly text: string; readonly isMatch: boolean }

/** What the index cuts words at. */
const EDGE = String.raw`[^\p{L}\p{M}\p{N}]`

const escaped = (term: string): string => term.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)

/** Finds whole words that are one of the terms, in any case; null when there are no terms. */
export function termPattern(terms: readonly string[]): RegExp | null {
  const words = [...new Set(terms.filter((term) => term !== ''))].toSorted((a, b) => b.length - a.length)
  if (words.length === 0) return null
  return new RegExp(`(?<=^|${EDGE})(?:${words.map(escaped).join('|')})(?=$|${EDGE})`, 'giu')
}

/** Cuts a text into what matched and what did not; put together again it is the same text. */
export function markTerms(text: string, terms: readonly string[]): readonly Stretch[] {
  const pattern = termPattern(terms)
  if (pattern === null) return [{ text, isMatch: false }]
  const stretches: Stretch[] = []
  let from = 0
  for (const match of text.matchAll(pattern)) {
    if (match.index > from) stretches.push({ text: text.slice(from, match.index), isMatch: false })
    stretches.push({ text: match[0], isMatch: true })
    from = match.index + match[0].length
  }
  if (from < text.length || stretches.length === 0) stretches.push({ text: text.slice(from), isMatch: false })
  return stretches
}
