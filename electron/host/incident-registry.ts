import { type IncidentSummary, type Integrity, isDamaged } from '../../shared/contract/incident-summary.ts'
import type { Reply } from '../../shared/contract/refusal.ts'
import { reasonOf } from '../../shared/kit/reason-of.ts'
import { followWriter } from './follow-writer.ts'
import type { IncidentSession } from './incident-session.ts'
import { createIncidentSessions, type IncidentSessions, type SessionsOptions } from './incident-sessions.ts'
import { isClosing } from './journal/journal-failure.ts'
import { UnreadableLine } from './journal/journal-reader.ts'
import type { OpenJournal } from './journal/open-journal.ts'
import { refuseOpening } from './refuse.ts'
import { createVerifyQueue } from './verify-queue.ts'

/** Every incident of the data folder: a summary of each, and a session of those that are open in this host. */
export type IncidentRegistry = {
  readonly list: () => readonly IncidentSummary[]
  /** Sessions that may have something due, a rung or a promised update: the alarm looks at these. */
  readonly running: () => readonly IncidentSession[]
  readonly session: (incident: string) => Promise<Reply<IncidentSession>>
  /** Calls for every session that is open now and for each that is opened later. */
  readonly eachSession: (see: (session: IncidentSession) => void) => void
  readonly add: (journal: OpenJournal) => Reply<IncidentSession>
  /** Reads from an incident's log; one that is found damaged by that is verified first, and then gives its intact prefix (J5). */
  readonly reading: <T>(incident: string, read: (session: IncidentSession) => T) => Promise<Reply<T>>
  /** Checks an incident's whole chain, as is done in the background for each that was opened on trust (J6.1); what is found is told. */
  readonly verify: (incident: string) => Promise<Reply<Integrity>>
  /** Takes in what the Nightdesk that holds the folder wrote since the last time (J9.2). */
  readonly follow: () => Promise<void>
  readonly close: () => void
}

export type RegistryOptions = Omit<SessionsOptions, 'openedOnTrust'> & {
  readonly hearSummary: (summary: IncidentSummary) => void
  readonly log: (line: string) => void
}

const isOver = (summary: IncidentSummary): boolean =>
  summary.lifecycle === 'resolved' || summary.lifecycle === 'reviewed' || summary.lifecycle === 'closed'

/** Summaries from the cache where it still fits; the rest, and all that is not over, is opened. One that cannot be is logged. */
async function openAll({ store, cache, log }: RegistryOptions, { session, summaries }: IncidentSessions) {
  for (const incident of store.incidents()) {
    const head = store.readHead(incident)
    const cached = head === null ? null : cache.summary(incident, head)
    if (cached !== null) summaries.set(incident, { ...cached, integrity: { kind: 'unchecked' } })
    if (cached !== null && isOver(cached)) continue
    try {
      const opened = await session(incident)
      if (!opened.ok) log(`${incident}: ${opened.error.message}`)
    } catch (error) {
      log(`${incident}: it could not be opened: ${reasonOf(error)}`)
    }
  }
}

/** Reads what is there: summaries from the cache where it still fits, the rest from the journals. */
export async function openRegistry(options: RegistryOptions): Promise<IncidentRegistry> {
  const { log, hearSummary } = options
  const closing = new AbortController()
  const { signal } = closing

  const verify = async (incident: string): Promise<Reply<Integrity>> => {
    const opened = await sessions.session(incident)
    if (!opened.ok) return opened
    const { journal, settle, summary } = opened.value
    const integrity = await journal.verify(() => signal.throwIfAborted())
    if (signal.aborted) return refuseOpening(isClosing)
    if (isDamaged(integrity)) log(`${incident}: the log is open for reading only, up to record ${journal.head().seq}.`)
    if (!settle()) sessions.drop(incident)
    sessions.remember(opened.value)
    hearSummary(summary())
    return { ok: true, value: integrity }
  }
  const queue = createVerifyQueue(verify, signal, log)
  const sessions = createIncidentSessions({ ...options, openedOnTrust: queue.put })
  await openAll(options, sessions)

  return {
    list: () => [...sessions.summaries.values()],
    running: () => [...sessions.open.values()].filter((each) => each.state().ladder.context.resolvedAt === null),
    session: sessions.session,
    eachSession: sessions.eachSession,
    add: sessions.add,
    reading: async (incident, read) => {
      const opened = await sessions.session(incident)
      if (!opened.ok) return opened
      try {
        return { ok: true, value: read(opened.value) }
      } catch (error) {
        if (!(error instanceof UnreadableLine)) throw error
      }
      await verify(incident)
      const intact = await sessions.session(incident)
      return intact.ok ? { ok: true, value: read(intact.value) } : intact
    },
    verify,
    follow: followWriter({ ...options, sessions, closing: signal }),
    close: () => {
      closing.abort()
      sessions.close()
    },
  }
}
