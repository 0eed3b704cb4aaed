import type { FactRecord } from '../../../../shared/incident/facts/fact-catalog.ts'
import { type IncidentLog, type Page, pagesOf } from '../../../state/incident-log.ts'

type PageIndex = { readonly byId: ReadonlyMap<string, FactRecord>; readonly requests: ReadonlyMap<string, FactRecord> }

const indexes = new WeakMap<Page, PageIndex>()

/** Pages never change, so each is indexed once, when somebody first looks for something in it. */
function indexOf(page: Page): PageIndex {
  const known = indexes.get(page)
  if (known !== undefined) return known
  const byId = new Map<string, FactRecord>()
  const requests = new Map<string, FactRecord>()
  for (const record of page) {
    if (record === undefined) continue
    byId.set(record.id, record)
    if (record.type === 'notification.requested') requests.set(String(record.data.notification), record)
  }
  const made = { byId, requests }
  indexes.set(page, made)
  return made
}

function find(log: IncidentLog, look: (index: PageIndex) => FactRecord | undefined): FactRecord | null {
  for (const page of pagesOf(log)) {
    const found = look(indexOf(page))
    if (found !== undefined) return found
  }
  return null
}

/** The record with this id, as far as the log has been read. */
export const recordById = (log: IncidentLog, id: string): FactRecord | null => find(log, ({ byId }) => byId.get(id))

/** The record that asked for a notification, as far as the log has been read. */
export const requestOf = (log: IncidentLog, notification: string): FactRecord | null =>
  find(log, ({ requests }) => requests.get(notification))
