import { describe, expect, it } from 'vitest'
import { type Choice, wholeCopy, whyNot } from '../../../../renderer/features/library/offline-copy/offline-choice.ts'

const why = (change: Partial<Choice>) => whyNot({ ...wholeCopy, ...change }, [])

describe('what keeps a copy from being saved', () => {
  it.each([
    ['nothing', {}, null],
    ['a passphrase that was taken back', { again: 'four random words do' }, null],
    ['a short passphrase', { passphrase: 'short', again: 'short' }, 'passphrase'],
    ['a passphrase that was not repeated', { passphrase: 'four random words do' }, 'again'],
    ['no part', { parts: [] }, 'runbooks'],
    ['no weeks', { weeks: '' }, 'weeks'],
  ] as const)('%s', (_, change, at) => {
    expect(why(change)?.at ?? null).toBe(at)
  })
})
