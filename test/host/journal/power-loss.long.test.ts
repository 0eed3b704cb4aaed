import { describe, expect, it } from 'vitest'
import type { FactRecord } from '../../../shared/incident/facts/fact-catalog.ts'
import { got, incident, note, noteOf, storeOf, upTo } from './journal-folder.ts'
import { type Choose, createMemoryDisk, type MemoryDisk } from './memory-disk.ts'

const seeds = Number(process.env.NIGHTDESK_POWER_LOSSES ?? 1_000)
const journalPath = `/data/incidents/${incident}/journal.ndjson`
const headPath = `/data/heads/${incident}.json`

/** Repeatable choices (xorshift32). */
function chooseFrom(seed: number): Choose {
  let state = seed * 2_654_435_761 + 1
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}

function newDisk(): MemoryDisk {
  const disk = createMemoryDisk()
  disk.makeFolder('/data')
  return disk
}

class PowerLost extends Error {}

/** Lets a number of calls through and then loses the power in the middle of the next. */
function failingAfter(disk: MemoryDisk, calls: number): MemoryDisk {
  let left = calls
  const watched = Object.entries(disk).map(([name, call]) => [
    name,
    (...given: unknown[]) => {
      left -= 1
      if (left < 0) throw new PowerLost('power lost')
      return Reflect.apply(call, disk, given)
    },
  ])
  return Object.fromEntries(watched)
}

const noted = (records: readonly FactRecord[]): unknown[] => records.map((record) => record.data.text)

describe('J4 power loss', () => {
  it(`J4 loses nothing acknowledged, whichever unsynced sectors and names are lost (${seeds} seeds)`, async () => {
    for (let seed = 1; seed <= seeds; seed += 1) {
      const choose = chooseFrom(seed)
      const disk = newDisk()
      const acknowledged = workUntilDark(disk, choose)
      const survived = disk.afterPowerLoss(choose)
      const store = storeOf('/data', { disk: survived })
      if (acknowledged.length === 0 && store.incidents().length === 0) continue
      const journal = got(await store.open(incident))
      const texts = noted([...journal.records()])
      expect({ seed, texts: texts.slice(0, acknowledged.length) }).toEqual({ seed, texts: acknowledged })
      expect({ seed, integrity: journal.integrity() }).not.toMatchObject({ integrity: { kind: 'tailMissing' } })
    }
  })
})

/** Appends batches of notes until the power goes; gives the texts that were acknowledged, in order. */
function workUntilDark(disk: MemoryDisk, choose: Choose): string[] {
  const acknowledged: string[] = []
  const dying = failingAfter(disk, 10 + choose(120))
  try {
    const store = storeOf('/data', { disk: dying })
    const journal = got(store.create(incident, [noteOf('first')]))
    acknowledged.push('first')
    for (let batch = 0; batch < 40; batch += 1) {
      const texts = Array.from({ length: 1 + choose(3) }, (_, at) => `${batch}.${at} ${'x'.repeat(choose(900))}`)
      const appended = journal.append(texts.map(noteOf), { anchor: choose(4) === 0 ? 'fsync' : 'write' })
      if (!appended.ok) break
      acknowledged.push(...texts)
    }
  } catch {
    return acknowledged
  }
  return acknowledged
}

describe('J5 a log cut anywhere', () => {
  const count = 51
  const disk = newDisk()
  const store = storeOf('/data', { disk })
  const journal = got(store.create(incident, [note(1)]))
  for (let seq = 2; seq <= count; seq += 1) got(journal.append([note(seq)]))
  store.close()
  const whole = disk.bytesOf(journalPath)
  const head = disk.bytesOf(headPath)
  const lineEnds = [...whole.keys()].filter((at) => whole[at] === 10).map((at) => at + 1)

  /** Opens the log as it stood with only its first bytes. */
  async function openCut(bytes: number, anchor: Buffer | null) {
    const cut = newDisk()
    cut.makeFolder(`/data/incidents/${incident}`)
    cut.makeFolder('/data/heads')
    cut.put(journalPath, whole.subarray(0, bytes))
    if (anchor !== null) cut.put(headPath, anchor)
    const opened = got(await storeOf('/data', { disk: cut }).open(incident))
    return { cut, opened }
  }

  it('J5 at every byte of the last 50 records gives the exact prefix and keeps the torn bytes', async () => {
    for (let bytes = lineEnds[0] ?? 0; bytes < whole.length; bytes += 1) {
      const { cut, opened } = await openCut(bytes, null)
      const records = lineEnds.filter((end) => end <= bytes).length
      const intact = lineEnds[records - 1] ?? 0
      const kind = bytes === intact ? 'intact' : 'tornTailMovedAside'
      expect({ bytes, kind: opened.integrity().kind, seq: opened.head().seq }).toEqual({ bytes, kind, seq: records })
      expect(cut.bytesOf(journalPath).equals(whole.subarray(0, intact))).toBe(true)
      const aside = cut.bytesOf(`/data/incidents/${incident}/journal.torn`)
      expect(aside.equals(whole.subarray(intact, bytes))).toBe(true)
    }
  })

  it('J6 at every byte, with the anchor still there, is evidence lost and touches nothing', async () => {
    for (let bytes = 0; bytes < whole.length; bytes += 7) {
      const { cut, opened } = await openCut(bytes, head)
      const lastSeq = lineEnds.filter((end) => end <= bytes).length
      expect(opened.integrity()).toMatchObject({ kind: 'tailMissing', lastSeq, anchoredSeq: count })
      expect(Array.from(opened.records(), (record) => record.seq)).toEqual(upTo(lastSeq))
      expect(cut.bytesOf(journalPath)).toHaveLength(bytes)
    }
  })
})
