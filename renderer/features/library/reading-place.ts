import { blockInFocus, blockOfLine } from '../../ui/block-of-line.ts'
import { linesWithin, topOfLine } from '../../ui/lines-on-screen.ts'

/** A line of a file, from 1, and what it says, by which it is found when the text has changed. */
type KnownLine = { readonly line: number; readonly words: string }

/** Where somebody read: how far it was scrolled, the lines that were in sight, each with its top edge from that of the box, and what had the focus. All CSS px. */
export type ReadingPlace = {
  readonly y: number
  readonly lines: readonly (KnownLine & { readonly top: number })[]
  /** The line of the block that had the focus, and which of its links. */
  readonly focused: (KnownLine & { readonly link: number }) | null
}

/** So much of a line tells it from others, and no more is kept. */
const LONGEST = 120

const wordsIn = (text: string): readonly string[] => text.split('\n').map((line) => line.trim().slice(0, LONGEST))

const linksIn = (block: Element): readonly HTMLElement[] => [...block.querySelectorAll<HTMLElement>('a[href]')]

/** The place in a document that scrolls in `box`; of what it shows, `view` is rendered from `text`. */
export function placeIn(box: Element, view: Element, text: string): ReadingPlace {
  const words = wordsIn(text)
  const edge = box.getBoundingClientRect().top
  const known = (line: number): KnownLine => ({ line, words: words[line - 1] ?? '' })
  const block = blockInFocus(view)
  return {
    y: box.scrollTop,
    lines: linesWithin(box, view).map(({ line, top }) => ({ ...known(line), top: top - edge })),
    focused:
      block === null
        ? null
        : {
            ...known(Number(block.dataset.line)),
            link: linksIn(block).findIndex((link) => link.matches(':focus')),
          },
  }
}

/** The lines that say the same, the nearest first. */
function linesLike({ line, words }: KnownLine, now: readonly string[]): readonly number[] {
  if (words === '') return []
  const alike = now.flatMap((each, index) => (each === words ? [index + 1] : []))
  return alike.toSorted((one, other) => Math.abs(one - line) - Math.abs(other - line))
}

const lineNow = (known: KnownLine, now: readonly string[]): number => linesLike(known, now)[0] ?? known.line

/** Scrolls back to a place, also where the text has changed since, and gives what is to have the focus there; undefined at the very top. */
export function scrollBack(
  box: Element,
  view: Element,
  text: string,
  { y, lines, focused }: ReadingPlace,
): HTMLElement | undefined {
  const now = wordsIn(text)
  box.scrollTop = y
  const isAtTop = y < 1
  // What stands there once cannot be taken for another line.
  const kept = isAtTop ? undefined : (lines.find((each) => linesLike(each, now).length === 1) ?? lines[0])
  const top = kept === undefined ? undefined : topOfLine(view, lineNow(kept, now))
  if (kept !== undefined && top !== undefined) box.scrollTop += top - box.getBoundingClientRect().top - kept.top
  const known = focused ?? kept
  const block = known === undefined ? undefined : blockOfLine(view, lineNow(known, now))
  if (block === undefined) return undefined
  const link = focused === null ? undefined : linksIn(block)[focused.link]
  if (link !== undefined) return link
  const element = block.closest<HTMLElement>('pre') ?? block
  element.tabIndex = -1
  return element
}
