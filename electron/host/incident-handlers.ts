import type { Handlers } from '../../shared/contract/serve.ts'
import { toJson } from '../../shared/incident/incident-state.ts'
import { declaredUnder, declareIncident, policyFor } from './declare-incident.ts'
import type { HostContext } from './host-context.ts'
import { openRunbookDrafts } from './open-runbook.ts'
import { personAtDesk } from './person-at-desk.ts'
import { recordFacts } from './record-facts.ts'
import { readOnlyReply, refuseAppend } from './refuse.ts'
import { writtenBefore } from './stated-batch.ts'

type IncidentCalls =
  | 'incidents.list'
  | 'incidents.declare'
  | 'incidents.withdraw'
  | 'incidents.policy'
  | 'incidents.open'
  | 'incidents.read'
  | 'facts.record'
  | 'facts.withdraw'
  | 'runbook.open'
  | 'journal.verify'

/** Calls about incidents and their facts. */
export function incidentHandlers(context: HostContext): Pick<Handlers, IncidentCalls> {
  const { registry } = context
  return {
    'incidents.list': async () => ({ ok: true, value: registry.list() }),
    'incidents.declare': async (input) =>
      readOnlyReply(context) ?? (await declareIncident(context, input, personAtDesk(context))),
    'incidents.withdraw': async ({ key }) => {
      context.withdrawn.add(key)
      const declared = declaredUnder(context, key)
      if (declared === undefined) return { ok: true, value: { declared: null } }
      const { incident, title } = declared.summary()
      return { ok: true, value: { declared: { incident, title } } }
    },
    'incidents.policy': async (asked) => ({ ok: true, value: policyFor(context, asked) }),
    'incidents.open': ({ incident, tail }) =>
      registry.reading(incident, ({ journal, state }) => {
        const { seq } = journal.head()
        const records = journal.read(Math.max(1, seq - tail + 1), tail)
        return { state: toJson(state()), records, integrity: journal.integrity() }
      }),
    'incidents.read': ({ incident, fromSeq, limit }) =>
      registry.reading(incident, ({ journal }) => ({ records: journal.read(fromSeq, limit) })),
    'facts.record': async ({ incident, facts, stated }) => {
      const readOnly = readOnlyReply(context)
      if (readOnly !== null) return readOnly
      const opened = await registry.session(incident)
      return opened.ok ? recordFacts(context, opened.value, facts, stated) : opened
    },
    'facts.withdraw': async ({ incident, stated }) => {
      // Before anything is waited for: what comes from now on is refused, what came before stands in the log.
      context.withdrawn.add(stated.key)
      return registry.reading(incident, ({ journal }) => ({ records: writtenBefore(journal, stated) }))
    },
    'runbook.open': async (input) => {
      const readOnly = readOnlyReply(context)
      if (readOnly !== null) return readOnly
      const opened = await registry.session(input.incident)
      if (!opened.ok) return opened
      const drafts = openRunbookDrafts(context, opened.value.state(), input, personAtDesk(context))
      if (!drafts.ok) return drafts
      const appended = opened.value.append(drafts.value)
      return appended.ok ? { ok: true, value: { records: appended.value } } : refuseAppend(appended.error)
    },
    'journal.verify': async ({ incident }) => {
      const verified = await registry.verify(incident)
      if (!verified.ok) return verified
      const opened = await registry.session(incident)
      return {
        ok: true,
        value: { integrity: verified.value, records: opened.ok ? opened.value.journal.head().seq : 0 },
      }
    },
  }
}
