import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editDistance } from '../../../shared/kit/edit-distance.ts'
import { piecesOf, termOf, wordsOf } from '../../../shared/library/cut-words.ts'
import { lettersOf, likelyWords } from '../../../shared/library/likely-words.ts'
import { isSwapped } from '../../../shared/library/swapped-letters.ts'
import { word } from './some-library.ts'

/** Whether a word of a text answers a term, by each of its pieces. */
const answers = (written: string, term: string, edits: number): boolean =>
  piecesOf(written)
    .flatMap(({ text }) => termOf(text) ?? [])
    .some(
      (own) =>
        own.startsWith(term) ||
        (edits > 0 && (editDistance(term, own, edits) !== null || (edits === 1 && isSwapped(term, own)))),
    )

const piece = fc.oneof(
  word,
  fc.stringMatching(/^[abABx1_é東ﬁ]{1,8}$/u),
  fc.stringMatching(/^[ab]{60,70}$/),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
)
const text = fc
  .array(fc.tuple(piece, fc.constantFrom(' ', '-', '\n', ' — ', '`', '/', '’', '')), { maxLength: 12 })
  .map((parts) => parts.flat().join(''))
const asked = fc.tuple(
  fc.oneof(piece, fc.stringMatching(/^[abx1]{3,8}$/)).map((typed) => termOf(typed) ?? 'a'),
  fc.nat(2),
)

const ofLetters = (terms: readonly (readonly [string, number])[]) =>
  terms.map(([term, edits]) => lettersOf(term, edits))

describe('likely words', () => {
  it('L5 passes over no word that answers a term, and makes up none', () => {
    fc.assert(
      fc.property(text, fc.array(asked, { minLength: 1, maxLength: 3 }), (within, terms) => {
        const words = wordsOf(within)
        const likely = likelyWords(within, ofLetters(terms))
        const isAsked = (each: string): boolean => terms.some(([term, edits]) => answers(each, term, edits))
        expect(likely.filter(isAsked)).toEqual(words.filter(isAsked))
        expect(words).toEqual(expect.arrayContaining([...likely]))
      }),
      { numRuns: 2_000 },
    )
  })

  it('L5 forgives a typing error in what is longer than a term may be', () => {
    const long = 'ab'.repeat(40)
    expect(likelyWords(`x${long}`, ofLetters([[`y${long.slice(0, 63)}`, 1]]))).toEqual([`x${long}`])
  })

  it('L5 passes over most others', () => {
    const within =
      'The consumer of the broker rebalanced while a partition moved; see kube_state and Überlauf for more.'
    expect(likelyWords(within, ofLetters([['partition', 2]]))).toEqual(['partition', 'Überlauf'])
    expect(likelyWords(within, ofLetters([['state', 1]]))).toEqual(['kube_state', 'Überlauf'])
    expect(likelyWords(within, [])).toEqual([])
  })
})
