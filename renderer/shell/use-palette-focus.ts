import { useRef, useState } from 'react'
import { arriveAt } from '../ui/open-dialog.ts'

/**
 * Whether the palette is open, and what has the focus after it: where what was chosen put it, else what had it before, at once, for whoever types on must
 * not press keys of the screen. The library gives it back a moment later, and takes it from a field that what was chosen led to.
 */
export function usePaletteFocus() {
  const [isOpen, setOpen] = useState(false)
  const before = useRef<HTMLElement | null>(null)
  const onSpotlightOpen = (): void => {
    before.current = document.activeElement instanceof HTMLElement ? document.activeElement : null
    setOpen(true)
  }
  const onSpotlightClose = (): void => {
    if (document.activeElement === document.body) arriveAt(before.current, { preventScroll: true })
    setOpen(false)
  }
  return { isOpen, props: { returnFocus: false, onSpotlightOpen, onSpotlightClose } }
}
