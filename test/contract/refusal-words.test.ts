import { describe, expect, it } from 'vitest'
import { refusalWords } from '../../shared/contract/refusal-words.ts'

describe('a refusal in words', () => {
  it.each([
    [
      'a.md was not written: the file is read-only',
      'The old file stands.',
      'a.md was not written: the file is read-only. The old file stands.',
    ],
    ['It was changed meanwhile.', 'Look again', 'It was changed meanwhile. Look again.'],
    ['There is no "a.md."', undefined, 'There is no "a.md."'],
    ['Is it gone? (yes)', null, 'Is it gone? (yes).'],
    ['It failed', '', 'It failed.'],
  ])('%j and what to do are sentences', (message, hint, words) => {
    expect(refusalWords({ message, hint })).toBe(words)
  })
})
