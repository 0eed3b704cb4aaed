import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editDistance } from '../../../shared/kit/edit-distance.ts'
import type { LibraryEntry } from '../../../shared/library/library-entry.ts'
import { createLibraryIndex } from '../../../shared/library/library-index.ts'
import { RankedIndex } from '../../../shared/library/ranked-index.ts'
import { createScan } from '../../../shared/library/scan-entry.ts'
import type { SearchFilter } from '../../../shared/library/search-filter.ts'
import { queryOf, queryTermsOf } from '../../../shared/library/search-options.ts'
import { aQuery, everything, idsFrom, indexOf, runbook, someEntries } from './some-library.ts'

const scanned = (entries: readonly LibraryEntry[], query: string, filter: SearchFilter = {}): readonly string[] =>
  entries.flatMap((entry) => createScan(query, filter)(entry)?.id ?? [])

describe('finding', () => {
  const entries = [
    runbook('a.md', '# Late partition\n\nThe partition of yesterday did not arrive.'),
    runbook('b.md', '# Schema\n\nA column was renamed upstream: naïve Zürich export.'),
    runbook('c.md', '# Alerts\n\nKubePodNotReady fires; look at late_rows and S3.'),
  ]

  it.each([
    ['partition', ['a.md']],
    ['parti', ['a.md']],
    ['patrition', ['a.md']],
    ['PARTITION yest', ['a.md']],
    ['partition renamed', []],
    ['renamd', ['b.md']],
    ['zurich naive', ['b.md']],
    ['zzzzqq', []],
    ['', []],
    [' .,! ', []],
  ])('L1 "%s" finds %j', (query, expected) => {
    expect(idsFrom(entries, query)).toEqual(expected)
  })

  it('L1 short words forgive nothing, middling ones one error, long ones two', () => {
    const words = [runbook('w.md', 'cat lake partition')]
    expect(idsFrom(words, 'cut')).toEqual([])
    expect(idsFrom(words, 'lame')).toEqual(['w.md'])
    expect(idsFrom(words, 'laem')).toEqual([])
    expect(idsFrom(words, 'partitoin')).toEqual(['w.md'])
    expect(idsFrom(words, 'pratitoin')).toEqual([])
  })

  it('L2 a letter finds names, two letters find whole words in the text', () => {
    const words = [runbook('w.md', 'so s3 was slow'), runbook('x.md', 'nothing here', { title: 'Slow queries' })]
    expect(idsFrom(words, 's')).toEqual(['x.md'])
    expect(idsFrom(words, 's3')).toEqual(['w.md'])
    expect(idsFrom(words, 'sl')).toEqual(['x.md'])
    expect(idsFrom(words, 'slo')).toHaveLength(2)
  })

  it('L3 a word in _emphasis_ is found without its marks', () => {
    const emphasis = [runbook('e.md', 'do _not_ restart __twice__')]
    expect(idsFrom(emphasis, 'not twice')).toEqual(['e.md'])
    expect(scanned(emphasis, 'not twice')).toEqual(['e.md'])
  })

  it.each(['KubePodNotReady', 'kubepod', 'notready', 'ready', 'late_rows', 'rows'])(
    'L3 "%s" finds the name and its parts',
    (query) => {
      const found = idsFrom(entries, query)
      if (query === 'notready') expect(found).toEqual([])
      else expect(found).toContain('c.md')
    },
  )
})

const aFilter: fc.Arbitrary<SearchFilter> = fc.record(
  {
    kinds: fc.subarray(['runbook' as const, 'reference' as const, 'incident' as const]),
    pipeline: fc.constantFrom('profit', 'growth'),
    scenario: fc.constantFrom('late data', 'High latency'),
    since: fc.constantFrom('2026-01-01', '2026-06-01', '2026-11-25'),
  },
  { requiredKeys: [] },
)

