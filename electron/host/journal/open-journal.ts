import type { Integrity } from '../../../shared/contract/incident-summary.ts'
import type { FactDraft, FactRecord } from '../../../shared/incident/facts/fact-catalog.ts'
import { checkLine } from '../../../shared/journal/check-line.ts'
import { damageAt } from '../../../shared/journal/damage.ts'
import { judgeAnchor, type LogPosition } from '../../../shared/journal/judge-anchor.ts'
import { upcast } from '../../../shared/journal/upcast.ts'
import type { Anchor } from './anchor.ts'
import type { BatchTools } from './build-batch.ts'
import { type Appended, type CommitQueue, createCommitQueue } from './commit-queue.ts'
import { type Disk, withFile } from './disk.ts'
import { ChangedUnderneath, type DurableFile } from './durable-file.ts'
import { type AppendFailure, isReadOnly } from './journal-failure.ts'
import { createJournalReader, type JournalReader } from './journal-reader.ts'
import { createLineIndex, type LineIndex } from './line-index.ts'
import { readLines } from './read-lines.ts'
import { type ScanProgress, scanLog } from './scan-log.ts'

/** How the head follows an append: soon after it (the default), or flushed with it, as at each lifecycle change (J6). */
export type AppendOptions = { readonly anchor?: 'write' | 'fsync' }

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
  /**
   * Takes in what another process wrote, up to the head that vouches for it, and gives it (J9.2). Null, and nothing taken, when that does
   * not continue this log. Throws an errno exception.
   */
  readonly follow: (head: LogPosition) => readonly FactRecord[] | null
  /** Flushes the head, as at each export (J6). */
  readonly anchor: () => void
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

/** The log must still reach what this process acknowledged, so its own end is the anchor to hold it against. */
async function judgeFile(parts: JournalParts, expected: LogPosition, onProgress: OnProgress) {
  const { disk, path, tools } = parts
  const range = { disk, path, bytes: expected.bytes, anchorSeq: expected.seq }
  const whose = { incident: tools.incident, sha256: tools.sha256 }
  const index = createLineIndex(disk, 0, 0)
  const onRecord = (_record: FactRecord, endsAt: number): void => index.push(endsAt)
  const scan = await scanLog({ ...range, ...whose, onRecord, ...(onProgress && { onProgress }) })
  return { found: judgeAnchor(scan, expected), end: scan.last, index }
}

/** The lines from one place of a log to another, each checked against the one before; null when they do not lead there. */
function linesBetween({ disk, path, tools }: JournalParts, from: LogPosition, to: LogPosition) {
  return withFile(disk, path, 'r', (fd) => {
    const lines: { readonly record: FactRecord; readonly endsAt: number }[] = []
    let last: LogPosition = from
    for (const line of readLines(disk, fd, from.bytes, to.bytes)) {
      const checked = checkLine(last, line.text, tools.incident, tools.sha256)
      if (!line.whole || !checked.ok) return null
      last = { seq: checked.value.seq, hash: checked.value.hash, bytes: line.endsAt }
      lines.push({ record: checked.value, endsAt: line.endsAt })
    }
    return last.seq === to.seq && last.hash === to.hash && last.bytes === to.bytes ? lines : null
  })
}

/** What this process knows of its journal; it changes with each commit and each verification. */
type JournalState = {
  end: LogPosition
  index: LineIndex
  found: Integrity
  /** How far the head of another process was seen to vouch for the log. */
  followedSeq: number
  closed: boolean
}

function refusal(parts: JournalParts, state: JournalState): AppendFailure | null {
  const why = state.closed ? 'this incident was closed in the meantime.' : (parts.refusal ?? refusalOf(state.found))
  return why === null ? null : isReadOnly(why)
}

function commitsOf(parts: JournalParts, state: JournalState): CommitQueue {
  return createCommitQueue({
    tools: parts.tools,
    file: parts.file,
    end: () => state.end,
    refusal: () => refusal(parts, state),
    committed: (batches, end) => {
      for (const batch of batches) for (const endsAt of batch.lineEnds) state.index.push(endsAt)
      state.end = end
      parts.anchor.follow(end)
    },
    failed: (error) => {
      if (error instanceof ChangedUnderneath) state.found = { kind: 'damaged', ...damageAt(state.end.seq, 'J6/anchor') }
    },
  })
}

/** Puts the parts of one journal together: the reader, the commit queue, the anchor and what is known of its integrity. */
export function createOpenJournal(parts: JournalParts): OpenJournal {
  const { anchor, file } = parts
  const state: JournalState = { end: parts.end, index: parts.index, found: parts.found, followedSeq: 0, closed: false }
  const queue = commitsOf(parts, state)

  function integrity(): Integrity {
    const { found } = state
    const isSound = found.kind === 'intact' || found.kind === 'tornTailMovedAside'
    return isSound ? { ...found, anchoredSeq: Math.max(anchor.anchoredSeq(), state.followedSeq) } : found
  }

  function flushAnchor(appended: Appended, options: AppendOptions | undefined): Appended {
    if (appended.ok && appended.value.length > 0 && options?.anchor === 'fsync') anchor.flush(state.end)
    return appended
  }

  async function verify(onProgress?: OnProgress): Promise<Integrity> {
    queue.settle()
    const judged = await judgeFile(parts, state.end, onProgress)
    if (refusalOf(judged.found) !== null) Object.assign(state, judged)
    else if (state.found.kind === 'unchecked') state.found = judged.found
    return integrity()
  }

  function follow(head: LogPosition): readonly FactRecord[] | null {
    const lines = linesBetween(parts, state.end, head)
    if (lines === null) return null
    for (const { endsAt } of lines) state.index.push(endsAt)
    Object.assign(state, { end: { seq: head.seq, hash: head.hash, bytes: head.bytes }, followedSeq: head.seq })
    return lines.map(({ record }) => upcast(record))
  }

  function close(): void {
    if (state.closed) return
    queue.settle()
    anchor.close()
    file.close()
    state.closed = true
    parts.onClose()
  }

  return {
    ...createJournalReader(parts.disk, parts.path, { index: () => state.index, end: () => state.end }),
    incident: parts.tools.incident,
    integrity,
    readOnly: () => refusal(parts, state) !== null,
    head: () => state.end,
    append: (drafts, options) => flushAnchor(queue.now(drafts), options),
    appendQueued: (drafts, options) => queue.queued(drafts).then((appended) => flushAnchor(appended, options)),
    follow,
    anchor: () => {
      if (refusal(parts, state) === null) anchor.flush(state.end)
    },
    verify,
    close,
  }
}
