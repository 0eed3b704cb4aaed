import type { MessageBoxOptions, MessageBoxReturnValue, WebContents } from 'electron'

type CrashRecoveryOptions = {
  readonly ask: (options: MessageBoxOptions) => Promise<MessageBoxReturnValue>
  readonly quit: () => void
  /** Milliseconds that never go backwards. */
  readonly monotonicMs: () => number
  readonly log: (line: string) => void
}

const manyCrashes = 3
const shortWhileMs = 60_000
const safe = 'Nothing that was saved is lost, and the ladder goes on.'

const told: MessageBoxOptions = {
  type: 'warning',
  title: 'Nightdesk',
  message: 'The window stopped and was opened again.',
  detail: `${safe} Check the last line that you were typing.`,
  buttons: ['Go on'],
  noLink: true,
}
const asked: MessageBoxOptions = {
  type: 'error',
  title: 'Nightdesk',
  message: 'The window keeps stopping.',
  detail: `${safe} Closing other programs may help. Quitting stops the ladder until Nightdesk is started again.`,
  buttons: ['Try again', 'Quit'],
  defaultId: 0,
  cancelId: 0,
  noLink: true,
}

/**
 * Loads the page again when its process dies, and says so; a page that dies again and again is not loaded before somebody asks for
 * it. A page that wants to keep its window open cannot: Electron would do it without a word.
 */
export function createCrashRecovery({ ask, quit, monotonicMs, log }: CrashRecoveryOptions) {
  let recent: readonly number[] = []
  return (contents: Pick<WebContents, 'on' | 'reload' | 'isDestroyed'>): void => {
    const recover = async (): Promise<void> => {
      recent = [...recent, monotonicMs()].filter((atMs) => monotonicMs() - atMs < shortWhileMs)
      if (recent.length < manyCrashes) {
        contents.reload()
        await ask(told)
        return
      }
      const { response } = await ask(asked)
      if (response === 1) quit()
      else if (!contents.isDestroyed()) contents.reload()
    }
    contents.on('render-process-gone', (_event, { reason, exitCode }) => {
      if (reason === 'clean-exit') return
      log(`the window's process is gone: ${reason}, code ${exitCode}`)
      void recover()
    })
    contents.on('will-prevent-unload', (event) => event.preventDefault())
  }
}
