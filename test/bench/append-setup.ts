import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createJournalStore, type JournalStore } from '../../electron/host/journal/journal-store.ts'
import type { OpenJournal } from '../../electron/host/journal/open-journal.ts'
import { systemClock } from '../../electron/host/system-clock.ts'
import { createIds } from '../../electron/host/ulid-ids.ts'
import type { FactDraft } from '../../shared/incident/facts/fact-catalog.ts'
import { defaultPolicy } from '../../shared/schedule/policy.ts'

/** One line of a benchmark's table; `target` is the bar it is held to, `ratio` the yardstick's share. */
export type BenchRow = {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly target?: string
  readonly ratio?: number
}

const by = { kind: 'person', id: 'eng-a' } as const
const detectedAt = '2026-03-06T03:00:00.000Z'

/** The first fact of every benchmarked incident. */
export const declaration: FactDraft = {
  type: 'incident.declared',
  by,
  data: {
    title: 'Profit numbers for investors are late',
    pipeline: { id: 'aggregate-profit-investors', name: 'Aggregate profit for investors' },
    dataset: null,
    severity: 2,
    detectedAt,
    detectedBy: 'person',
    impactStartedAt: null,
    slaAt: null,
    policy: defaultPolicy,
    pagingHours: null,
    onCall: { id: 'eng-a', name: 'Engineer A' },
    secondary: null,
    lead: null,
  },
}

/** A fact of ordinary size. */
export const note = (number: number): FactDraft => ({
  type: 'note.added',
  by,
  data: { text: `Step ${number}: the partition of yesterday is empty, the loader stopped at row 48,211 of 120,034.` },
})

/** A store on a new folder of the disk that holds the temporary files. */
export function newStore(dataFolder = mkdtempSync(join(tmpdir(), 'nightdesk-bench-'))): {
  readonly store: JournalStore
  readonly dataFolder: string
} {
  return {
    store: createJournalStore({ dataFolder, clock: systemClock, ids: createIds(), readOnly: false }),
    dataFolder,
  }
}

/** An incident with so many facts, written in batches of 1,000. */
export function journalOf(store: JournalStore, facts: number): OpenJournal {
  const created = store.create(store.newIncidentId(Date.now()), [declaration])
  if (!created.ok) throw new Error(created.error.message)
  for (let seq = 1; seq < facts; seq += 1_000) {
    const batch = Array.from({ length: Math.min(1_000, facts - seq) }, (_, offset) => note(seq + offset))
    const appended = created.value.append(batch)
    if (!appended.ok) throw new Error(appended.error.message)
  }
  return created.value
}

/** The value below which a share of the samples lies. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** How long a piece of synchronous work takes, in milliseconds. */
export function timed(work: () => void): number {
  const startedAt = performance.now()
  work()
  return performance.now() - startedAt
}

/** One turn of the event loop, as between two facts of a running host. */
export const nextTurn = (): Promise<void> => new Promise((resume) => setImmediate(resume))
