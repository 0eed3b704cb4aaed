import type { UnknownSecrets } from '../../shared/contract/answers.ts'
import type { Reply } from '../../shared/contract/refusal.ts'
import type { Handlers } from '../../shared/contract/serve.ts'
import { unknownSecrets } from '../../shared/incident/unknown-secrets.ts'
import { variableKey } from '../../shared/runbook/variables/variable.ts'
import type { HostContext } from './host-context.ts'
import { personAtDesk } from './person-at-desk.ts'
import { readOnlyReply, refuse, refuseAppend } from './refuse.ts'

/** Which secrets of an incident the host cannot hide, because it was not told them. */
async function readUnknownSecrets(context: HostContext, incident: string): Promise<Reply<UnknownSecrets>> {
  if (context.readOnly !== null) await context.registry.follow()
  const { secrets } = context
  return context.registry.reading(incident, ({ journal, state }) => ({
    since: secrets.since,
    secrets:
      state().secretsGiven.length === 0 ? [] : unknownSecrets([...journal.records()], secrets.remembered(incident)),
  }))
}

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
    'secret.unknown': async ({ incident }) => readUnknownSecrets(context, incident),
    // Of a closed incident as well, and while somebody else writes: the log says already that it was given.
    'secret.hide': async ({ incident, name, value }) => {
      const known = await readUnknownSecrets(context, incident)
      if (!known.ok) return known
      context.secrets.hide(incident, variableKey(name), value)
      return readUnknownSecrets(context, incident)
    },
  }
}
