import type { FactDraft, FactRecord } from '../../../shared/incident/facts/fact-catalog.ts'
import type { LogPosition } from '../../../shared/journal/judge-anchor.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { type Batch, type BatchTools, buildBatch } from './build-batch.ts'
import type { DurableFile } from './durable-file.ts'
import { type AppendFailure, notSaved } from './journal-failure.ts'

/** What an append answers: the records as they stand on disk, or why none of them does. */
export type Appended = Result<readonly FactRecord[], AppendFailure>

/** Turns drafts into durable records, one batch or many with one flush. */
export type CommitQueue = {
  /** Durable before it returns. What was queued earlier goes first, in the same write. */
  readonly now: (drafts: readonly FactDraft[]) => Appended
  /** Durable before it resolves; all that is queued in one turn of the event loop shares one write and one flush. */
  readonly queued: (drafts: readonly FactDraft[]) => Promise<Appended>
  /** Writes what still waits. */
  readonly settle: () => void
}

type Waiting = { readonly drafts: readonly FactDraft[]; readonly answer: (appended: Appended) => void }

/** Where the commits go. */
export type CommitTarget = {
  readonly tools: BatchTools
  readonly file: DurableFile
  readonly end: () => LogPosition
  /** Why nothing may be written, or null. */
  readonly refusal: () => AppendFailure | null
  readonly committed: (batches: readonly Batch[], end: LogPosition) => void
  readonly failed: (error: unknown) => void
}

/** Batches are checked one by one, so a bad one is refused alone; the good ones become durable together or not at all. */
export function createCommitQueue(target: CommitTarget): CommitQueue {
  let waiting: Waiting[] = []
  let timer: NodeJS.Immediate | null = null

  function settle(): void {
    if (timer !== null) clearImmediate(timer)
    timer = null
    const due = waiting
    waiting = []
    if (due.length > 0) commit(due)
  }

  function commit(due: readonly Waiting[]): void {
    const refusal = target.refusal()
    let end = target.end()
    const built = due.map(({ drafts }): Result<Batch, AppendFailure> => {
      const batch = refusal === null ? buildBatch(end, drafts, target.tools) : fail(refusal)
      if (batch.ok) end = batch.value.end
      return batch
    })
    const batches = built.flatMap((batch) => (batch.ok ? [batch.value] : []))
    const failure = write(batches, end)
    for (const [position, { answer }] of due.entries()) {
      const batch = built[position]
      if (batch === undefined || !batch.ok) answer(batch ?? ok([]))
      else answer(failure === null ? ok(batch.value.records) : fail(failure))
    }
  }

  function write(batches: readonly Batch[], end: LogPosition): AppendFailure | null {
    if (end.seq === target.end().seq) return null
    const [only, ...others] = batches
    const bytes = others.length === 0 && only ? only.bytes : Buffer.concat(batches.map((batch) => batch.bytes))
    const written = target.file.append(bytes)
    if (!written.ok) {
      target.failed(written.error)
      return notSaved(written.error)
    }
    target.committed(batches, end)
    return null
  }

  function now(drafts: readonly FactDraft[]): Appended {
    let appended: Appended = ok([])
    waiting.push({
      drafts,
      answer: (answer) => {
        appended = answer
      },
    })
    settle()
    return appended
  }

  function queued(drafts: readonly FactDraft[]): Promise<Appended> {
    return new Promise((answer) => {
      waiting.push({ drafts, answer })
      timer ??= setImmediate(settle)
    })
  }

  return { now, queued, settle }
}
