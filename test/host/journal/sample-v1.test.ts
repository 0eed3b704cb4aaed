import { copyFileSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { verifyJournalFile } from '../../../electron/host/journal/verify-journal-file.ts'
import { foldIncident } from '../../../shared/incident/incident-state.ts'
import { got, incident, note, openIn, seqsOf, temporaryFolder, upTo } from './journal-folder.ts'

const samples = join(import.meta.dirname, '../../../fixtures/journals/v1')
const sampleLog = join(samples, `${incident}.ndjson`)

/** A data folder as a Nightdesk of version 1 left it. */
function folderWithSample() {
  const dataFolder = temporaryFolder()
  const folder = join(dataFolder, 'incidents', incident)
  for (const each of [folder, join(dataFolder, 'heads')]) mkdirSync(each, { recursive: true })
  copyFileSync(sampleLog, join(folder, 'journal.ndjson'))
  copyFileSync(join(samples, `${incident}.head.json`), join(dataFolder, 'heads', `${incident}.json`))
  return { dataFolder, path: join(folder, 'journal.ndjson') }
}

describe('J7 a journal of version 1', () => {
  it('J7 opens, verifies and folds', async () => {
    const { dataFolder } = folderWithSample()
    const journal = await openIn(dataFolder)
    expect(journal.integrity()).toEqual({ kind: 'intact', anchoredSeq: 7 })
    expect(seqsOf(journal)).toEqual(upTo(7))
    expect(foldIncident(null, journal.records())).toMatchObject({ incident, seq: 7, hash: journal.head().hash })
    expect(got(await verifyJournalFile(sampleLog)).integrity.kind).toBe('intact')
  })

  it('J7 keeps an unknown type and an unknown field through reading and writing (L18)', async () => {
    const { dataFolder, path } = folderWithSample()
    const before = readFileSync(path)
    const journal = await openIn(dataFolder)
    const lines = before.toString('utf8').split('\n').slice(0, -1)
    expect(Array.from(journal.records(), (record) => JSON.stringify(record))).toEqual(lines)
    expect(journal.read(4, 2)).toMatchObject([{ type: 'weather.observed' }, { humour: { dry: true } }])
    got(journal.append([note(8)]))
    journal.close()
    expect(readFileSync(path).subarray(0, before.length)).toEqual(before)
    expect((await openIn(dataFolder)).integrity()).toEqual({ kind: 'intact', anchoredSeq: 8 })
  })
})

describe('J7 a journal of version 1 whose batches have keys', () => {
  const withKeys = join(samples, '20261124-s17w.ndjson')

  it('J7 verifies, folds with what was said later and retracted, and reads as it was written', async () => {
    const { integrity, records } = got(await verifyJournalFile(withKeys))
    expect(integrity.kind).toBe('intact')
    const lines = readFileSync(withKeys, 'utf8').split('\n').slice(0, -1)
    expect(records.map((record) => JSON.stringify(record))).toEqual(lines)
    expect(records.flatMap(({ key }) => key ?? [])).toEqual(['k.1', 'k.2', 'k.2', 'k.3', 'k.4', 'k.5'])
    expect(records[3]).toMatchObject({ by: { id: 'eng-a' }, occurredAt: '2026-11-24T14:00:00.000Z' })
    expect(foldIncident(null, records)).toMatchObject({
      seq: 9,
      run: { path: 'runbooks/aggregate-profit-investors.md' },
      ladder: { value: { lifecycle: 'mitigated' }, context: { severity: 2 } },
    })
  })
})
