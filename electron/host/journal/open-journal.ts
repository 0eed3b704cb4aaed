import type { Integrity } from '../../../shared/contract/incident-summary.ts'
import type { FactDraft } from '../../../shared/incident/facts/fact-catalog.ts'
import { damageAt } from '../../../shared/journal/damage.ts'
import { judgeAnchor, type LogPosition } from '../../../shared/journal/judge-anchor.ts'
import type { Anchor } from './anchor.ts'
import type { BatchTools } from './build-batch.ts'
import { type Appended, createCommitQueue } from './commit-queue.ts'
import type { Disk } from './disk.ts'
import { ChangedUnderneath, type DurableFile } from './durable-file.ts'
import { type AppendFailure, isReadOnly } from './journal-failure.ts'
import { createJournalReader, type JournalReader } from './journal-reader.ts'
import type { LineIndex } from './line-index.ts'
import { type ScanProgress, scanLog } from './scan-log.ts'

/** How the head is brought up after an append: written soon (the default) or flushed now, at each lifecycle change (J6). */
export type AppendOptions = { readonly anchor?: 'write' | 'fsync'; readonly cache?: unknown }

type OnProgress = ((progress: ScanProgress) => void) | undefined

/** One incident's log, open. */
export type OpenJournal = JournalReader & {
  readonly incident: string
  readonly integrity: () => Integrity
  readonly readOnly: () => boolean
  /** The end of what is acknowledged and intact. */
  readonly head: () => LogPosition
  /** One write and one flush, both done when it returns (J4). */
  readonly append: (drafts: readonly FactDraft[], options?: AppendOptions) => Appended
  /** As `append`, shared with all that is queued in the same turn of the event loop: for bursts (P3). */
  readonly appendQueued: (drafts: readonly FactDraft[], options?: AppendOptions) => Promise<Appended>
  /** Writes the head, with the host's cache for exactly this head. */
  readonly anchor: (cache?: unknown, fsync?: boolean) => void
  /** Writes a head that is still due, so that whoever reads it finds the newest. */
  readonly settleAnchor: () => void
  /** Checks every record again, in slices; damage turns the journal read-only. */
  readonly verify: (onProgress?: OnProgress) => Promise<Integrity>
  /** Writes what waits, flushes the head and lets go of the file. */
  readonly close: () => void
}

/** What the store found out before it opened the journal. */
export type JournalParts = {
  readonly disk: Disk
  readonly path: string
  readonly tools: BatchTools
  readonly end: LogPosition
  readonly index: LineIndex
  readonly anchor: Anchor
  readonly file: DurableFile
  readonly found: Integrity
  /** Why this process may not write, or null. */
  readonly refusal: string | null
  readonly onClose: () => void
}

/** Why a journal with these findings is open for reading only, or null. */
function refusalOf(found: Integrity): string | null {
  switch (found.kind) {
    case 'damaged':
      return `this log is open for reading only. ${found.message}`
    case 'tailMissing':
      return `this log is open for reading only. ${found.message}`
    default:
      return null
  }
}

/** Puts the parts of one journal together: the reader, the commit queue, the anchor and what is known of its integrity. */
export function createOpenJournal(parts: JournalParts): OpenJournal {
  const { disk, path, tools, anchor, file, index } = parts
  let end = parts.end
  let found = parts.found
  let closed = false

  const reader = createJournalReader(
    disk,
    path,
    () => index,
    () => end,
  )

  function refusal(): AppendFailure | null {
    const why = closed ? 'this incident was closed in the meantime.' : (parts.refusal ?? refusalOf(found))
    return why === null ? null : isReadOnly(why)
  }

  const queue = createCommitQueue({
    tools,
    file: () => file,
    end: () => end,
    refusal,
    committed: (batches, newEnd) => {
      for (const batch of batches) for (const endsAt of batch.lineEnds) index.push(endsAt)
      end = newEnd
    },
    failed: (error) => {
      if (error instanceof ChangedUnderneath) found = { kind: 'damaged', ...damageAt(end.seq, 'J6/anchor') }
    },
  })

  function integrity(): Integrity {
    return 'anchoredSeq' in found && found.kind !== 'tailMissing'
      ? { ...found, anchoredSeq: anchor.anchoredSeq() }
      : found
  }

  function raiseAnchor(appended: Appended, options: AppendOptions | undefined): Appended {
    if (!appended.ok || appended.value.length === 0) return appended
    if (options?.anchor === 'fsync') anchor.now(end, true, options.cache)
    else anchor.later(end, options?.cache)
    return appended
  }

  /** The log must still reach what this process acknowledged, so its own end is the anchor to hold it against. */
  async function verify(onProgress?: OnProgress): Promise<Integrity> {
    queue.settle()
    const expected = end
    const judged = await judgeFile(expected, onProgress)
    if (refusalOf(judged) !== null || found.kind === 'unchecked') found = judged
    return integrity()
  }

  async function judgeFile(expected: LogPosition, onProgress: OnProgress): Promise<Integrity> {
    const { incident, sha256 } = tools
    const range = { disk, path, bytes: expected.bytes, anchorSeq: expected.seq }
    const scan = await scanLog({ ...range, incident, sha256, ...(onProgress && { onProgress }) })
    const judged = judgeAnchor(scan, expected)
    if (refusalOf(judged) !== null) end = scan.last
    return judged
  }

  return {
    ...reader,
    incident: tools.incident,
    integrity,
    readOnly: () => refusal() !== null,
    head: () => end,
    append: (drafts, options) => raiseAnchor(queue.now(drafts), options),
    appendQueued: (drafts, options) => queue.queued(drafts).then((appended) => raiseAnchor(appended, options)),
    anchor: (cache, fsync) => {
      if (refusal() !== null) return
      if (fsync) anchor.now(end, true, cache)
      else anchor.later(end, cache)
    },
    settleAnchor: () => anchor.settle(false),
    verify,
    close: () => {
      if (closed) return
      queue.settle()
      anchor.settle(true)
      file.close()
      closed = true
      parts.onClose()
    },
  }
}
