import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { systemDisk } from '../../../electron/host/journal/disk.ts'
import { createJournalStore } from '../../../electron/host/journal/journal-store.ts'
import {
  clock,
  got,
  incident,
  note,
  noteOf,
  nowMs,
  openIn,
  seqsOf,
  storeOf,
  temporaryFolder,
  upTo,
  writtenLog,
} from './journal-folder.ts'

const endOfTurn = () => new Promise<void>((resume) => setImmediate(resume))

describe('J1 incidents', () => {
  it('J1 lists what is there, sorted, and nothing that is no incident', () => {
    const dataFolder = temporaryFolder()
    const store = storeOf(dataFolder)
    expect(store.incidents()).toEqual([])
    for (const id of ['20260307-0000', '20260306-zzzz']) got(store.create(id, [note(1)]))
    for (const name of ['.new-20260306-0001', 'notes', '20260306-ilou']) mkdirSync(join(dataFolder, 'incidents', name))
    expect(store.incidents()).toEqual(['20260306-zzzz', '20260307-0000'])
    store.close()
  })

  it('J1 a new id has the UTC date and is free, also of heads whose folder is gone', () => {
    const dataFolder = temporaryFolder()
    const drawn = ['0001', '0002', '0003']
    const ids = { ulid: () => 'u', crockford: () => drawn.shift() ?? 'none' }
    const store = createJournalStore({ dataFolder, clock, ids, readOnly: false })
    for (const id of ['20260306-0001', '20260306-0002']) got(store.create(id, [note(1)])).close()
    rmSync(join(dataFolder, 'incidents', '20260306-0002'), { recursive: true })
    expect(store.newIncidentId(Date.parse('2026-03-05T23:30:00-01:00'))).toBe('20260306-0003')
  })

  it.each(['../../etc', '20260306-ILOU', ''])('J1 the name %j never becomes a path', async (name) => {
    const store = storeOf(temporaryFolder())
    expect(store.create(name, [note(1)])).toMatchObject({ ok: false, error: { code: 'badFact' } })
    expect(await store.open(name)).toMatchObject({ ok: false, error: { code: 'notFound' } })
    expect(await store.resume(name)).toMatchObject({ ok: false, error: { code: 'notFound' } })
    expect(store.peek(name, 1)).toMatchObject({ ok: false, error: { code: 'notFound' } })
  })

  it('J1 an incident is created once', () => {
    const { dataFolder, bytes, path } = writtenLog(2)
    expect(storeOf(dataFolder).create(incident, [note(1)])).toMatchObject({ ok: false, error: { code: 'badFact' } })
    expect(readFileSync(path)).toEqual(bytes)
  })
})

describe('J4 appending', () => {
  it('J4 answers with the records as they stand on disk', async () => {
    const dataFolder = temporaryFolder()
    const journal = got(storeOf(dataFolder).create(incident, [note(1)]))
    const appended = got(journal.append([note(2), { ...note(3), occurredAt: '2026-03-06T02:59:00.000Z' }]))
    expect(appended.map((record) => record.seq)).toEqual([2, 3])
    expect(appended[1]).toMatchObject({ at: new Date(nowMs).toISOString(), occurredAt: '2026-03-06T02:59:00.000Z' })
    const lines = readFileSync(join(dataFolder, 'incidents', incident, 'journal.ndjson'), 'utf8').split('\n')
    expect(lines.slice(1, 3).map((line) => JSON.parse(line))).toEqual(appended)
    expect([...journal.records()].slice(1)).toEqual(appended)
    journal.close()
    expect(seqsOf(await openIn(dataFolder))).toEqual([1, 2, 3])
  })

  it('J4 a batch is one write and one flush, and the head follows within the turn', async () => {
    const calls: string[] = []
    const disk = {
      ...systemDisk,
      write: (fd: number, bytes: Uint8Array, position: number) => {
        calls.push(`write ${position === 0 ? 'head' : 'log'}`)
        return systemDisk.write(fd, bytes, position)
      },
      fdatasync: (fd: number) => {
        calls.push('flush')
        systemDisk.fdatasync(fd)
      },
    }
    const journal = got(storeOf(temporaryFolder(), { disk }).create(incident, [note(1)]))
    calls.length = 0
    got(journal.append([note(2), note(3), note(4)]))
    expect(calls).toEqual(['write log', 'flush'])
    await endOfTurn()
    expect(calls).toEqual(['write log', 'flush', 'write head'])
    calls.length = 0
    got(journal.append([note(5)], { anchor: 'fsync' }))
    expect(calls.slice(0, 2)).toEqual(['write log', 'flush'])
    expect(calls.at(-1)).toBe('flush')
    expect(calls.length).toBeGreaterThan(3)
    calls.length = 0
    for (const number of [6, 7, 8]) got(journal.append([note(number)]))
    await endOfTurn()
    expect(calls.filter((call) => call === 'write head')).toHaveLength(1)
    expect(journal.integrity()).toMatchObject({ anchoredSeq: 8 })
  })

  it('J4 a bad draft refuses its whole batch before a byte is written', () => {
    const dataFolder = temporaryFolder()
    const journal = got(storeOf(dataFolder).create(incident, [note(1)]))
    const before = journal.head()
    const bad = noteOf('')
    expect(journal.append([note(2), bad])).toMatchObject({ ok: false, error: { code: 'badFact' } })
    const half = noteOf('cut \ud83d')
    expect(journal.append([half])).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('surrogate') },
    })
    expect(journal.append([{ ...note(3), occurredAt: 'yesterday' }])).toMatchObject({ ok: false })
    expect(journal.head()).toEqual(before)
    expect(got(journal.append([note(2)]))[0]?.seq).toBe(2)
  })

  it('J4.1 what is queued in one turn shares one flush, in the order of the calls', async () => {
    let flushes = 0
    const disk = {
      ...systemDisk,
      fdatasync: (fd: number) => {
        flushes += 1
        systemDisk.fdatasync(fd)
      },
    }
    const journal = got(storeOf(temporaryFolder(), { disk }).create(incident, [note(1)]))
    flushes = 0
    const bad = noteOf('')
    const waiting = upTo(1_000).map((seq) => journal.appendQueued(seq === 500 ? [bad] : [note(seq)]))
    const appended = await Promise.all(waiting)
    expect(flushes).toBe(1)
    expect(appended[499]).toMatchObject({ ok: false, error: { code: 'badFact' } })
    const texts = [...journal.records()].slice(1).map((record) => record.data.text)
    expect(texts).toEqual(
      upTo(1_000)
        .filter((seq) => seq !== 500)
        .map((seq) => `note ${seq}`),
    )
  })

  it('J4.1 a direct append takes what was queued before it along', async () => {
    const journal = got(storeOf(temporaryFolder()).create(incident, [note(1)]))
    const queued = journal.appendQueued([note(2)])
    expect(got(journal.append([note(3)]))[0]?.seq).toBe(3)
    expect(got(await queued)[0]?.seq).toBe(2)
  })

  it('J4 closing writes what is queued, and then takes no more', async () => {
    const { dataFolder } = writtenLog(1)
    const journal = await openIn(dataFolder)
    const queued = journal.appendQueued([note(2)])
    journal.close()
    expect(got(await queued)[0]?.seq).toBe(2)
    expect(journal.append([note(3)])).toMatchObject({ ok: false, error: { code: 'readOnly' } })
    expect(seqsOf(await openIn(dataFolder))).toEqual([1, 2])
  })
})

