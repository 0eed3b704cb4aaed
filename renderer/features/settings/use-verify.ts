import { useEffect, useRef, useState } from 'react'
import { useDeskStore } from '../../state/store-context.tsx'
import { type Verified, verdictOf, verifyAll } from './verify-run.ts'

/** Where verifying stands. `of` is how many journals it looks at. */
export type Verifying = { readonly isRunning: boolean; readonly of: number; readonly results: readonly Verified[] }

/** Verifies every journal, one after the other; leaving the screen ends it, and so does `stop`. */
export function useVerify() {
  const store = useDeskStore()
  const [verifying, setVerifying] = useState<Verifying | null>(null)
  const run = useRef(0)
  useEffect(
    () => () => {
      run.current += 1
    },
    [],
  )
  const start = async (): Promise<void> => {
    run.current += 1
    const mine = run.current
    const { summaries } = store.getState()
    const results: Verified[] = []
    setVerifying({ isRunning: true, of: summaries.length, results })
    await verifyAll(
      store.client,
      summaries,
      (verified) => {
        results.push(verified)
        setVerifying({ isRunning: true, of: summaries.length, results: [...results] })
      },
      () => run.current === mine,
    )
    if (run.current !== mine) return
    setVerifying({ isRunning: false, of: summaries.length, results })
    store.announce(verdictOf(results))
  }
  const stop = (): void => {
    run.current += 1
    setVerifying((before) => (before === null ? null : { ...before, isRunning: false }))
  }
  return { verifying, start, stop }
}
