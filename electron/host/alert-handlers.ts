import { attachedDraft } from '../../shared/alerts/alert-facts.ts'
import type { AlertRow } from '../../shared/alerts/alert-row.ts'
import type { Reply } from '../../shared/contract/refusal.ts'
import type { Handlers } from '../../shared/contract/serve.ts'
import type { Actor } from '../../shared/incident/facts/fact-catalog.ts'
import type { PersonRef } from '../../shared/incident/primitives.ts'
import { findPerson } from '../../shared/schedule/team.ts'
import type { HostContext } from './host-context.ts'
import { personAtDesk } from './person-at-desk.ts'
import { readOnlyReply, refuse, refuseAppend } from './refuse.ts'

type AlertCalls = 'alerts.list' | 'alerts.attach' | 'alerts.dismiss' | 'alerts.restore'
/** An alert, and the time it fired that was shown. */
type Named = { readonly alert: string; readonly episode: string }

/** Remembers in the inbox that an alert belongs to an incident. The incident's own log has it already, so a failure is mended at the next start. */
export function markAttached({ inbox, log }: HostContext, row: AlertRow, incident: string, by: Actor): void {
  const data = { alert: row.id, episode: row.episode, by: by.id, incident }
  const kept = inbox.decide([{ type: 'alert.attached', data }])
  if (!kept.ok) log(`The inbox does not know yet that ${row.id} belongs to ${incident}: ${kept.error.message}`)
}

/** The alert as it was shown, or why it is no longer that. */
function rowAsShown({ inbox }: HostContext, { alert, episode }: Named): Reply<AlertRow> {
  const row = inbox.row(alert)
  if (row === null) return refuse('notFound', 'That alert is no longer in the inbox.', 'Nothing was changed.')
  if (row.episode !== episode) {
    return refuse('conflict', `${row.name} has fired again meanwhile. Nothing was changed.`, 'Look at it again.')
  }
  return { ok: true, value: row }
}

/** The alert as it was shown, unless it fired again or somebody put it to an open incident meanwhile. */
export function freeAlert(context: HostContext, named: Named): Reply<AlertRow> {
  const row = rowAsShown(context, named)
  if (!row.ok) return row
  const holder = context.registry.running().find(({ incident }) => incident === row.value.incident)
  if (holder === undefined) return row
  const { name } = row.value
  const { title } = holder.summary()
  const hint = 'Look at that incident first. Another one can be declared without the alert.'
  return refuse('conflict', `${name} is in the incident "${title}" already. Nothing was changed.`, hint)
}

function decide(context: HostContext, named: Named, type: 'alert.dismissed' | 'alert.restored') {
  const readOnly = readOnlyReply(context)
  if (readOnly !== null) return readOnly
  const row = rowAsShown(context, named)
  if (!row.ok) return row
  const { alert, episode } = named
  const kept = context.inbox.decide([{ type, data: { alert, episode, by: personAtDesk(context).id } }])
  return kept.ok ? { ok: true as const, value: { dismissed: type === 'alert.dismissed' } } : refuseAppend(kept.error)
}

/** Calls about the alerts that came in. */
export function alertHandlers(context: HostContext): Pick<Handlers, AlertCalls> {
  const refOf = ({ id }: Actor): PersonRef | null => {
    const person = findPerson(context.workspace.team(), id)
    return person === undefined ? null : { id: person.id, name: person.name }
  }
  return {
    'alerts.list': async () => {
      const { lastAt, cutShort } = context.inbox.inbox()
      return { ok: true, value: { rows: context.inbox.rows(), lastAt, cutShort, problem: context.inbox.problem } }
    },
    'alerts.attach': async ({ incident, ...named }) => {
      const readOnly = readOnlyReply(context)
      if (readOnly !== null) return readOnly
      const row = freeAlert(context, named)
      if (!row.ok) return row
      const session = context.registry.running().find((each) => each.incident === incident)
      if (session === undefined) {
        return refuse('notAllowed', 'That incident is over, or not here.', 'Reopen it first, or declare a new one.')
      }
      const by = personAtDesk(context)
      const appended = session.append([attachedDraft(row.value, refOf(by), context.clock.nowMs())])
      if (!appended.ok) return refuseAppend(appended.error)
      markAttached(context, row.value, incident, by)
      return { ok: true, value: { records: appended.value } }
    },
    'alerts.dismiss': async (named) => decide(context, named, 'alert.dismissed'),
    'alerts.restore': async (named) => decide(context, named, 'alert.restored'),
  }
}
