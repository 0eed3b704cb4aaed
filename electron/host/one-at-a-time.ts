/**
 * Makes a job run one at a time. Whoever asks while it runs gets the run after it, which knows all that was there when they asked; everybody
 * who waits gets the same run. A run that fails fails for those who asked for it, and for nobody after them.
 */
export function oneAtATime(job: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> = Promise.resolve()
  let next: Promise<void> | null = null
  return () => {
    if (next !== null) return next
    const asked = running.then(() => {
      next = null
      return job()
    })
    next = asked
    running = asked.catch(() => undefined)
    return asked
  }
}
