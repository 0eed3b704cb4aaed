import { availableParallelism } from 'node:os'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { reasonOf } from '../../../shared/kit/reason-of.ts'
import { readingWorkerScript } from './reading-worker-script.ts'
import {
  type FileText,
  longestFirst,
  type ReadFile,
  type ReadFiles,
  readFile,
  readNext,
  type SharedWork,
  sharedWork,
} from './shared-work.ts'

/** On four cores a fourth made it slower: the others' compiling and collecting needs one. */
const MOST_THREADS = 3
/** A thread takes about as long to get going as to read so many files. */
const FILES_OF_A_THREAD = 100

/** How the files are read; tests choose the threads, and what runs in them. */
export type ReadingOptions = {
  /** Hears why a thread ended before its time. */
  readonly say: (line: string) => void
  /** This one among them. */
  readonly threads?: number
  readonly script?: URL
}

/** How many threads so many files are worth. */
export function threadsFor(files: number): number {
  return Math.max(1, Math.min(MOST_THREADS, availableParallelism(), Math.ceil(files / FILES_OF_A_THREAD)))
}

/**
 * Reads files as runbooks, in their order. Many files are read by several threads, of which this is one; what a thread took and did not read, because it could
 * not start or died, is read by this one, so that the answer is always that of one thread.
 */
export async function readRunbooks(files: readonly FileText[], options: ReadingOptions): Promise<readonly ReadFile[]> {
  const { say, threads = threadsFor(files.length), script = readingWorkerScript } = options
  const turns = longestFirst(files)
  const work = sharedWork(turns.flatMap((place) => files[place] ?? []))
  const read = new Map<number | undefined, ReadFile>()
  const keep = ({ from, files: own }: ReadFiles): void =>
    own.forEach((file, index) => void read.set(turns[from + index], file))
  const others = Array.from({ length: threads - 1 }, () => readInThread(work, script, keep, say))
  for (let own = readNext(work); own; own = readNext(work)) {
    keep(own)
    await nextTurn()
  }
  await Promise.all(others)
  return files.map((file, index) => read.get(index) ?? readFile(file))
}

/** Resolves when the thread has ended, however it ended. */
function readInThread(
  workerData: SharedWork,
  script: URL,
  keep: (read: ReadFiles) => void,
  say: (line: string) => void,
): Promise<void> {
  const failed = (why: string): void => say(`A reading thread ended (${why}); its files are read without it, slower.`)
  return new Promise((resolve) => {
    try {
      const worker = new Worker(script, { workerData, name: 'reading' })
      worker.on('message', keep)
      let isSaid = false
      worker.on('error', (error) => {
        isSaid = true
        failed(reasonOf(error))
      })
      worker.on('exit', (code) => {
        if (code !== 0 && !isSaid) failed(`exit code ${code}`)
        resolve()
      })
    } catch (error) {
      failed(reasonOf(error))
      resolve()
    }
  })
}
