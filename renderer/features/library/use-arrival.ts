import { type RefObject, useEffect, useRef } from 'react'
import { elementAt, jumpTo } from '../../ui/find-place.ts'
import { linkLeftIn } from '../../ui/left-link.ts'
import { arriveAt } from '../../ui/open-dialog.ts'
import { onLeaving, placeLeftHere } from './left-places.ts'
import { placeIn, scrollBack } from './reading-place.ts'

/**
 * Brings whoever comes to a document to its place in it, and the focus with them: if they come back to the link that they followed or else to where they
 * read, else to the anchor, else to the title. `text` is the whole file's, `view` what is rendered of it, `box` what scrolls.
 */
export function useArrival(
  box: RefObject<HTMLElement | null>,
  view: RefObject<HTMLElement | null>,
  { text, anchor }: { readonly text: string; readonly anchor: string | null },
): void {
  const textNow = useRef(text)
  textNow.current = text
  useEffect(
    () =>
      onLeaving(() =>
        box.current === null || view.current === null ? null : placeIn(box.current, view.current, textNow.current),
      ),
    [box, view],
  )
  useEffect(() => {
    if (box.current === null || view.current === null) return
    const left = placeLeftHere()
    const back = left === undefined ? undefined : scrollBack(box.current, view.current, textNow.current, left)
    const target = left === undefined && anchor !== null ? elementAt(view.current, anchor) : undefined
    if (target !== undefined) jumpTo(target)
    else arriveAt(linkLeftIn(view.current) ?? back ?? box.current.querySelector('h1'), { preventScroll: true })
  }, [box, view, anchor])
}
