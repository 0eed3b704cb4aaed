import { attachedDraft, resolvedDraft } from '../../../shared/alerts/alert-facts.ts'
import type { AlertRow } from '../../../shared/alerts/alert-row.ts'
import type { FactDraft } from '../../../shared/incident/facts/fact-catalog.ts'
import type { HostContext } from '../host-context.ts'
import type { IncidentSession } from '../incident-session.ts'
import type { AlertInbox, Decision } from './alert-inbox.ts'

/** What an alert's news mean for its incident: the fact, and whether its new episode joins the incident too. */
type Following = { readonly draft: FactDraft | null; readonly joins: boolean }

function followingOf(row: AlertRow, session: IncidentSession, nowMs: number): Following {
  const { alerts } = session.state()
  const known = alerts.find(({ source, fingerprint }) => source === row.source && fingerprint === row.fingerprint)
  if (known === undefined || known.isRetracted) return { draft: null, joins: false }
  const joins = row.incident === null
  if (row.status === known.status) return { draft: null, joins }
  const draft = row.status === 'resolved' ? resolvedDraft(row, alerts, nowMs) : attachedDraft(row, null, nowMs)
  return { draft, joins }
}

/**
 * Keeps the open incidents up to date with their alerts: an end or a new beginning becomes a fact by itself, nothing else does.
 * The incident's own log says what it knows, so looking again after a crash, or twice, writes nothing twice.
 */
export function followIncidents(context: HostContext, inbox: AlertInbox): void {
  const sessionOf = (incident: string | null): IncidentSession | undefined =>
    incident === null ? undefined : context.registry.running().find((each) => each.incident === incident)

  function follow(rows: readonly AlertRow[]): void {
    if (context.readOnly !== null) return
    const facts = new Map<IncidentSession, FactDraft[]>()
    const joined: Decision[] = []
    for (const row of rows) {
      const session = sessionOf(row.incident ?? row.before)
      if (session === undefined || session.journal.readOnly()) continue
      const { draft, joins } = followingOf(row, session, context.clock.nowMs())
      if (draft !== null) facts.set(session, [...(facts.get(session) ?? []), draft])
      const data = { alert: row.id, episode: row.episode, by: row.source, incident: session.incident }
      if (joins) joined.push({ type: 'alert.attached', data })
    }
    for (const [session, drafts] of facts) session.append(drafts)
    if (joined.length > 0) inbox.decide(joined)
  }

  /** What a crash may have parted: an incident that knows an alert, and an inbox that does not know it yet. */
  function mend(): void {
    const missing = context.registry.running().flatMap(({ incident, state }) =>
      state().alerts.flatMap(({ source, fingerprint, startsAt }): Decision[] => {
        const row = inbox.row(`${source}/${fingerprint}`)
        const isMissing = row !== null && row.incident === null && row.since === startsAt
        return isMissing
          ? [{ type: 'alert.attached', data: { alert: row.id, episode: row.episode, by: source, incident } }]
          : []
      }),
    )
    if (missing.length > 0 && context.readOnly === null) inbox.decide(missing)
  }

  mend()
  follow(inbox.rows())
  inbox.listen(({ rows }) => follow(rows))
}
