import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  emptyLog,
  firstMissing,
  PAGE_SIZE,
  pagesOf,
  readRecords,
  recordAt,
  withRecords,
} from '../../../renderer/state/incident-log.ts'
import { minuteMs, recordOf, stated } from '../../support/log-builder.ts'

const record = (seq: number) => recordOf(stated('note.added', { text: `note ${seq}` }), seq, minuteMs(seq))
const seqs = fc.uniqueArray(fc.integer({ min: 1, max: 4 * PAGE_SIZE }), { maxLength: 60 })

describe('a log that is read in parts', () => {
  it('holds every record it was given, in any order, and nothing else', () => {
    fc.assert(
      fc.property(seqs, (given) => {
        const log = given.reduce((known, seq) => withRecords(known, [record(seq)]), emptyLog)
        const sorted = given.toSorted((a, b) => a - b)
        expect([...readRecords(log)].map(({ seq }) => seq)).toEqual(sorted)
        expect(log.loaded).toBe(given.length)
        expect(log.total).toBe(Math.max(0, ...given))
      }),
    )
  })

  it('counts a record once, however often it is heard', () => {
    const once = withRecords(emptyLog, [record(1), record(2)])
    expect(withRecords(once, [record(2), record(1)])).toMatchObject({ loaded: 2, total: 2 })
  })

  it('leaves the log it was made from as it was', () => {
    const before = withRecords(emptyLog, [record(1)])
    withRecords(before, [record(2)])
    expect(recordAt(before, 2)).toBeUndefined()
  })

  it('names the first hole, and none when there is none', () => {
    const log = withRecords({ ...emptyLog, total: 5 }, [record(1), record(2), record(4)])
    expect(firstMissing(log, 1, 5)).toBe(3)
    expect(firstMissing(log, 4, 4)).toBeNull()
    expect(firstMissing(log, 4, 99)).toBe(5)
  })

  it('gives its pages with the latest first', () => {
    const log = withRecords(emptyLog, [record(1), record(PAGE_SIZE + 1)])
    expect(pagesOf(log).map((page) => page.find((each) => each !== undefined)?.seq)).toEqual([PAGE_SIZE + 1, 1])
  })
})
