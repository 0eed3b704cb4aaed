import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markTerms } from '../../../../renderer/features/library/mark-terms.ts'

const matched = (text: string, terms: readonly string[]) =>
  markTerms(text, terms)
    .filter(({ isMatch }) => isMatch)
    .map((stretch) => stretch.text)

describe('what matched is marked', () => {
  it.each([
    ['the spend is late', ['late', 'spend'], ['spend', 'late']],
    ['Late, LATE and late.', ['late'], ['Late', 'LATE', 'late']],
    ['later and PipelineFreshnessLate', ['late'], []],
    ['ads.spend_daily', ['spend', 'daily'], ['spend', 'daily']],
    ['cost (in $) of a+b', ['a+b', '$'], ['$', 'a+b']],
    ['Übergabe über Nacht', ['über'], ['über']],
    ['a-b', ['a-b', 'a'], ['a-b']],
    ['nothing', ['', ''], []],
    ['', ['late'], []],
  ])('%s for %j', (text, terms, found) => {
    expect(matched(text, terms)).toEqual(found)
  })

  it('never changes the text, whatever the terms are', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string({ maxLength: 6 }), { maxLength: 6 }), (text, terms) => {
        expect(
          markTerms(text, terms)
            .map((stretch) => stretch.text)
            .join(''),
        ).toBe(text)
      }),
    )
  })

  it('marks every term that stands alone in the text', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcé'), minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), (words) => {
        expect(matched(words.join(' '), words)).toEqual(words)
      }),
    )
  })
})
