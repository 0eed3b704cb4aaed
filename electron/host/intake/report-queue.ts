import type { InboxRecord } from '../../../shared/alerts/inbox-record.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import type { AppendFailure } from '../journal/journal-failure.ts'

/** Requests that may wait for the disk at once. */
const MOST_WAITING = 5_000

type Kept = Result<void, AppendFailure>
type Waiting = { readonly records: readonly InboxRecord[]; readonly answer: (kept: Kept) => void }

const tooFast: AppendFailure = {
  code: 'notSaved',
  message: 'Not saved: more alerts are coming in than the disk takes.',
  hint: 'The sender tries again.',
}

/** Gathers what comes in one turn of the event loop, so that a burst shares one write and one flush. */
export type ReportQueue = {
  readonly add: (records: readonly InboxRecord[]) => Promise<Kept>
  /** Writes what still waits. */
  readonly settle: () => void
}

/** Makes the queue; `commit` is durable when it returns. */
export function createReportQueue(commit: (records: readonly InboxRecord[]) => Kept): ReportQueue {
  let waiting: Waiting[] = []
  let timer: NodeJS.Immediate | null = null

  function settle(): void {
    if (timer !== null) clearImmediate(timer)
    timer = null
    const due = waiting
    waiting = []
    const records = due.flatMap((each) => each.records)
    const kept = records.length === 0 ? ok(undefined) : commit(records)
    for (const { answer } of due) answer(kept)
  }

  return {
    add: (records) => {
      if (waiting.length >= MOST_WAITING) return Promise.resolve(fail(tooFast))
      return new Promise((answer) => {
        waiting.push({ records, answer })
        timer ??= setImmediate(settle)
      })
    },
    settle,
  }
}
