import { type RefObject, useCallback, useEffect, useRef } from 'react'
import { isDialogOpen } from './open-dialog.ts'

const isInDialog = (element: Element): boolean => element.closest('[role=dialog]') !== null

const isOnPage = (): boolean => document.activeElement === document.body

/** The first that stands in a part, those named first before all others. */
function firstOf(part: HTMLElement | null, selectors: readonly string[]): HTMLElement | null {
  for (const selector of selectors) {
    const found = part?.querySelector<HTMLElement>(selector)
    if (found) return found
  }
  return null
}

/** What a part says of a dialog that it opens. */
export type DialogFocus = {
  /** It opens, from wherever: the palette, from which it may be asked for, cannot be gone back to. */
  readonly hold: () => void
  /** It was answered: not to the button of a row that led to it, but to what `selector` finds in that row. */
  readonly moveInRow: (selector: string) => void
}

/**
 * Lets the focus go on within a part of the screen when what had it there is taken away: at once, or when the dialog closes that
 * was opened from there. It goes back to what had it, else to the first of `next` (selectors, the best first), and waits while none
 * of them stands there yet. Who clicks beside everything, or moves the focus elsewhere, is left alone.
 */
export function useFocusGoesOn(part: RefObject<HTMLElement | null>, next: readonly string[]): DialogFocus {
  const isOurs = useRef(false)
  const holder = useRef<HTMLElement | null>(null)
  const dialog = useRef<'none' | 'awaited' | 'entered'>('none')
  useEffect(() => {
    let isPressed = false
    let soon = -1
    const take = (target: HTMLElement): void => {
      dialog.current = isInDialog(target) ? 'entered' : 'none'
      if (dialog.current === 'entered') return
      isOurs.current = part.current?.contains(target) === true
      holder.current = target
    }
    const follow = ({ target }: FocusEvent): void => {
      if (target instanceof HTMLElement) take(target)
    }
    // What was rendered with the part may have taken the focus before this listens.
    if (document.activeElement instanceof HTMLElement && !isOnPage()) take(document.activeElement)
    const letGo = (): void => {
      isOurs.current = false
      holder.current = null
    }
    const press = (): void => {
      isPressed = true
      if (isOnPage() && !isDialogOpen()) letGo()
    }
    const release = (): void => {
      isPressed = false
      if (isOnPage() && !isDialogOpen() && holder.current?.isConnected === true) letGo()
    }
    const isLost = (): boolean =>
      isOurs.current && !isPressed && dialog.current !== 'awaited' && isOnPage() && !isDialogOpen()
    const goOn = (): void => {
      if (!isLost()) return
      if (holder.current?.isConnected !== true) firstOf(part.current, next)?.focus()
      else if (dialog.current === 'entered') holder.current.focus({ preventScroll: true })
    }
    const observer = new MutationObserver(() => {
      if (!isLost()) return
      // Not at once: the key that took it away would still press what gets the focus now.
      window.clearTimeout(soon)
      soon = window.setTimeout(goOn)
    })
    observer.observe(document.body, { childList: true, subtree: true })
    document.addEventListener('focusin', follow)
    document.addEventListener('pointerdown', press, true)
    document.addEventListener('pointerup', release, true)
    document.addEventListener('pointercancel', release, true)
    return () => {
      observer.disconnect()
      window.clearTimeout(soon)
      document.removeEventListener('focusin', follow)
      document.removeEventListener('pointerdown', press, true)
      document.removeEventListener('pointerup', release, true)
      document.removeEventListener('pointercancel', release, true)
    }
  }, [part, next])
  const hold = useCallback(() => {
    isOurs.current = true
    dialog.current = 'awaited'
    // A field is gone back to; the screen itself, which has the focus where nothing else does, is no place.
    if (holder.current !== null && holder.current.tabIndex < 0) holder.current = null
  }, [])
  const moveInRow = useCallback(
    (selector: string) => {
      const found = holder.current?.closest('li')?.querySelector<HTMLElement>(selector)
      if (found && part.current?.contains(found)) holder.current = found
    },
    [part],
  )
  return { hold, moveInRow }
}
