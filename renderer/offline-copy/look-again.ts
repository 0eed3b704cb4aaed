/**
 * Does something every so many milliseconds, and whenever the page is seen again: a phone that slept has run no timer. Gives what ends it.
 */
export function lookAgain(everyMs: number, look: () => void): () => void {
  const whenSeen = (): void => {
    if (document.visibilityState === 'visible') look()
  }
  const timer = setInterval(look, everyMs)
  document.addEventListener('visibilitychange', whenSeen)
  return () => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', whenSeen)
  }
}
