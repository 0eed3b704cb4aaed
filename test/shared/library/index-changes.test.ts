import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createLibraryIndex } from '../../../shared/library/library-index.ts'
import { createDice, variedWords } from '../../support/varied-words.ts'
import { aQuery, everything, indexOf, runbook, someEntries } from './some-library.ts'

describe('an index that changes', () => {
  it('L9 is the same after being written and read', () => {
    fc.assert(
      fc.property(someEntries, aQuery, (entries, query) => {
        const index = indexOf(entries)
        const again = createLibraryIndex(JSON.parse(JSON.stringify(index.toJson())))
        expect(again.search(query, {}, everything)).toEqual(index.search(query, {}, everything))
      }),
      { numRuns: 100 },
    )
  })

  it('L10 forgets what an entry no longer says, and scores as if it never had', () => {
    const index = indexOf([runbook('a.md', 'wombat late'), runbook('b.md', 'late'), runbook('c.md', 'late late')])
    index.put(runbook('a.md', 'quokka'))
    index.remove('c.md')
    for (const _ of index.settling()) expect.unreachable('so little is done in one slice')
    expect(index.search('wombat', {}, everything).found).toEqual([])
    expect(index.search('quokka', {}, everything).found).toHaveLength(1)
    const fresh = indexOf([runbook('b.md', 'late'), runbook('a.md', 'quokka')])
    expect(index.search('late', {}, everything)).toEqual(fresh.search('late', {}, everything))
  })

  it('L10 L24 forgets in slices, between which entries come and go', () => {
    const dice = createDice()
    const word = variedWords(dice)
    const words = (many: number): string => Array.from({ length: many }, word).join(' ')
    const texts = new Map(Array.from({ length: 150 }, (_, at) => [`${at}.md`, words(120)]))
    const index = indexOf([...texts].map(([path, text]) => runbook(path, text)))
    const change = (path: string): void => {
      const text = words(120)
      texts.set(path, text)
      index.put(runbook(path, text))
    }
    for (let at = 0; at < 60; at += 1) change(`${at}.md`)
    let slices = 0
    for (const _ of index.settling()) {
      slices += 1
      change(`${60 + slices}.md`)
      index.remove(`${120 + slices}.md`)
      texts.delete(`${120 + slices}.md`)
      change(`new-${slices}.md`)
    }
    expect(slices).toBeGreaterThan(0)
    for (const _ of index.settling()) slices += 1
    const fresh = indexOf([...texts].map(([path, text]) => runbook(path, text)))
    for (const query of Array.from({ length: 40 }, word)) {
      expect(index.search(query, {}, everything)).toEqual(fresh.search(query, {}, everything))
    }
    expect(index.toJson().dirtCount).toBe(0)
  })

  it('L24 nothing is to be forgotten where nothing was taken out', () => {
    expect(
      indexOf([runbook('a.md', 'late')])
        .settling()
        .next().done,
    ).toBe(true)
  })
})
