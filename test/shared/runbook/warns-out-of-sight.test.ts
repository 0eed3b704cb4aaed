import { describe, expect, it } from 'vitest'
import { warnsOutOfSight } from '../../../shared/runbook/warns-out-of-sight.ts'

const plain = (count: number) => Array.from({ length: count }, (_, line) => `The ring has a part number ${line}.`)
const text = (...lines: string[]) => lines.join('\n\n')

describe('R3.14 what is folded away of the words beside a step', () => {
  it.each([
    'Do not drain the ring by hand.',
    '- Never restart both.',
    'Caution: this takes an hour.',
    '> **Warning**\n> All readers wait.',
    '| Do | Mind |\n| --- | --- |\n| drain | Never at noon. |',
  ])('R3.14 warns: %s', (words) => {
    expect(warnsOutOfSight(text(...plain(8), words), 8)).toBe(true)
    expect(warnsOutOfSight(text(words, ...plain(12)), 8, true)).toBe(true)
  })

  it('R3.14 warns where the sentence begins in sight and says what is forbidden out of it', () => {
    const lines = ['The ring is old.', 'You must', 'never drain it by hand.']
    expect(warnsOutOfSight(lines.join('\n'), 2)).toBe(true)
    expect(warnsOutOfSight(lines.join('\n'), 1)).toBe(true)
  })

  it('R3.14 says nothing where the warning is in sight, or where none is', () => {
    expect(warnsOutOfSight(text('Do not drain the ring by hand.', ...plain(12)), 8)).toBe(false)
    expect(warnsOutOfSight(text(...plain(12), 'Do not drain the ring by hand.'), 8, true)).toBe(false)
    expect(warnsOutOfSight(text(...plain(20)), 8)).toBe(false)
    expect(warnsOutOfSight('Do not drain the ring.', 8)).toBe(false)
  })
})
