import { describe, expect, it } from 'vitest'
import { currentVersion, upcast, upcastChain } from '../../../shared/journal/upcast.ts'
import { noteAfter } from './sample-log.ts'

describe('J7 upcasting', () => {
  const record = noteAfter(null)
  const steps = {
    1: (old: typeof record) => ({ ...old, data: { ...old.data, trail: 'one' } }),
    2: (old: typeof record) => ({ ...old, data: { ...old.data, trail: `${old.data.trail} two` } }),
  }

  it('J7 leaves a record of this version as it is', () => {
    expect(upcast(record)).toBe(record)
    expect(record.v).toBe(currentVersion)
  })

  it('J7 takes each step once and in order', () => {
    const lifted = upcastChain(steps, 3)(record)
    expect(lifted).toMatchObject({ v: 3, data: { trail: 'one two' } })
    expect(upcastChain(steps, 3)({ ...record, v: 2 })).toMatchObject({ v: 3, data: { trail: 'undefined two' } })
    expect(lifted.hash).toBe(record.hash)
  })

  it('J7 a missing step is found when the program starts, not when a log is read', () => {
    expect(() => upcastChain({ 2: steps[2] }, 3)).toThrow('no upcast from version 1 to 2')
  })

  it('J7 leaves a record of a newer version alone', () => {
    const newer = { ...record, v: 9 }
    expect(upcastChain(steps, 3)(newer)).toBe(newer)
  })
})
