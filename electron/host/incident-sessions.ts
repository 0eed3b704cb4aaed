import type { IncidentSummary } from '../../shared/contract/incident-summary.ts'
import type { Reply } from '../../shared/contract/refusal.ts'
import { foldIncident } from '../../shared/incident/incident-state.ts'
import { createIncidentSession, type IncidentSession, type SessionNews } from './incident-session.ts'
import type { AppendFailure } from './journal/journal-failure.ts'
import { UnreadableLine } from './journal/journal-reader.ts'
import type { JournalStore } from './journal/journal-store.ts'
import type { OpenJournal } from './journal/open-journal.ts'
import { refuse, refuseOpening } from './refuse.ts'
import type { StateCache } from './state-cache.ts'

/** The sessions that are open in this host, and the summaries of these and of all others that are known. */
export type IncidentSessions = {
  readonly open: ReadonlyMap<string, IncidentSession>
  readonly summaries: Map<string, IncidentSummary>
  /** The session of an incident; opened when it is not. */
  readonly session: (incident: string) => Promise<Reply<IncidentSession>>
  readonly add: (journal: OpenJournal) => Reply<IncidentSession>
  /** Keeps the summary of a session as it is now. */
  readonly remember: (session: IncidentSession) => void
  /** Closes a session; its summary is kept. */
  readonly drop: (incident: string) => void
  readonly eachSession: (see: (session: IncidentSession) => void) => void
  /** Keeps the folded states and closes all. */
  readonly close: () => void
}

/** What sessions need, and who is told of them. */
export type SessionsOptions = {
  readonly store: JournalStore
  readonly cache: StateCache
  readonly hear: (news: SessionNews) => void
  readonly hearFailure: (incident: string, failure: AppendFailure) => void
  /** Called with each incident that was opened on the word of head and tail (J6.1). */
  readonly openedOnTrust: (incident: string) => void
}

/** A state is cached after this many facts too, so that a host that was killed need not fold a long log again. */
const CACHE_EVERY = 500

/** Folds an open journal, from the cache as far as that goes. */
function stateOf(journal: OpenJournal, cache: StateCache) {
  const cached = cache.state(journal.incident, journal.head())
  if (cached === null || journal.read(cached.seq, 1)[0]?.hash !== cached.hash) {
    return foldIncident(null, journal.records())
  }
  return cached.seq === journal.head().seq
    ? cached
    : foldIncident(cached, journal.read(cached.seq + 1, journal.head().seq - cached.seq))
}

function nothingToShow(journal: OpenJournal): Reply<never> {
  const integrity = journal.integrity()
  journal.close()
  const why = 'message' in integrity ? integrity.message : 'It does not begin with a declaration.'
  const message = `Nothing of the journal of ${journal.incident} can be shown. ${why}`
  return refuse('notFound', message, 'The file is untouched. Look at it with: nightdesk verify')
}

/** Starts with no session. */
export function createIncidentSessions(options: SessionsOptions): IncidentSessions {
  const { store, cache } = options
  const open = new Map<string, IncidentSession>()
  const opening = new Map<string, Promise<Reply<IncidentSession>>>()
  const summaries = new Map<string, IncidentSummary>()
  let see = (_: IncidentSession): void => undefined

  const remember = (session: IncidentSession): void => {
    summaries.set(session.incident, session.summary())
    cache.rememberSummary(session.summary(), session.journal.head())
  }

  const add = (journal: OpenJournal): Reply<IncidentSession> => {
    const state = stateOf(journal, cache)
    if (state === null) return nothingToShow(journal)
    const hear = (news: SessionNews): void => {
      remember(news.session)
      if (news.session.state().seq % CACHE_EVERY === 0) cache.rememberState(news.session.state(), journal.head())
      options.hear(news)
    }
    const session = createIncidentSession(journal, state, hear, options.hearFailure)
    open.set(journal.incident, session)
    remember(session)
    see(session)
    return { ok: true, value: session }
  }

  /** Adds what was opened on trust. One that cannot be folded is verified at once, and its intact prefix is added (J5). */
  const addTrusted = async (journal: OpenJournal): Promise<Reply<IncidentSession>> => {
    try {
      return add(journal)
    } catch (error) {
      if (!(error instanceof UnreadableLine)) throw error
    }
    await journal.verify()
    return add(journal)
  }

  const openSession = async (incident: string): Promise<Reply<IncidentSession>> => {
    const opened = await (cache.isDamaged(incident) ? store.open(incident) : store.resume(incident))
    if (!opened.ok) return refuseOpening(opened.error)
    try {
      const added = await addTrusted(opened.value)
      if (opened.value.integrity().kind === 'unchecked') options.openedOnTrust(incident)
      return added
    } catch (error) {
      opened.value.close()
      throw error
    }
  }

  return {
    open,
    summaries,
    session: (incident) => {
      const known = open.get(incident)
      if (known !== undefined) return Promise.resolve({ ok: true, value: known })
      const pending = opening.get(incident) ?? openSession(incident).finally(() => opening.delete(incident))
      opening.set(incident, pending)
      return pending
    },
    add,
    remember,
    drop: (incident) => {
      open.get(incident)?.journal.close()
      open.delete(incident)
    },
    eachSession: (seeSession) => {
      see = seeSession
      for (const each of open.values()) see(each)
    },
    close: () => {
      for (const each of open.values()) {
        cache.rememberState(each.state(), each.journal.head())
        each.journal.close()
      }
      cache.save()
      open.clear()
    },
  }
}
