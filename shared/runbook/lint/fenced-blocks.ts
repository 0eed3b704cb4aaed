import { FenceReader } from '../text/fences.ts'

/** A fenced block by the indices of its lines, the fences among them; one that is never closed goes to the end of the page. */
export type FencedBlock = { readonly first: number; readonly last: number; readonly isClosed: boolean }

/** The fenced blocks of a page from a line on (an index), in order. One in a quote ends with the quote. */
export function fencedBlocks(lines: readonly string[], from: number): readonly FencedBlock[] {
  const found: FencedBlock[] = []
  const fences = new FenceReader()
  let first: number | undefined
  const close = (last: number, isClosed: boolean): void => {
    if (first !== undefined) found.push({ first, last, isClosed })
    first = undefined
  }
  for (let index = from; index < lines.length; index += 1) {
    const place = fences.read(lines[index] ?? '')
    if (place === 'begins' || place === 'outside') close(index - 1, true)
    if (place === 'begins') first = index
    if (place === 'ends') close(index, true)
  }
  close(lines.length - 1, false)
  return found
}
