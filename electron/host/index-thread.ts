import { Worker } from 'node:worker_threads'
import { reasonOf } from '../../shared/kit/reason-of.ts'
import type { Findings } from '../../shared/library/library-index.ts'
import type { SearchFilter } from '../../shared/library/search-filter.ts'
import type { Places } from '../../shared/library/share-out.ts'
import type { IndexReply, IndexRequest, IndexThreadData, KeyedEntry } from './index-messages.ts'
import { indexWorkerScript } from './index-worker-script.ts'

/** The index in its own thread, as the host talks to it. */
export type IndexThread = {
  /** What the kept index holds already: ids with their keys. Null when the thread could not be started. */
  readonly held: () => Promise<ReadonlyMap<string, string> | null>
  readonly update: (put: readonly KeyedEntry[], remove: readonly string[]) => void
  /** How many entries were sent and are not in the index yet; infinitely many when the thread is gone. */
  readonly waiting: () => number
  /** Null when the thread is gone: whoever asks must look for themselves. */
  readonly search: (query: string, filter: SearchFilter, places: Places) => Promise<Findings | null>
  /** Why the thread ended, once it has; null when it was asked to. */
  readonly ended: Promise<string | null>
  /** Ends a thread that was not told everything, as if it had ended by itself. */
  readonly abandon: (why: string) => void
  readonly close: () => Promise<void>
}

/** A thread that does not end by itself within this is ended. */
const CLOSE_WITHIN_MS = 3_000

/** A promise with the function that fulfils it. */
function once<T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => undefined
  const promise = new Promise<T>((fulfil) => {
    resolve = fulfil
  })
  return { promise, resolve }
}

/** Starts the thread. Whoever waits for an answer when it ends gets null. */
export function startIndexThread(data: IndexThreadData): IndexThread {
  const worker = new Worker(indexWorkerScript, {
    workerData: data,
    eval: typeof indexWorkerScript === 'string',
    name: 'library index',
  })
  const asked = new Map<number, (findings: Findings | null) => void>()
  const opened = once<ReadonlyMap<string, string> | null>()
  const ended = once<string | null>()
  let state: 'running' | 'closing' | 'gone' = 'running'
  let waiting = 0
  let lastTicket = 0

  const post = (request: IndexRequest): void => {
    if (state === 'running') worker.postMessage(request)
  }
  const gone = (why: string): void => {
    ended.resolve(state === 'running' ? why : null)
    state = 'gone'
    opened.resolve(null)
    for (const answer of asked.values()) answer(null)
    asked.clear()
  }
  worker.on('message', (reply: IndexReply) => {
    if (reply.type === 'opened') opened.resolve(new Map(reply.held))
    else if (reply.type === 'updated') waiting -= reply.count
    else {
      asked.get(reply.ticket)?.(reply.findings)
      asked.delete(reply.ticket)
      if (asked.size === 0) worker.unref()
    }
  })
  worker.on('error', (error) => gone(reasonOf(error)))
  worker.on('exit', (code) => gone(`exit code ${code}`))
  worker.unref()

  return {
    held: () => opened.promise,
    update: (put, remove) => {
      if (state !== 'running' || put.length + remove.length === 0) return
      waiting += put.length + remove.length
      post({ type: 'update', put, remove })
    },
    waiting: () => (state === 'running' ? waiting : Number.POSITIVE_INFINITY),
    search: (query, filter, places) => {
      if (state !== 'running') return Promise.resolve(null)
      lastTicket += 1
      const ticket = lastTicket
      // A process with nothing else to do must not end before the answer; while nobody asks, the thread keeps nothing alive.
      worker.ref()
      return new Promise((resolve) => {
        asked.set(ticket, resolve)
        post({ type: 'search', ticket, query, filter, places })
      })
    },
    ended: ended.promise,
    abandon: (why) => {
      gone(why)
      void worker.terminate()
    },
    close: async () => {
      if (state !== 'running') return
      worker.ref()
      post({ type: 'close' })
      state = 'closing'
      const timer = setTimeout(() => void worker.terminate(), CLOSE_WITHIN_MS)
      await ended.promise
      clearTimeout(timer)
    },
  }
}
