import { describe, expect, it } from 'vitest'
import { documentEntry } from '../../../shared/library/library-entry.ts'
import type { SearchFilter } from '../../../shared/library/search-filter.ts'
import { idsFrom, indexOf, runbook, scanned } from './some-library.ts'

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

  it.each([
    ['2026-11-20T08:00', '2026-11-20'],
    ['2026-02-31', null],
    ['9/1/2026', null],
    ['last week', null],
  ])('L6 "%s" is an age only where it is a day', (lastVerified, at) => {
    const document = { kind: 'runbook', path: 'a.md', title: 'A', pipeline: null, tags: [], text: '' } as const
    expect(documentEntry({ ...document, lastVerified }, []).at).toBe(at)
  })

  it('L4 a heading is known without the marks that close it, however many spaces it holds', () => {
    const text = `# Orders ##\n\n## a${' '.repeat(100_000)}x #\n`
    const document = { kind: 'runbook', path: 'a.md', title: 'A', pipeline: null, tags: [], text } as const
    expect(documentEntry(document, []).headings.replace(/ {9,}/, ' … ')).toBe('Orders\na … x')
  })

  it('L6 the limit counts what passes, and the total says how many there are', () => {
    const { found, totals } = indexOf(entries).search('late', { kinds: ['runbook'] }, { limit: 1 })
    expect([found.length, totals]).toEqual([1, { runbook: 2, reference: 0, incident: 0 }])
  })

  it('L6 tells what the same words find without the filter, and how much of that says nothing of what it asks', () => {
    const told = (query: string, filter: SearchFilter) => {
      const { unfiltered } = indexOf(entries).search(query, filter, { limit: 1 })
      expect(scanned(entries, query, filter).unfiltered).toEqual(unfiltered)
      return unfiltered
    }
    const silent = { pipeline: 0, scenario: 0, since: 0 }
    expect(told('late', {})).toBeNull()
    expect(told('late', { since: '2026-11-21' })).toEqual({
      total: 4,
      holding: 'every',
      silent: { ...silent, since: 1 },
    })
    expect(told('late', { kinds: ['incident'], pipeline: 'growth', scenario: 'x' })).toEqual({
      total: 4,
      holding: 'every',
      silent: { pipeline: 2, scenario: 3, since: 0 },
    })
    expect(told('late qqqzzz', { since: '2026-11-21' })).toMatchObject({ total: 4, holding: 'some' })
    expect(told('qqqzzz', { since: '2026-11-21' })).toMatchObject({ total: 0 })
  })

  it('L6 the best matches within a filter do not hide that something outside holds every word', () => {
    const more = [...entries, runbook('whole.md', 'late loader')]
    const filter = { since: '2026-11-20' }
    const found = indexOf(more).search('late loader', filter, { limit: 9 })
    expect(found).toMatchObject({ holding: 'some', unfiltered: { total: 1, holding: 'every' } })
    expect(found.found).not.toEqual([])
    expect(scanned(more, 'late loader', filter)).toMatchObject({ holding: 'some', unfiltered: found.unfiltered })
  })
})
