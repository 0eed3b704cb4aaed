import { useRef, useState } from 'react'

/** Whether an action is under way, and what begins one: asked again meanwhile, as by a second Enter, it begins none. */
export function useOneAtATime(): readonly [boolean, (act: () => Promise<void>) => Promise<void>] {
  const underWay = useRef(false)
  const [isUnderWay, setUnderWay] = useState(false)
  const begin = async (act: () => Promise<void>): Promise<void> => {
    if (underWay.current) return
    underWay.current = true
    setUnderWay(true)
    try {
      await act()
    } finally {
      underWay.current = false
      setUnderWay(false)
    }
  }
  return [isUnderWay, begin]
}
