import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { termOf } from '../../../shared/library/cut-words.ts'
import { markTerms } from '../../../shared/library/mark-terms.ts'

const matched = (text: string, terms: readonly string[]) =>
  markTerms(text, terms)
    .filter(({ isMatch }) => isMatch)
    .map((stretch) => stretch.text)

describe('what matched is marked', () => {
  it.each([
    ['the spend is late', ['late', 'spend'], ['spend', 'late']],
    ['Late, LATE and late.', ['late'], ['Late', 'LATE', 'late']],
    ['later and relate', ['late'], []],
    ['PipelineFreshnessLate', ['late'], ['Late']],
    ['PipelineFreshnessLate', ['late', 'pipelinefreshnesslate'], ['PipelineFreshnessLate']],
    ['ads.spend_daily', ['spend', 'daily'], ['spend', 'daily']],
    ['_late_ again', ['late'], ['late']],
    ['Übergabe über Nacht', ['uber'], ['über']],
    ['KubeCPUOvercommit', ['overcommit'], ['Overcommit']],
    ['MySQL数据库主从延迟', ['数据', '据库'], ['数据库']],
    ['从库复制延迟，主从延迟', ['延迟'], ['延迟', '延迟']],
    ['本番データベース', ['デー', 'ータ'], ['データ']],
    ['nothing', [], []],
    ['', ['late'], []],
  ])('L21 %s for %j', (text, terms, found) => {
    expect(matched(text, terms)).toEqual(found)
  })

  it('L21 never changes the text, whatever the terms are', () => {
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

  it('L21 marks every word whose term was found', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcéÄ'), minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), (words) => {
        const terms = words.flatMap((each) => termOf(each) ?? [])
        expect(matched(words.join(' '), terms)).toEqual(words)
      }),
    )
  })
})
