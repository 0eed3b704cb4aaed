import { type RefObject, useEffect } from 'react'

const rowsIn = (list: Element): readonly HTMLElement[] => [...list.querySelectorAll<HTMLElement>('[data-row]')]

/** Puts the focus on the first row of a list, when there is one. */
export const focusFirstRow = (list: Element | null): void => (list === null ? undefined : rowsIn(list)[0]?.focus())

/** The place that a key leads to from a place among `count` rows; -1 is above the first, null is no move. */
export function rowAfterKey(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, count - 1)
    case 'ArrowUp':
      return at - 1
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}

/** Arrow keys move between the rows of a list, links and "show more", which Tab reaches as well; up from the first one leads back above. */
export function useRowKeys(list: RefObject<HTMLElement | null>, above: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const rows = list.current === null ? [] : rowsIn(list.current)
      const at = event.target instanceof HTMLElement ? rows.indexOf(event.target) : -1
      const next = at < 0 ? null : rowAfterKey(event.key, at, rows.length)
      if (next === null) return
      event.preventDefault()
      if (next < 0) above.current?.focus()
      else rows[next]?.focus()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [list, above])
}
