import { createContext, useContext } from 'react'
import { flushSync } from 'react-dom'
import type { PartName } from './part-tabs.tsx'

/** How a part of the screen is brought to the front, which in a small window may stand behind the other. */
export const ShowPart = createContext<(part: PartName) => void>(() => undefined)

/** Brings a part to the front before this returns, so that what is in it can have the focus. */
export function useShowPart(): (part: PartName) => void {
  const show = useContext(ShowPart)
  return (part) => flushSync(() => show(part))
}
