import { createJournalStore } from '../../electron/host/journal/journal-store.ts'
import { createTestClock } from '../../electron/host/test-clock.ts'
import { createIds } from '../../electron/host/ulid-ids.ts'
import type { FactDraft } from '../../shared/incident/facts/fact-catalog.ts'
import { declaration, stated } from './log-builder.ts'

const BATCH = 2_000

/** The words of one entry; every thousandth is a decision, so that a filter has something to find in the whole log. */
const draftAt = (seq: number): FactDraft =>
  seq % 1_000 === 0
    ? stated('decision.made', { text: `Decision at entry ${seq}` })
    : stated('note.added', { text: `Entry ${seq} of a long night` })

/** Writes an incident of many facts into a data folder with the real journal. Gives its id. */
export function writeLongIncident(dataFolder: string, facts: number, startAt: string): string {
  const clock = createTestClock(startAt)
  const store = createJournalStore({ dataFolder, clock, ids: createIds(), readOnly: false })
  const detectedAt = new Date(clock.nowMs()).toISOString()
  const declared = stated('incident.declared', declaration({ title: 'A long night', detectedAt }))
  const created = store.create(store.newIncidentId(clock.nowMs()), [declared])
  if (!created.ok) throw new Error(created.error.message)
  for (let seq = 2; seq <= facts; seq += BATCH) {
    const drafts = Array.from({ length: Math.min(BATCH, facts - seq + 1) }, (_, index) => draftAt(seq + index))
    const appended = created.value.append(drafts)
    if (!appended.ok) throw new Error(appended.error.message)
  }
  store.close()
  return created.value.incident
}
