import { describe, expect, it } from 'vitest'
import { entryFilters, passes } from '../../../../renderer/features/incident/timeline/entry-filter.ts'
import { matchingSeqs } from '../../../../renderer/features/incident/timeline/matching-seqs.ts'
import { recordById, requestOf } from '../../../../renderer/features/incident/timeline/record-index.ts'
import { emptyLog, withRecords } from '../../../../renderer/state/incident-log.ts'
import { secondary, stated } from '../../../support/log-builder.ts'
import { folded, recordsOf, type Timed } from './folded.ts'

const facts: readonly Timed[] = [
  [1, stated('note.added', { text: 'Spend has not landed' })],
  [2, stated('decision.made', { text: 'We wait' })],
  [3, stated('hypothesis.ruledOut', { text: 'not the Cluster' })],
  [
    4,
    stated('runbook.opened', {
      path: 'a.md',
      title: 'A',
      sha256: 'a'.repeat(64),
      text: 'hidden spend',
      matchedBy: 'x',
    }),
  ],
]
const records = recordsOf(facts)
const log = withRecords(emptyLog, records)
const found = (filter: Parameters<typeof passes>[0], query: string) =>
  matchingSeqs(log, folded(facts).entries, { filter, query }, () => false)

describe('looking for something in the timeline', () => {
  it('finds every word, in any case, but not in a pinned runbook’s text', async () => {
    expect(await found('all', 'SPEND landed')).toEqual([2])
    expect(await found('all', 'spend')).toEqual([2])
    expect(await found('all', 'spend cluster')).toEqual([])
  })

  it('narrows down by kind', async () => {
    expect(await found('thinking', '')).toEqual([3, 4])
    expect(await found('escalation', '')).toEqual([1])
    expect(await found('all', '')).toEqual([1, 2, 3, 4, 5])
  })

  it('J8 finds an entry by its amendment, and starred ones by their star', async () => {
    const note = records[1]?.id ?? ''
    const changed = folded([
      ...facts,
      [5, stated('entry.amended', { of: note, text: 'Marketing is late' })],
      [6, stated('entry.starred', { of: note, starred: true })],
    ]).entries
    const looked = (filter: 'all' | 'starred', query: string) =>
      matchingSeqs(log, changed, { filter, query }, () => false)
    expect(await looked('all', 'marketing')).toEqual([2])
    expect(await looked('starred', '')).toEqual([2])
  })

  it('gives up when it is no longer wanted', async () => {
    expect(await matchingSeqs(log, {}, { filter: 'all', query: '' }, () => true)).toBeNull()
  })

  it('offers filters that each let something through', () => {
    const types = ['note.added', 'decision.made', 'evidence.attached', 'rung.fired']
    for (const { value } of entryFilters) {
      expect(types.some((type) => passes(value, { type, isStarred: true }))).toBe(true)
    }
  })
})

describe('the index of a log', () => {
  it('finds a record by its id, and the request behind a notification', () => {
    const requested: Timed = [
      60,
      stated('notification.requested', {
        notification: 'n1',
        deadlineId: 'rung:0:secondary',
        rungId: 'secondary',
        person: secondary,
        role: 'secondary',
        attempt: 1,
        acknowledgeBy: '2026-11-14T04:05:00.000Z',
        message: 'Help',
        skipped: [],
      }),
    ]
    const all = recordsOf([...facts, requested])
    const known = withRecords(emptyLog, all)
    expect(all.map(({ id }) => recordById(known, id)?.seq)).toEqual(all.map(({ seq }) => seq))
    expect(requestOf(known, 'n1')?.seq).toBe(all.length)
    expect(requestOf(known, 'n2')).toBeNull()
    expect(recordById(known, 'nobody')).toBeNull()
  })
})
