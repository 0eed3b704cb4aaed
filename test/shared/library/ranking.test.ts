import { describe, expect, it } from 'vitest'
import type { LibraryEntry } from '../../../shared/library/library-entry.ts'
import { idsFrom, indexOf, runbook, scanned } from './some-library.ts'

describe('ranking', () => {
  const entry = (id: string, change: Partial<LibraryEntry>): LibraryEntry => ({
    ...runbook(`${id}.md`, 'filler words that are in all of them'),
    title: 'Other',
    ...change,
  })
  const fields = [
    entry('text', { text: 'filler words stalled that are in' }),
    entry('errors', { errors: 'stalled' }),
    entry('headings', { headings: 'stalled' }),
    entry('title', { title: 'Stalled' }),
    entry('alert', { alertname: 'stalled' }),
  ]

  it('L4 the alert and the title come before headings, errors and text', () => {
    const found = idsFrom(fields, 'stalled')
    expect(found.slice(0, 2).toSorted()).toEqual(['alert.md', 'title.md'])
    expect(found.slice(2)).toEqual(['headings.md', 'errors.md', 'text.md'])
  })

  it('L4 a whole word comes before a beginning, and that before a typing error', () => {
    const words = [
      entry('typo', { title: 'Stalked' }),
      entry('begins', { title: 'Stallednesses' }),
      entry('whole', { title: 'Stalled' }),
    ]
    expect(idsFrom(words, 'stalled')).toEqual(['whole.md', 'begins.md', 'typo.md'])
  })

  it('L28 a typing error in the title comes after the word itself in the text, however much a title weighs', () => {
    const words = [
      entry('typo', { title: 'Forum', alertname: 'Forum' }),
      entry('text', { text: `${'filler '.repeat(300)} quorum` }),
      entry('beginning', { text: `${'filler '.repeat(300)} quorums` }),
    ]
    expect(idsFrom(words, 'quorum')).toEqual(['text.md', 'beginning.md', 'typo.md'])
    expect(scanned(words, 'quorum').found.map(({ id }) => id)).toEqual(['text.md', 'beginning.md', 'typo.md'])
  })

  it('L28 of several words the one with fewer typing errors comes first', () => {
    const words = [
      entry('two', { title: 'Forum lose', alertname: 'ForumLose' }),
      entry('one', { title: 'Forum', text: 'lost' }),
      entry('none', { text: `${'filler '.repeat(300)} quorum lost` }),
    ]
    expect(idsFrom(words, 'quorum lost')).toEqual(['none.md', 'one.md', 'two.md'])
  })

  it('L29 what is called as was typed comes first: by its title or its alert, in any case and with any marks', () => {
    const words = [
      entry('many', { title: 'Host down, host up', alertname: 'HostDown\nHost_up', headings: 'Host host host' }),
      entry('called', { title: '`Host`', text: `${'filler '.repeat(300)}` }),
      entry('high', { title: 'High CPU usage', text: `${'filler '.repeat(300)}` }),
      entry('higher', { title: 'High CPU usage: CPU usage', alertname: 'HighCPUUsage', headings: 'high CPU usage' }),
      entry('alert', { alertname: 'PodDown\nKubePodGone', text: `${'filler '.repeat(300)}` }),
      entry('alerts', { title: 'KubePodGone KubePodGone', headings: 'KubePodGone KubePodGone', errors: 'KubePodGone' }),
    ]
    const spaced = entry('spaced', { alertname: 'Queue of orders grows', text: `${'filler '.repeat(300)}` })
    const other = entry('other', { title: 'Queue orders', headings: 'Queue of orders grows', text: 'grows on' })
    expect(idsFrom([spaced, other], 'queue of orders grows')[0]).toBe('spaced.md')
    expect(idsFrom([spaced, other], 'queue')[0]).toBe('other.md')
    const firsts = { host: 'called.md', 'high cpu-usage': 'high.md', KubePodGone: 'alert.md' }
    for (const [query, id] of Object.entries(firsts)) {
      expect(idsFrom(words, query)[0]).toBe(id)
      expect(scanned(words, query).found[0]?.id).toBe(id)
      expect(indexOf(words).search(query, {}, { limit: 1 }).found[0]?.id).toBe(id)
    }
  })

  it('L23 names a word with a typing error only where the word itself is not', () => {
    const index = indexOf([entry('both', { text: 'late date gate' }), entry('near', { text: 'a date' })])
    const terms = new Map(index.search('late', {}, { limit: 9 }).found.map((each) => [each.id, each.terms]))
    expect(terms).toEqual(
      new Map([
        ['both.md', ['late']],
        ['near.md', ['date']],
      ]),
    )
  })

  it('L4 golden: what people type in the night finds the right page first', () => {
    const golden = [
      entry('freshness', { title: 'Freshness of the profit table', alertname: 'PipelineFreshnessLate' }),
      entry('postgres', { title: 'Postgres replica lag', text: 'freshness suffers when the replica lags' }),
      entry('connect', {
        title: 'Connection pool',
        errors: 'FATAL: remaining connection slots are reserved (postgres)',
      }),
      entry('glossary', { title: 'Words', text: 'late date gate rate postgres freshness connection profit' }),
    ]
    const first = (query: string) => idsFrom(golden, query)[0]
    expect(first('freshnes')).toBe('freshness.md')
    expect(first('frehsness')).toBe('freshness.md')
    expect(first('postgers')).toBe('postgres.md')
    expect(first('postgers lag')).toBe('postgres.md')
    expect(first('PipelineFreshnessLate')).toBe('freshness.md')
    expect(first('late')).toBe('freshness.md')
    expect(first('conn')).toBe('connect.md')
    expect(first('connection slots')).toBe('connect.md')
    expect(idsFrom(golden, 'postgres').slice(0, 2)).toEqual(['postgres.md', 'connect.md'])
  })

  it('L4 an error pasted into a code block or a quote is known as one', () => {
    const { errors, headings } = runbook(
      'e.md',
      '# One\n\nText\n\n```\nORA-00942 gone\n# no heading\n```\n\n> quoted words\n\n## Two ##\n',
    )
    expect(errors.split('\n')).toEqual(['ORA-00942 gone', '# no heading', '> quoted words'])
    expect(headings).toBe('One\nTwo')
  })

  it('L7 the order of putting in changes nothing', () => {
    const words = ['late data', 'data late', 'data', 'late data data', 'late', 'la'].map((text, at) =>
      runbook(`${at}.md`, text),
    )
    for (const query of ['late', 'data', 'late data', 'lat']) {
      expect(idsFrom(words.toReversed(), query)).toEqual(idsFrom(words, query))
    }
  })
})
