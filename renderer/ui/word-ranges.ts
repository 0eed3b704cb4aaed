import { marksIn } from '../../shared/library/mark-terms.ts'

/** The product's own buttons stand among the text and are no part of it. */
const isProse = (node: Node): number =>
  node.parentElement?.closest('button') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT

/** Where the words that were searched for stand in a rendered text, cut as the index cuts them; in the order of the text. */
export function wordRanges(view: Element, terms: readonly string[]): readonly Range[] {
  const wanted = new Set(terms)
  if (wanted.size === 0) return []
  const texts = document.createTreeWalker(view, NodeFilter.SHOW_TEXT, isProse)
  const ranges: Range[] = []
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    for (const { from, to } of marksIn(node.textContent ?? '', wanted)) {
      const range = document.createRange()
      range.setStart(node, from)
      range.setEnd(node, to)
      ranges.push(range)
    }
  }
  return ranges
}
