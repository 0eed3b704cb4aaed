import { reasonOf } from '../../shared/kit/reason-of.ts'
import { type IndexThread, startIndexThread } from './index-thread.ts'

/** Where the index is kept, and how long to wait before each new start of a thread that ended by itself. */
export type KeeperOptions = {
  readonly file: string
  readonly writable: boolean
  readonly log: (line: string) => void
  readonly pausesMs?: readonly number[]
}

/** The index thread for as long as the host lives: one that ends by itself is started again, a few times. */
export type IndexKeeper = {
  /** The thread that is running; null between two, and when there will be none. */
  readonly thread: () => IndexThread | null
  /** False once it was started again as often as it is worth. */
  readonly isWorthWaiting: () => boolean
  /** Calls back when a new thread runs, which knows nothing of what the one before was told. */
  readonly onRestart: (listener: () => void) => void
  readonly close: () => Promise<void>
}

/** What made a thread end once may be over at once, or after a while; three times is no accident. */
const PAUSES_MS = [500, 5_000, 60_000]
/** A thread that lived this long had overcome what the one before it died of. */
const HEALTHY_AFTER_MS = 10 * 60_000

/**
 * Starts the index thread and keeps it. One that is started again passes over the index on the disk, because that may be what the one
 * before died of; everything in it lies elsewhere.
 */
export function keepIndexThread({ file, writable, log, pausesMs = PAUSES_MS }: KeeperOptions): IndexKeeper {
  const listeners: (() => void)[] = []
  let thread: IndexThread | null = null
  let failures = 0
  let isWorthWaiting = true
  let isClosed = false
  let timer: NodeJS.Timeout | null = null

  const failed = (why: string): void => {
    thread = null
    const pauseMs = pausesMs[failures]
    failures += 1
    isWorthWaiting = pauseMs !== undefined
    const next = isWorthWaiting ? 'it is started again' : 'it is not started again before the console is'
    log(`library: the search index stopped (${why}); ${next}. Everything is found meanwhile, slower.`)
    if (pauseMs === undefined) return
    timer = setTimeout(() => {
      start(true)
      if (thread !== null) for (const listener of listeners) listener()
    }, pauseMs)
    timer.unref()
  }
  const start = (afresh: boolean): void => {
    if (isClosed) return
    const startedMs = performance.now()
    try {
      const started = startIndexThread({ file, writable, afresh })
      thread = started
      void started.ended.then((why) => {
        if (why === null || isClosed) return
        if (performance.now() - startedMs > HEALTHY_AFTER_MS) failures = 0
        failed(why)
      })
    } catch (error) {
      failed(reasonOf(error))
    }
  }
  start(false)

  return {
    thread: () => thread,
    isWorthWaiting: () => isWorthWaiting,
    onRestart: (listener) => listeners.push(listener),
    close: async () => {
      isClosed = true
      if (timer !== null) clearTimeout(timer)
      await thread?.close()
      thread = null
    },
  }
}
