import type { IncidentSummary } from '../../shared/contract/incident-summary.ts'
import type { FactDraft, FactRecord } from '../../shared/incident/facts/fact-catalog.ts'
import type { LadderEffect } from '../../shared/incident/incident-machine.ts'
import { advance, foldIncident, type IncidentState } from '../../shared/incident/incident-state.ts'
import type { LogPosition } from '../../shared/journal/judge-anchor.ts'
import type { Result } from '../../shared/kit/result.ts'
import type { AppendFailure } from './journal/journal-failure.ts'
import type { OpenJournal } from './journal/open-journal.ts'
import { summarize } from './summarize.ts'

/** What happened in a session, for the windows, the caches and the effects. */
export type SessionNews = {
  readonly session: IncidentSession
  readonly records: readonly FactRecord[]
  readonly effects: readonly LadderEffect[]
}

/** One open incident: its journal, and the state that the journal's facts add up to. */
export type IncidentSession = {
  readonly incident: string
  readonly journal: OpenJournal
  readonly state: () => IncidentState
  readonly summary: () => IncidentSummary
  /** Makes the drafts durable, then advances, then tells; the effects come only after the facts are safe (R8 of bars.md). */
  readonly append: (drafts: readonly FactDraft[]) => Result<readonly FactRecord[], AppendFailure>
  /** Takes in and tells what the Nightdesk that writes has added, performing nothing (J9.2). False when it does not continue this log. */
  readonly follow: (head: LogPosition) => boolean
  /** Folds the log anew when a verification left less of it than was folded (J5). False when nothing is left to show. */
  readonly settle: () => boolean
}

const isLifecycleFact = (draft: FactDraft): boolean => draft.type.startsWith('incident.')

/** Makes a session over an open journal whose facts up to now add up to `state`. */
export function createIncidentSession(
  journal: OpenJournal,
  initial: IncidentState,
  hear: (news: SessionNews) => void,
  hearFailure: (incident: string, failure: AppendFailure) => void,
): IncidentSession {
  let state = initial
  const takeIn = (records: readonly FactRecord[]): readonly LadderEffect[] => {
    const effects: LadderEffect[] = []
    for (const record of records) {
      const next = advance(state, record)
      state = next.state ?? state
      effects.push(...next.effects)
    }
    return effects
  }
  const session: IncidentSession = {
    incident: journal.incident,
    journal,
    state: () => state,
    summary: () => summarize(state, journal.integrity()),
    append: (drafts) => {
      const appended = journal.append(drafts, { anchor: drafts.some(isLifecycleFact) ? 'fsync' : 'write' })
      if (!appended.ok) {
        hearFailure(journal.incident, appended.error)
        return appended
      }
      hear({ session, records: appended.value, effects: takeIn(appended.value) })
      return appended
    },
    follow: (head) => {
      const records = journal.follow(head)
      if (records === null) return false
      takeIn(records)
      hear({ session, records, effects: [] })
      return true
    },
    settle: () => {
      if (state.hash === journal.head().hash) return true
      const intact = foldIncident(null, journal.records())
      state = intact ?? state
      return intact !== null
    },
  }
  return session
}
