import type { ActionItem } from '../incident/data-state.ts'
import { entriesOf, type IncidentLog } from './read-log.ts'

/** The action items as they stand after their changes, in the order in which they were added (P3). */
export function actionItemsOf(log: IncidentLog): readonly ActionItem[] {
  const items = new Map<string, ActionItem>()
  for (const { fact, text } of entriesOf(log, 'action.added')) {
    items.set(fact.data.action, { ...fact.data, what: text ?? fact.data.what, status: 'open' })
  }
  for (const { fact } of entriesOf(log, 'action.changed')) {
    const before = items.get(fact.data.action)
    if (before === undefined) continue
    const { what, type, owner, due, status } = fact.data
    items.set(fact.data.action, {
      ...before,
      what: what ?? before.what,
      type: type === undefined ? before.type : type,
      owner: owner === undefined ? before.owner : owner,
      due: due === undefined ? before.due : due,
      status: status ?? before.status,
    })
  }
  return [...items.values()]
}