describe('looking at every word', () => {
  it('L5 finds what the index finds, for any library, query and filter', () => {
    fc.assert(
      fc.property(someEntries, aQuery, aFilter, (entries, query, filter) => {
        expect(scanned(entries, query, filter).toSorted()).toEqual(idsFrom(entries, query, filter).toSorted())
      }),
      { numRuns: 500 },
    )
  })

  it('L5 names the same words as matched', () => {
    fc.assert(
      fc.property(someEntries, aQuery, (entries, query) => {
        const byIndex = new Map(
          indexOf(entries)
            .search(query, {}, everything)
            .found.map(({ id, terms }) => [id, terms.toSorted()]),
        )
        for (const entry of entries) {
          expect(createScan(query, {})(entry)?.terms.toSorted()).toEqual(byIndex.get(entry.id))
        }
      }),
      { numRuns: 300 },
    )
  })

  it('L5 counts typing errors as an exhaustive count does', () => {
    const slow = (one: string, other: string): number =>
      one === '' || other === ''
        ? one.length + other.length
        : Math.min(
            slow(one.slice(1), other.slice(1)) + (one[0] === other[0] ? 0 : 1),
            slow(one.slice(1), other) + 1,
            slow(one, other.slice(1)) + 1,
          )
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 })
    fc.assert(
      fc.property(letters, letters, fc.integer({ min: 0, max: 3 }), (one, other, most) => {
        const distance = slow(one, other)
        expect(editDistance(one, other, most)).toBe(distance <= most ? distance : null)
      }),
    )
  })
})

describe('ranking by numbers', () => {
  const rounded = (score: number): string => score.toPrecision(9)

  it('L20 finds what MiniSearch itself finds, with the same scores, also after edits', async () => {
    await fc.assert(
      fc.asyncProperty(someEntries, fc.array(fc.nat(11), { maxLength: 4 }), aQuery, async (entries, gone, query) => {
        const index = RankedIndex.open()
        index.addAll(entries)
        for (const at of new Set(gone)) if (index.has(`${at}.md`)) index.discard(`${at}.md`)
        await index.vacuum()
        const { best, total } = index.rank(queryTermsOf(query), null, everything)
        const theirs = index.search(queryOf(query))
        expect(total).toBe(theirs.length)
        expect(new Map(best.map(({ id, score }) => [id, rounded(score)]))).toEqual(
          new Map(theirs.map(({ id, score }) => [id, rounded(score)])),
        )
        const named = new Map(theirs.map(({ id, terms }) => [id, terms]))
        for (const { id, terms } of best) expect(named.get(id)).toEqual(expect.arrayContaining([...terms]))
      }),
      { numRuns: 300 },
    )
  })

  it('L20 the best few are the first of all', () => {
    fc.assert(
      fc.property(someEntries, aQuery, fc.integer({ min: 1, max: 4 }), (entries, query, limit) => {
        const index = indexOf(entries)
        const all = index.search(query, {}, everything)
        expect(index.search(query, {}, limit)).toEqual({ found: all.found.slice(0, limit), total: all.total })
      }),
    )
  })
})

describe('filters', () => {
  const entries = [
    runbook('new.md', 'late', { at: '2026-11-20', pipeline: 'profit', scenarios: ['Late data'] }),
    runbook('old.md', 'late', { at: '2026-01-20' }),
    runbook('undated.md', 'late', { kind: 'reference' }),
    runbook('night', 'late', { kind: 'incident', at: '2026-11-20T03:00:00.000Z', pipeline: 'profit' }),
  ]

  it.each<[SearchFilter, readonly string[]]>([
    [{}, ['new.md', 'night', 'old.md', 'undated.md']],
    [{ kinds: [] }, ['new.md', 'night', 'old.md', 'undated.md']],
    [{ kinds: ['reference', 'incident'] }, ['night', 'undated.md']],
    [{ pipeline: 'profit' }, ['new.md', 'night']],
    [{ scenario: 'LATE DATA' }, ['new.md']],
    [{ since: '2026-11-20' }, ['new.md', 'night']],
    [{ since: '2026-11-20', kinds: ['incident'], pipeline: 'profit' }, ['night']],
    [{ since: '2026-11-21' }, []],
  ])('L6 %j', (filter, expected) => {
    expect(idsFrom(entries, 'late', filter).toSorted()).toEqual(expected)
  })

  it('L6 the limit counts what passes, and the total says how many there are', () => {
    const { found, total } = indexOf(entries).search('late', { kinds: ['runbook'] }, 1)
    expect([found.length, total]).toEqual([1, 2])
  })
})

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

  it('L10 forgets what an entry no longer says, and scores as if it never had', async () => {
    const index = indexOf([runbook('a.md', 'wombat late'), runbook('b.md', 'late'), runbook('c.md', 'late late')])
    index.put(runbook('a.md', 'quokka'))
    index.remove('c.md')
    await index.settle()
    expect(index.search('wombat', {}, 9).found).toEqual([])
    expect(index.search('quokka', {}, 9).found).toHaveLength(1)
    const fresh = indexOf([runbook('b.md', 'late'), runbook('a.md', 'quokka')])
    expect(index.search('late', {}, 9)).toEqual(fresh.search('late', {}, 9))
  })
})
