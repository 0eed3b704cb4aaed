import { writeSync } from 'node:fs'
import { acquireDataFolderLock } from '../../../electron/host/journal/data-folder-lock.ts'
import { createJournalStore } from '../../../electron/host/journal/journal-store.ts'
import { systemClock } from '../../../electron/host/system-clock.ts'
import { createIds } from '../../../electron/host/ulid-ids.ts'
import type { FactRecord } from '../../../shared/incident/facts/fact-catalog.ts'

/** A process that appends for ever and prints `seq hash` for what was acknowledged, until somebody kills it. */
const [dataFolder = '', incident = '', mode = 'single'] = process.argv.slice(2)

const lock = acquireDataFolderLock(dataFolder)
if (!lock.held) throw new Error(`locked by ${lock.holder}`)
const store = createJournalStore({ dataFolder, clock: systemClock, ids: createIds(), readOnly: false })
const opened = store.incidents().includes(incident)
  ? await store.resume(incident)
  : store.create(incident, [noteOf('first')])
if (!opened.ok) throw new Error(opened.error.message)
const journal = opened.value

function noteOf(text: string) {
  return { type: 'note.added', data: { text }, by: { kind: 'person', id: 'eng-a' } } as const
}

function tell(records: readonly FactRecord[]): void {
  writeSync(1, records.map(({ seq, hash }) => `${seq} ${hash}\n`).join(''))
}

async function burst(round: number): Promise<void> {
  const waiting = Array.from({ length: 1 + (round % 20) }, (_, at) => journal.appendQueued([noteOf(`${round}.${at}`)]))
  for (const appended of await Promise.all(waiting)) if (appended.ok) tell(appended.value)
}

for (let round = 1; ; round += 1) {
  if (mode === 'burst') await burst(round)
  else {
    const appended = journal.append([noteOf(`round ${round} ${'x'.repeat(round % 3_000)}`)])
    if (appended.ok) tell(appended.value)
  }
}
