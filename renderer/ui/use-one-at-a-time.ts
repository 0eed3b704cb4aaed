import { useRef } from 'react'

/** Runs an action unless it is under way still: a second Enter or click before the answer saves nothing twice. */
export function useOneAtATime(): (action: () => Promise<void>) => Promise<void> {
  const isUnderWay = useRef(false)
  return async (action) => {
    if (isUnderWay.current) return
    isUnderWay.current = true
    try {
      await action()
    } finally {
      isUnderWay.current = false
    }
  }
}
