import type { Reply } from '../../shared/contract/refusal.ts'
import type { Handlers } from '../../shared/contract/serve.ts'
import type { FactRecord } from '../../shared/incident/facts/fact-catalog.ts'
import { givenSecrets } from '../../shared/incident/unknown-secrets.ts'
import { variableKey } from '../../shared/runbook/variables/variable.ts'
import type { HostContext } from './host-context.ts'
import { personAtDesk } from './person-at-desk.ts'
import { readOnlyReply, refuse, refuseAppend } from './refuse.ts'
import { unknownSecretsOf } from './unknown-secrets-of.ts'

/** What the log of an incident says now, where it says that secrets were given; else nothing. */
async function recordsWithSecrets(context: HostContext, incident: string): Promise<Reply<readonly FactRecord[]>> {
  if (context.readOnly !== null) await context.registry.follow()
  return context.registry.reading(incident, ({ journal, state }) =>
    state().secretsGiven.length === 0 ? [] : [...journal.records()],
  )
}

const writtenName = (records: readonly FactRecord[], key: string): string =>
  givenSecrets(records).get(key)?.written ?? key

/** Calls about values that no log may hold: the log takes in that one was given, the memory of the host what it is. */
export function secretHandlers(
  context: HostContext,
): Pick<Handlers, 'secret.give' | 'secret.read' | 'secret.unknown' | 'secret.hide'> {
  return {
    'secret.give': async ({ incident, name, value, written }) => {
      const readOnly = readOnlyReply(context)
      if (readOnly !== null) return readOnly
      const opened = await context.registry.session(incident)
      if (!opened.ok) return opened
      if (opened.value.state().ladder.value.lifecycle === 'closed') {
        return refuse('notAllowed', 'The incident is closed, so no secret is kept for it.', 'Reopen it first.')
      }
      if (value === '') {
        context.secrets.keep(incident, variableKey(name), '')
        return { ok: true, value: { records: [] } }
      }
      const appended = opened.value.append([
        { type: 'secret.given', by: personAtDesk(context), data: { name, ...(written !== undefined && { written }) } },
      ])
      if (!appended.ok) return refuseAppend(appended.error)
      context.secrets.keep(incident, variableKey(name), value)
      return { ok: true, value: { records: appended.value } }
    },
    'secret.read': async ({ incident }) => ({ ok: true, value: context.secrets.of(incident) }),
    'secret.unknown': async ({ incident }) => {
      const read = await recordsWithSecrets(context, incident)
      if (!read.ok) return read
      return { ok: true, value: (await unknownSecretsOf(context, incident, read.value)).unknown }
    },
    // Of a closed incident as well, and while somebody else writes: the log says already that it was given.
    'secret.hide': async ({ incident, name, value }) => {
      const read = await recordsWithSecrets(context, incident)
      if (!read.ok) return read
      context.secrets.hide(incident, variableKey(name), value)
      const { unknown, places } = await unknownSecretsOf(context, incident, read.value)
      const first = context.secrets.toldFor(incident, value)
      const sameAs = first === null || first === variableKey(name) ? null : writtenName(read.value, first)
      return { ok: true, value: { ...unknown, places: places.get(value)?.size ?? 0, sameAs } }
    },
  }
}
