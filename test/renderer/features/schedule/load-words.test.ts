import { describe, expect, it } from 'vitest'
import { loadChangeWords } from '../../../../renderer/features/schedule/change/load-words.ts'

describe('the load that a change moves', () => {
  it('is told by what is shown of it', () => {
    expect(loadChangeWords({ before: 9.3, after: 8.8 })).toBe('9.3 to 8.8 (−0.5)')
    expect(loadChangeWords({ before: 9.26, after: 9.24 })).toBe('9.3 to 9.2 (−0.1)')
    expect(loadChangeWords({ before: 0, after: 1 })).toBe('0.0 to 1.0 (+1.0)')
  })

  it('is no news where nothing of it is shown', () => {
    expect(loadChangeWords({ before: 9.32, after: 9.28 })).toBeNull()
    expect(loadChangeWords({ before: 9.28, after: 9.32 })).toBeNull()
  })
})
