import { Component, type RefObject } from 'react'
import { type MovedLine, movedLines } from '../../shared/runbook/moved-line.ts'
import { blockInFocus, blockOfLine } from './block-of-line.ts'
import { type LineOnScreen, linesWithin, topOfLine } from './lines-on-screen.ts'

type Props = {
  /** What scrolls. */
  readonly box: RefObject<Element | null>
  /** What of it is rendered Markdown, its blocks carrying their lines. */
  readonly view: RefObject<Element | null>
  /** The file's text, whole. */
  readonly text: string
}

/** What was on the screen before the text changed; `focused` is the line that had the focus. */
type Place = { readonly lines: readonly LineOnScreen[]; readonly focused: number | null }

function focusedLine(view: Element): number | null {
  const block = blockInFocus(view)
  return block === null ? null : Number(block.dataset.line)
}

function giveFocusBack(view: Element, { line }: MovedLine): void {
  const block = blockOfLine(view, line)
  if (block === undefined || view.contains(document.activeElement)) return
  block.tabIndex = -1
  block.focus({ preventScroll: true })
}

/**
 * Keeps the line that is read where it is on the screen when the text of a file changes under the eyes, and the focus on its block. Who is at the very top
 * stays there, to see what was put there. Shows nothing itself. A class, since only a class is asked before the page changes.
 */
export class KeptLine extends Component<Props> {
  override getSnapshotBeforeUpdate(before: Props): Place | null {
    const [box, view] = [this.props.box.current, this.props.view.current]
    if (before.text === this.props.text || box === null || view === null) return null
    return { lines: box.scrollTop < 1 ? [] : linesWithin(box, view), focused: focusedLine(view) }
  }

  override componentDidUpdate(before: Props, _: unknown, place: Place | null): void {
    const [box, view] = [this.props.box.current, this.props.view.current]
    if (place === null || box === null || view === null) return
    const moved = movedLines(before.text, this.props.text)
    if (place.focused !== null) giveFocusBack(view, moved(place.focused))
    const kept = place.lines.find(({ line }) => moved(line).isSame) ?? place.lines[0]
    if (kept === undefined) return
    box.scrollTop += (topOfLine(view, moved(kept.line).line) ?? kept.top) - kept.top
  }

  override render(): null {
    return null
  }
}
