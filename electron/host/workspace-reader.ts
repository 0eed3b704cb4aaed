import { setImmediate as nextTurn } from 'node:timers/promises'
import { readFound, readFoundLater } from './workspace-files.ts'
import type { EditedFile, Shelf } from './workspace-shelf.ts'

/** What is read before the window opens: more than any small team has, less than a person notices. Bytes of Markdown. */
const AT_ONCE_BYTES = 256_000

/** What is read at once while people are at work: an edit by hand or a few, not a pull of hundreds. Bytes of Markdown. */
const AT_ONCE_LATER_BYTES = 64_000

/** The longest stretch of reading between two turns of the event loop. Milliseconds; a frame of the screen lasts 16. */
const SLICE_MS = 10

/** So many files are asked of the disk at a time. */
const TOGETHER = 32

/** How often what has been read so far is shown while the rest is being read. Milliseconds. */
const SHOW_EVERY_MS = 500

/** Reads edited files onto the shelf: the first few at once, the rest in slices that let clicks and deadlines through. */
export type WorkspaceReader = {
  /** Compares and reads; true when something changed at once. What is left is read later, and `shown` called as it comes. */
  readonly read: () => boolean
  /** Whether files are still being read. */
  readonly isReading: () => boolean
  readonly stop: () => void
}

/** Makes a reader; `shown` is called when more stands on the shelf than before, at the latest when all does. */
export function createWorkspaceReader(shelf: Shelf, shown: () => void): WorkspaceReader {
  let round = 0
  let reading = false

  const readLater = async (files: readonly EditedFile[], ofRound: number): Promise<void> => {
    let shownAt = performance.now()
    let sliceAt = shownAt
    let unseen = false
    for (let from = 0; from < files.length; from += TOGETHER) {
      const some = files.slice(from, from + TOGETHER)
      const texts = await Promise.all(some.map(readFoundLater))
      for (const [index, text] of texts.entries()) {
        if (performance.now() - sliceAt > SLICE_MS) {
          await nextTurn()
          sliceAt = performance.now()
        }
        if (ofRound !== round) return
        const edited = some[index]
        if (edited) shelf.take(edited, text)
        unseen = true
      }
      if (performance.now() - shownAt > SHOW_EVERY_MS) {
        shown()
        shownAt = performance.now()
        unseen = false
      }
    }
    reading = false
    if (unseen) shown()
  }

  return {
    read: () => {
      round += 1
      const { edited, gone } = shelf.compare()
      const atOnce = round === 1 ? AT_ONCE_BYTES : AT_ONCE_LATER_BYTES
      let bytes = 0
      const later = edited.filter((each) => {
        bytes += each.bytes
        if (bytes > atOnce && bytes > each.bytes) return true
        shelf.take(each, readFound(each))
        return false
      })
      reading = later.length > 0
      if (reading) void readLater(later, round)
      return gone || later.length < edited.length
    },
    isReading: () => reading,
    stop: () => {
      round += 1
      reading = false
    },
  }
}
