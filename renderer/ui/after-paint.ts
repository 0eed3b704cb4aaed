import { startTransition, useEffect, useState } from 'react'

/** Runs something once the browser has painted what was rendered last; the returned function calls it off. */
export function afterPaint(run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(run)
  })
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
}

/**
 * A value as it was until the answer to a key or click is painted, then as it is.
 * `useDeferredValue` may start before that paint, and then the answer waits for it.
 */
export function useAfterPaint<T>(value: T, initial: T = value): T {
  const [late, setLate] = useState<{ readonly value: T }>({ value: initial })
  useEffect(() => {
    if (Object.is(late.value, value)) return
    return afterPaint(() => startTransition(() => setLate({ value })))
  }, [late, value])
  return late.value
}

/** The first of many items at once, for as many as a screen has room for, and the others a slice after each paint. */
export function useGrowing<T>(items: readonly T[], first: number, slice: number): readonly T[] {
  const [grown, setGrown] = useState({ items, count: first })
  const count = grown.items === items ? grown.count : first
  const isWhole = count >= items.length
  useEffect(() => {
    if (isWhole) return
    return afterPaint(() => startTransition(() => setGrown({ items, count: count + slice })))
  }, [items, count, slice, isWhole])
  return isWhole ? items : items.slice(0, count)
}

/** Runs one thing after another while nobody waits for anything; the returned function calls off the rest. */
export function whenIdle(runs: readonly (() => void)[]): () => void {
  const [run, ...others] = runs
  if (run === undefined) return () => undefined
  let callOff: () => void
  const next = (): void => {
    run()
    callOff = whenIdle(others)
  }
  if ('requestIdleCallback' in window) {
    const handle = requestIdleCallback(next)
    callOff = () => cancelIdleCallback(handle)
  } else {
    callOff = afterPaint(next)
  }
  return () => callOff()
}
