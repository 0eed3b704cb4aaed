import type { App } from 'electron'

type LifecycleOptions = {
  readonly app: Pick<App, 'on' | 'quit'>
  /** Puts everything on disk and lets go of the data folder. */
  readonly close: () => Promise<void>
  /** Whether to stay, unseen, once the last window is closed. */
  readonly staysWithoutWindow: () => boolean
  readonly log: (line: string) => void
}

/** How long quitting may wait for the disk. What was acknowledged is on it already; this is for what comes after. */
export const flushWithinMs = 1_000

/** Ends the program in order: a flush that may take a second, once, and then out, whatever the flush did. */
export function watchLifecycle({ app, close, staysWithoutWindow, log }: LifecycleOptions): void {
  let stage: 'running' | 'flushing' | 'flushed' = 'running'

  const leave = (): void => {
    if (stage === 'flushed') return
    stage = 'flushed'
    app.quit()
  }

  app.on('before-quit', (event) => {
    if (stage === 'flushed') return
    event.preventDefault()
    if (stage === 'flushing') return
    stage = 'flushing'
    const timer = setTimeout(() => {
      log(`the host did not close within ${flushWithinMs} ms; leaving without it`)
      leave()
    }, flushWithinMs)
    close()
      .catch((error: unknown) => log(`the host did not close in order: ${String(error)}`))
      .then(() => {
        clearTimeout(timer)
        leave()
      })
  })

  app.on('window-all-closed', () => {
    if (!staysWithoutWindow()) app.quit()
  })
}
