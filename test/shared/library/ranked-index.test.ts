import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wantedIn } from '../../../shared/library/query-plan.ts'
import { RankedIndex } from '../../../shared/library/ranked-index.ts'
import { queryOf } from '../../../shared/library/search-options.ts'
import { entryKinds, sharesOf } from '../../../shared/library/share-out.ts'
import { swappedIn } from '../../../shared/library/swapped-letters.ts'
import { aQuery, everything, indexOf, someEntries } from './some-library.ts'

describe('ranking by numbers', () => {
  const rounded = (score: number): string => score.toPrecision(9)

  it('L20 finds what MiniSearch itself finds, with the same scores, also after edits', async () => {
    await fc.assert(
      fc.asyncProperty(someEntries, fc.array(fc.nat(11), { maxLength: 4 }), aQuery, async (entries, gone, query) => {
        const index = RankedIndex.open()
        index.addAll(entries)
        for (const at of new Set(gone)) if (index.has(`${at}.md`)) index.discard(`${at}.md`)
        await index.vacuum()
        const wanted = wantedIn(query)
        // Two letters that changed places are two errors to MiniSearch, and of words that are spelled right it takes no fewer: L5 and L28 hold these.
        const held = new Set(index.toJSON().index.map(([term]) => term))
        fc.pre(!wanted.some(({ term }) => swappedIn(term).some((swapped) => held.has(swapped))))
        const { best, totals } = index.rankEvery(wanted, null, everything)
        const theirs = index.search(queryOf(wanted))
        expect(totals.runbook + totals.reference + totals.incident).toBe(theirs.length)
        expect(new Map(best.map(({ id, score }) => [id, rounded(score)]))).toEqual(
          new Map(theirs.map(({ id, score }) => [id, rounded(score)])),
        )
        const named = new Map(theirs.map(({ id, terms }) => [id, terms]))
        for (const { id, terms } of best) expect(named.get(id)).toEqual(expect.arrayContaining([...terms]))
      }),
      { numRuns: 300 },
    )
  })

  it('L20 the best few are the first of their kind', () => {
    fc.assert(
      fc.property(someEntries, aQuery, fc.integer({ min: 1, max: 6 }), (entries, query, limit) => {
        const index = indexOf(entries)
        const all = index.search(query, {}, everything)
        const few = index.search(query, {}, { limit })
        const shares = sharesOf(all.totals, { limit })
        const first = entryKinds.flatMap((kind) =>
          all.found.filter((each) => each.kind === kind).slice(0, shares[kind]),
        )
        expect(few).toEqual({ ...all, found: all.found.filter((each) => first.includes(each)) })
      }),
    )
  })
})
