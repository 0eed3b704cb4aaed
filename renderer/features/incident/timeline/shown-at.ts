import type { EntryChange } from '../../../../shared/incident/entry-changes.ts'
import type { FactRecord } from '../../../../shared/incident/facts/fact-catalog.ts'

/** When an entry is shown to have happened (UTC ISO): as amended, else as stated, else when it was recorded. */
export const shownAt = (record: Pick<FactRecord, 'at' | 'occurredAt'>, change: EntryChange | undefined): string =>
  change?.occurredAt ?? record.occurredAt ?? record.at
