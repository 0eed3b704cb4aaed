import type { Handlers } from '../../shared/contract/serve.ts'
import { variableKey } from '../../shared/runbook/variables/variable.ts'
import type { HostContext } from './host-context.ts'
import { personAtDesk } from './person-at-desk.ts'
import { readOnlyReply, refuse, refuseAppend } from './refuse.ts'

/** Calls about values that no log may hold: the log takes in that one was given, the memory of the host what it is. */
export function secretHandlers(context: HostContext): Pick<Handlers, 'secret.give' | 'secret.read'> {
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
  }
}
