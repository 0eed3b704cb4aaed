import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerOf } from '../../../shared/library/hits-of.ts'
import { markTerms } from '../../../shared/library/mark-terms.ts'
import { type QuotedEntry, snippetOf } from '../../../shared/library/snippet.ts'
import { aQuery, indexOf, someEntries, word } from './some-library.ts'

describe('snippets', () => {
  const quote = (text: string, terms: readonly string[], names: Partial<QuotedEntry> = {}): string =>
    snippetOf({ title: '', alertname: '', keys: '', text, ...names }, terms)

  it('L8 shows where the matched words stand together', () => {
    const filler = 'nothing to see here. '.repeat(40)
    const snippet = quote(`late ${filler}the late partition is here ${filler}`, ['late', 'partition'])
    expect(snippet).toContain('the late partition is here')
    expect(snippet.startsWith('… ')).toBe(true)
    expect(snippet.endsWith(' …')).toBe(true)
  })

  it('L8 takes marks off and quotes front matter only when nothing else matches', () => {
    const text = '---\nalertname: OnlyHere\n---\n# Late\n\n- [ ] look at `late` *rows*\n'
    expect(quote(text, ['late'])).toBe('Late look at late rows')
    expect(quote(text, ['onlyhere'])).toContain('OnlyHere')
  })

  it('L8 quotes the alert and the other names when neither text nor title matched', () => {
    const names = { title: 'Nightly load', alertname: 'LoaderStuck', keys: 'ads-spend' }
    expect(quote('Nothing.', ['stuck'], names)).toBe('LoaderStuck ads-spend')
    expect(quote('Nothing.', ['nightly'], names)).toBe('Nothing.')
  })

  it('L8 finds what stands after 40,000 characters, and at the end of a run without spaces', () => {
    expect(quote(`${'far '.repeat(20_000)}needle`, ['needle'])).toContain('needle')
    expect(quote(`${'path/'.repeat(200)}needle`, ['needle'])).toContain('needle')
  })

  it('L8 never cuts a character, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 600 }), (any) => {
        expect(quote(any, ['a', 'b'])).toSatisfy((snippet: string) => !any.isWellFormed() || snippet.isWellFormed())
      }),
    )
  })

  it('L21 every result has a marked match in its title or its snippet, whatever was typed', () => {
    const long = fc
      .array(
        fc.oneof({ weight: 6, arbitrary: word }, fc.constantFrom('\n## ', '\n- ', '`', '_late_', '**', 'a|b', '…')),
        {
          maxLength: 120,
        },
      )
      .map((words) => words.join(' '))
    const isMarked = (shown: string, terms: readonly string[]): boolean =>
      markTerms(shown, terms).some(({ isMatch }) => isMatch)
    fc.assert(
      fc.property(someEntries, long, aQuery, (entries, more, query) => {
        const all = entries.map((entry) => ({
          ...entry,
          text: `${entry.headings} ${entry.errors} ${entry.text} ${more}`,
        }))
        const byId = new Map(all.map((entry) => [entry.id, entry]))
        for (const { title, snippet, terms } of answerOf(indexOf(all).search(query, {}, { limit: 60 }), (id) =>
          byId.get(id),
        ).hits) {
          expect(isMarked(title, terms) || isMarked(snippet, terms), `${snippet} for ${terms.join(', ')}`).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })
})
