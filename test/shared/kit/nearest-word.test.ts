import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { didYouMean, nearestWord } from '../../../shared/kit/nearest-word.ts'

describe('W2 the nearest word', () => {
  it.each([
    ['primry', 'primary'],
    ['PRIMARY', 'primary'],
    ['secundary', 'secondary'],
    ['led', 'lead'],
  ])('of "%s" is "%s"', (word, nearest) => {
    expect(nearestWord(word, ['primary', 'secondary', 'lead'])).toBe(nearest)
  })

  it('is none where a third of the letters or more would have to be guessed', () => {
    expect(nearestWord('owner', ['primary', 'secondary', 'lead'])).toBeUndefined()
    expect(nearestWord('ab', ['cd', 'abcd'])).toBeUndefined()
    expect(didYouMean('owner', ['lead'])).toEqual({})
  })

  it('is the first of those that are equally near', () => {
    expect(didYouMean('lend', ['lead', 'land'])).toEqual({ hint: 'Did you mean lead?' })
  })

  it('is the one that is told by comparing all of them', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '-', 'É'), maxLength: 9 })
    fc.assert(
      fc.property(word, fc.array(word, { maxLength: 6 }), (wanted, candidates) => {
        const most = Math.max(wanted.length < 4 ? 1 : 2, Math.floor(wanted.length / 3))
        const distances = candidates.map((candidate) => distanceOf(wanted.toLowerCase(), candidate.toLowerCase()))
        const least = Math.min(...distances)
        expect(nearestWord(wanted, candidates)).toBe(least > most ? undefined : candidates[distances.indexOf(least)])
      }),
    )
  })
})

/** Levenshtein's distance by its definition. */
function distanceOf(one: string, other: string): number {
  if (one === '' || other === '') return one.length + other.length
  const change = one[0] === other[0] ? 0 : 1
  return Math.min(
    distanceOf(one.slice(1), other.slice(1)) + change,
    change === 0 ? Number.POSITIVE_INFINITY : distanceOf(one.slice(1), other) + 1,
    change === 0 ? Number.POSITIVE_INFINITY : distanceOf(one, other.slice(1)) + 1,
  )
}
