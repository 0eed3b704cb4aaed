import { mkdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { createLibraryIndex, type LibraryIndex } from '../../shared/library/library-index.ts'
import type { IndexJson } from '../../shared/library/ranked-index.ts'
import { SEARCH_VERSION } from '../../shared/library/search-options.ts'
import type { IndexReply, IndexRequest, IndexThreadData } from './index-messages.ts'
import { putFile } from './put-file.ts'

type Kept = {
  readonly version: number
  readonly keys: readonly (readonly [id: string, key: string])[]
  readonly index: IndexJson
}

/** The index is tidied and written this long after the last change: a burst of notes is written once. */
const TIDY_AFTER_MS = 3_000

function readKept({ file, afresh }: IndexThreadData): {
  readonly index: LibraryIndex
  readonly keys: Map<string, string>
} {
  try {
    const kept = afresh ? null : (JSON.parse(readFileSync(file, 'utf8')) as Kept)
    if (kept?.version === SEARCH_VERSION) return { index: createLibraryIndex(kept.index), keys: new Map(kept.keys) }
  } catch {
    // Not there, or not whole: it is derived from what lies elsewhere, and is made anew.
  }
  return { index: createLibraryIndex(), keys: new Map() }
}

/**
 * Holds the index in a thread of its own, so that neither building nor searching ever delays the alarm or a note. What fails here ends
 * the thread: an index that broke off in the middle of a change is not to be believed, and the host starts another.
 */
function serveIndex(port: NonNullable<typeof parentPort>, data: IndexThreadData): void {
  const { file, writable } = data
  const { index, keys } = readKept(data)
  const say = (reply: IndexReply): void => port.postMessage(reply)
  let timer: NodeJS.Timeout | null = null

  const save = (): void => {
    timer = null
    if (!writable) return
    try {
      mkdirSync(dirname(file), { recursive: true })
      const kept: Kept = { version: SEARCH_VERSION, keys: [...keys], index: index.toJson() }
      putFile(file, JSON.stringify(kept))
    } catch {
      // A cache that could not be written costs the next start some time, and nothing else.
    }
  }
  const tidy = (settling: Generator<void>, afterMs: number): void => {
    timer = setTimeout(() => {
      if (settling.next().done) save()
      else tidy(settling, 0)
    }, afterMs)
  }
  const changed = (): void => {
    if (timer !== null) clearTimeout(timer)
    tidy(index.settling(), TIDY_AFTER_MS)
  }

  port.on('message', (request: IndexRequest) => {
    switch (request.type) {
      case 'update':
        for (const { key, entry } of request.put) {
          index.put(entry)
          keys.set(entry.id, key)
        }
        for (const id of request.remove) {
          index.remove(id)
          keys.delete(id)
        }
        say({ type: 'updated', count: request.put.length + request.remove.length })
        changed()
        break
      case 'search':
        say({
          type: 'found',
          ticket: request.ticket,
          findings: index.search(request.query, request.filter, request.places),
        })
        break
      case 'close':
        if (timer !== null) {
          clearTimeout(timer)
          save()
        }
        port.close()
        break
    }
  })
  say({ type: 'opened', held: [...keys] })
}

if (parentPort !== null) serveIndex(parentPort, workerData as IndexThreadData)