describe('reading', () => {
  it('J3 reads any stretch by its seq, after opening and after resuming', async () => {
    const { dataFolder } = writtenLog(700)
    for (const way of ['open', 'resume'] as const) {
      const store = storeOf(dataFolder)
      const journal = got(await store[way](incident))
      const read = (from: number, limit: number) => journal.read(from, limit).map((record) => record.seq)
      const end = journal.head().seq
      expect(read(end - 1, 10)).toEqual([end - 1, end])
      expect(read(1, 3)).toEqual([1, 2, 3])
      expect(read(333, 1)).toEqual([333])
      expect(read(-5, 2)).toEqual([1, 2])
      expect(read(end + 1, 5)).toEqual([])
      expect(read(5, 0)).toEqual([])
      got(journal.append([note('more')]))
      expect(read(end, 5)).toEqual([end, end + 1])
      expect(seqsOf(journal)).toEqual(upTo(end + 1))
      store.close()
    }
  })

  it('J6 peeks at head and tail, however long the lines', () => {
    const { dataFolder } = writtenLog(20)
    const store = storeOf(dataFolder)
    const seqs = (tail: number) => got(store.peek(incident, tail)).records.map((record) => record.seq)
    expect(seqs(3)).toEqual([18, 19, 20])
    expect(seqs(0)).toEqual([])
    expect(seqs(20)).toEqual(upTo(20))
    expect(seqs(99)).toEqual(upTo(20))
    const long = got(store.create('20260306-000z', [note('x'.repeat(150_000)), note('y'.repeat(199_000)), note(3)]))
    expect(got(store.peek('20260306-000z', 2)).records).toEqual([...long.records()].slice(1))
    expect(got(store.peek('20260306-000z', 2))).toMatchObject({ head: { seq: 3 }, journalBytes: long.head().bytes })
  })

  it('J3 two callers get one journal', async () => {
    const { dataFolder } = writtenLog(3)
    const store = storeOf(dataFolder)
    const [first, second] = await Promise.all([store.resume(incident), store.open(incident)])
    expect(got(first)).toBe(got(second))
    expect(got(second).integrity()).toMatchObject({ kind: 'intact' })
    got(first).close()
    expect(got(await store.open(incident))).not.toBe(got(first))
  })

  it('J9 a store that was closed opens, creates and moves aside nothing any more', async () => {
    const { dataFolder, path } = writtenLog(3)
    appendFileSync(path, '{"v":1,"se')
    const before = readFileSync(path)
    const store = storeOf(dataFolder)
    const underWay = store.open(incident)
    store.close()
    for (const opening of [underWay, store.open(incident), store.resume(incident)]) {
      expect(await opening).toMatchObject({ ok: false, error: { code: 'closing' } })
    }
    expect(store.create('20260306-0000', [note(1)])).toMatchObject({ ok: false, error: { code: 'readOnly' } })
    expect(readFileSync(path)).toEqual(before)
    expect(existsSync(join(dataFolder, 'incidents', '20260306-0000'))).toBe(false)
  })

  it('J9 a store that only reads changes nothing', async () => {
    const { dataFolder, folder } = writtenLog(3)
    const listing = () => [...readdirSync(folder), ...readdirSync(dataFolder)]
    const before = listing()
    const store = storeOf(dataFolder, { readOnly: true })
    const journal = got(await store.open(incident))
    expect(journal.readOnly()).toBe(true)
    expect(journal.append([note(4)])).toMatchObject({ ok: false, error: { code: 'readOnly' } })
    expect(store.create('20260306-0000', [note(1)])).toMatchObject({ ok: false, error: { code: 'readOnly' } })
    journal.anchor()
    store.close()
    expect(listing()).toEqual(before)
    expect(existsSync(join(dataFolder, 'incidents', '20260306-0000'))).toBe(false)
  })
})
