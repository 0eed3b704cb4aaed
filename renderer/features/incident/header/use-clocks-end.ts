import { type RefObject, useEffect } from 'react'

/**
 * Tells the style sheet where the clocks end, so that dialogs and the palette open below them, and how high the words
 * before them are, so that on a low screen those scroll away and the clocks stay.
 */
export function useClocksEnd(header: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = header.current
    if (element === null) return
    const { style } = document.documentElement
    const tell = (): void => {
      style.setProperty('--clocks-end', `${element.getBoundingClientRect().bottom}px`)
      const words = element.firstElementChild?.getBoundingClientRect().height ?? 0
      element.style.setProperty('--words-height', `${words}px`)
    }
    const observer = new ResizeObserver(tell)
    observer.observe(element)
    observer.observe(document.body)
    return () => {
      observer.disconnect()
      style.removeProperty('--clocks-end')
    }
  }, [header])
}
