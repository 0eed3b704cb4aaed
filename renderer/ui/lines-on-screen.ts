import { blockOfLine } from './block-of-line.ts'

/** A line of a file as it is rendered: its number, from 1, and its top edge in CSS px from the top of the window. */
export type LineOnScreen = { readonly line: number; readonly top: number }

/** The first line of code that a block holds; null when it is no code. The line that opens a fence is not rendered. */
function firstLineOfCode(block: HTMLElement): number | null {
  const line = Number(block.dataset.line)
  if (block.tagName === 'CODE') return line + 1
  return block.tagName === 'PRE' ? line : null
}

const textOfCode = (block: HTMLElement): Text | null =>
  document.createTreeWalker(block, NodeFilter.SHOW_TEXT).nextNode() as Text | null

/** The top edges of the lines of a block of code, which has no elements for them. */
function linesOfCode(block: HTMLElement, firstLine: number): readonly LineOnScreen[] {
  const text = textOfCode(block)
  if (text === null) return []
  const range = document.createRange()
  let from = 0
  return text.data.split('\n').flatMap((words, index) => {
    range.setStart(text, from)
    range.setEnd(text, Math.min(text.length, from + 1))
    from += words.length + 1
    const top = range.getClientRects()[0]?.top
    return top === undefined ? [] : [{ line: firstLine + index, top }]
  })
}

/** The lines of a rendered text that begin within a box, from its top down; of code each line, of prose each block. */
export function linesWithin(box: Element, view: Element): readonly LineOnScreen[] {
  const { top, bottom } = box.getBoundingClientRect()
  return [...view.querySelectorAll<HTMLElement>('[data-line]')].flatMap((block) => {
    const edges = block.getBoundingClientRect()
    if (edges.bottom < top || edges.top > bottom) return []
    const firstLine = firstLineOfCode(block)
    const lines =
      firstLine === null ? [{ line: Number(block.dataset.line), top: edges.top }] : linesOfCode(block, firstLine)
    return lines.filter((each) => each.top >= top && each.top < bottom)
  })
}

/** The top edge of a line in a rendered text, in CSS px from the top of the window; of prose that of the block that holds it. */
export function topOfLine(view: Element, line: number): number | undefined {
  const block = blockOfLine(view, line)
  if (block === undefined) return undefined
  const firstLine = firstLineOfCode(block)
  const within = firstLine === null ? [] : linesOfCode(block, firstLine)
  return within.find((each) => each.line === line)?.top ?? block.getBoundingClientRect().top
}
