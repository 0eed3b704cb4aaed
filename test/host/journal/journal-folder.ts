import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Disk } from '../../../electron/host/journal/disk.ts'
import { createJournalStore, type JournalStore } from '../../../electron/host/journal/journal-store.ts'
import type { OpenJournal } from '../../../electron/host/journal/open-journal.ts'
import type { FactDraft } from '../../../shared/incident/facts/fact-catalog.ts'
import type { Result } from '../../../shared/kit/result.ts'
import type { Clock, Ids } from '../../../shared/ports.ts'

export const incident = '20260306-4k7m'

export const nowMs = Date.UTC(2026, 2, 6, 3, 0, 0)

export const clock: Clock = {
  nowMs: () => nowMs,
  monotonicMs: () => 0,
  awakeMs: () => null,
  kind: 'test',
  onTick: () => () => {},
}

/** Ids that count, so that a failure can be repeated. */
export function countingIds(): Ids {
  let count = 0
  const next = (length: number): string => {
    count += 1
    return String(count).padStart(length, '0')
  }
  return { ulid: () => next(26), crockford: next }
}

export const note = (text: string | number): FactDraft => noteOf(`note ${text}`)

export const noteOf = (text: string): FactDraft => ({
  type: 'note.added',
  data: { text },
  by: { kind: 'person', id: 'eng-a' },
})

/** A folder that goes away with its test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nightdesk-journal-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

type StoreChanges = { readonly disk?: Disk; readonly readOnly?: boolean }

export const storeOf = (dataFolder: string, { disk, readOnly = false }: StoreChanges = {}): JournalStore =>
  createJournalStore({ dataFolder, clock, ids: countingIds(), readOnly, ...(disk && { disk }) })

/** The value of what must have gone well. */
export function got<T>(result: Result<T, { readonly message: string }>): T {
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

/** A closed incident with so many notes on a real disk, and where its files are. */
export function writtenLog(count: number, dataFolder = temporaryFolder()) {
  const store = storeOf(dataFolder)
  const journal = got(store.create(incident, [note(1)]))
  for (let seq = 2; seq <= count; seq += 1) got(journal.append([note(seq)]))
  store.close()
  const folder = join(dataFolder, 'incidents', incident)
  const path = join(folder, 'journal.ndjson')
  const head = join(dataFolder, 'heads', `${incident}.json`)
  const lines = readFileSync(path, 'utf8').split('\n').slice(0, -1)
  return {
    dataFolder,
    folder,
    path,
    head,
    lines,
    bytes: readFileSync(path),
    rewrite: (changed: readonly string[]) => writeFileSync(path, changed.map((line) => `${line}\n`).join('')),
  }
}

export const openIn = async (dataFolder: string, changes?: StoreChanges): Promise<OpenJournal> =>
  got(await storeOf(dataFolder, changes).open(incident))

export const seqsOf = (journal: OpenJournal): number[] => Array.from(journal.records(), (record) => record.seq)

export const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1)
