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
})
