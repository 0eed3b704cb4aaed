import { describe, expect, it } from 'vitest'
import { remembered, rememberedOf } from '../../../shared/kit/remembered.ts'

describe('a question that is remembered', () => {
  it('is worked out once for each text, also when the answer is undefined', () => {
    const asked: string[] = []
    const isLate = remembered((text) => {
      asked.push(text)
      return text === 'late' ? true : undefined
    })
    expect([isLate('late'), isLate('late'), isLate('soon'), isLate('soon')]).toEqual([true, true, undefined, undefined])
    expect(asked).toEqual(['late', 'soon'])
  })

  it('forgets before it grows large, and keeps no long text', () => {
    let asked = 0
    const count = remembered(() => {
      asked += 1
      return asked
    })
    const long = 'x'.repeat(1_001)
    expect([count(long), count(long)]).toEqual([1, 2])
    for (let text = 0; text < 5_001; text += 1) count(`${text}`)
    expect(count('0')).toBeGreaterThan(5_003)
  })

  it('keeps its answers apart from those of other questions, also where one asks another, or the same of another text', () => {
    const lengthOf = remembered((text) => text.length)
    const nothing = remembered(() => undefined)
    const spelled: (text: string) => string = remembered((text) =>
      text === '' ? '' : `${lengthOf(text)}${spelled(text.slice(1))}${lengthOf(text)}`,
    )
    expect([spelled('late'), nothing('late'), lengthOf('late'), spelled('late')]).toEqual([
      '43211234',
      undefined,
      4,
      '43211234',
    ])
  })

  it('knows a text again also after it was forgotten while its answer was worked out', () => {
    const isKnown = remembered((text) => text.length > 0)
    const count = remembered((text) => {
      for (let other = 0; other < 5_001; other += 1) isKnown(`other ${other}`)
      return text.length
    })
    expect([count('soon'), count('soon'), isKnown('soon'), isKnown('')]).toEqual([4, 4, true, false])
  })

  it('is worked out once for each thing, whatever is in it', () => {
    let asked = 0
    const lengthOf = rememberedOf((list: readonly string[]) => {
      asked += 1
      return list.length === 0 ? undefined : list.length
    })
    const [empty, one, other] = [[], ['late'], ['late']]
    expect([empty, empty, one, one, other].map(lengthOf)).toEqual([undefined, undefined, 1, 1, 1])
    expect(asked).toBe(3)
  })
})
