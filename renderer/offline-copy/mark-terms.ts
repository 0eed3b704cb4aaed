import { element } from './element.ts'

const escapePattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** A text with the terms that were found in it marked. */
export function markTerms(text: string, terms: readonly string[]): readonly (Node | string)[] {
  if (terms.length === 0) return [text]
  const longestFirst = terms.toSorted((one, other) => other.length - one.length).map(escapePattern)
  return text
    .split(new RegExp(`(${longestFirst.join('|')})`, 'gi'))
    .map((piece, index) => (index % 2 === 1 ? element('mark', {}, piece) : piece))
}
