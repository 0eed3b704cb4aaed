import { type IncidentSummary, isDamaged } from '../../shared/contract/incident-summary.ts'
import { reasonOf } from '../../shared/kit/reason-of.ts'
import type { IncidentSessions } from './incident-sessions.ts'
import type { JournalStore } from './journal/journal-store.ts'

/** What following needs, and who is told of an incident that is new or was opened anew. */
export type FollowOptions = {
  readonly store: JournalStore
  readonly sessions: IncidentSessions
  readonly hearSummary: (summary: IncidentSummary) => void
  readonly closing: AbortSignal
  readonly log: (line: string) => void
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Makes the way in which a host that only reads takes in what the one that writes has added: by looking at every head (J9.2). */
export function followWriter({ store, sessions, hearSummary, closing, log }: FollowOptions): () => Promise<void> {
  /** An incident that this host does not hold yet, or not as it is on the disk. */
  const openAnew = async (incident: string): Promise<void> => {
    sessions.drop(incident)
    const opened = await sessions.session(incident)
    if (opened.ok) hearSummary(opened.value.summary())
  }

  const followOne = async (incident: string): Promise<void> => {
    const head = store.readHead(incident)
    if (head === null) return
    const known = sessions.open.get(incident)
    if (known === undefined) {
      if (sessions.summaries.get(incident)?.seq !== head.seq) await openAnew(incident)
      return
    }
    if (head.seq <= known.journal.head().seq || isDamaged(known.journal.integrity())) return
    if (!known.follow(head)) await openAnew(incident)
  }

  const follow = async (): Promise<void> => {
    for (const incident of store.incidents()) {
      if (closing.aborted) return
      await followOne(incident).catch((error) => log(`${incident}: it could not be followed: ${reasonOf(error)}`))
      await nextTurn()
    }
  }

  // Whoever asks while a look is under way gets one of their own after it: what that one has passed may have changed since.
  let last: Promise<void> = Promise.resolve()
  return () => {
    last = last.then(follow)
    return last
  }
}
