import { describe, expect, it } from 'vitest'
import type { FactDraft } from '../../../shared/incident/facts/fact-catalog.ts'
import { foldDigest } from '../../../shared/library/incident-digest.ts'
import { profileOf } from '../../../shared/library/incident-profile.ts'
import { similarIncidents } from '../../../shared/library/similar-incidents.ts'
import { declaration, minuteMs, recordOf, stated } from '../../support/log-builder.ts'
import { note } from './some-digests.ts'

let count = 0
function incident(title: string, drafts: readonly FactDraft[]) {
  count += 1
  const id = `20261101-${String(count).padStart(4, '0')}`
  const pipeline = { id: `pipeline-${count}`, name: `Pipeline ${count}` }
  const all = [stated('incident.declared', declaration({ title, pipeline })), ...drafts]
  const digest = foldDigest(
    null,
    all.map((draft, at) => recordOf(draft, at + 1, minuteMs(at), id)),
  )
  if (digest === null) throw new Error('no digest')
  return profileOf(digest)
}

/** What somebody writes through a night, about nothing that happened before. */
const more = [
  'pager went off, opened the laptop in the kitchen',
  'dashboard shows three red panels, the totals of yesterday look odd',
  'finance writes that the morning report cannot go out like this',
  'support sees tickets from two countries, nothing from the others',
  'rolled back the release of the afternoon, no change so far',
  'vendor hotline picked up after twenty minutes, they look at their side',
].map(note)

const past = {
  offsets: incident('Checkout 500s after deploy', [
    note('OffsetOutOfRangeException in ledger-consumer, group ledger-v2'),
    note('resetting offsets to latest'),
    stated('incident.resolved', { note: 'reset the consumer offsets of ledger-v2' }),
  ]),
  memory: incident('Search API slow', [
    note('java.lang.OutOfMemoryError: GC overhead limit exceeded in indexer-7, heap 31g'),
    note('hot shard products_2026'),
  ]),
  space: incident('Warehouse refuses writes', [note('loader says: No space left on device'), note('freed 40 GB')]),
  printer: incident('Printer queue stuck', [note('somebody pulled the plug, read-only since Monday')]),
}
const all = Object.values(past)

const seen = (target: ReturnType<typeof incident>, others: readonly ReturnType<typeof incident>[] = all) =>
  similarIncidents(target, others, 5).map(({ title, reason }) => [title, reason])

describe('the same error in another pipeline', () => {
  it.each([
    [
      'an exception',
      'seeing offsetOutOfRangeException in the log',
      'Checkout 500s after deploy',
      'offsetOutOfRangeException',
    ],
    ['a group', 'consumer group ledger-v2 stopped at 02:40', 'Checkout 500s after deploy', 'ledger-v2'],
    ['a host', 'indexer-7 restarts every 4 minutes', 'Search API slow', 'indexer-7'],
    ['its words in a row', 'copy ends with no space left on device', 'Warehouse refuses writes', 'device'],
  ])('L11.1 %s is enough alone, and does not fade with what is written later', (_, words, title, named) => {
    for (const notes of [[note(words)], [note(words), ...more], [...more, note(words)]]) {
      const found = seen(incident('Ledger totals wrong in the morning report', notes))
      expect(found).toEqual([[title, expect.stringContaining(named)]])
    }
  })

  it('L11.1 nothing is alike by words that any night holds', () => {
    expect(seen(incident('Ledger totals wrong in the morning report', more))).toEqual([])
    expect(seen(incident('Mail is late', [note('the relay is read-only, restarted it')]))).toEqual([])
  })

  it('L11.1 a name that many incidents hold is the habit of this place', () => {
    const usual = Array.from({ length: 20 }, (_, at) =>
      incident(`Night ${'x'.repeat(at + 3)}`, [note('spark-etl-1 ran late')]),
    )
    expect(seen(incident('Totals wrong', [note('spark-etl-1 is green')]), usual)).toEqual([])
    expect(seen(incident('Totals wrong', [note('spark-etl-1 is green')]), usual.slice(0, 2))).toHaveLength(2)
  })

  it('L11.1 drafts of ours, names of variables and of files are nobody’s words', () => {
    const drafts = [
      stated('status.updated', { text: 'We look into late numbers of the warehouse and tell more at noon' }),
      stated('value.given', { name: 'CLUSTER_ID', value: 'x' }),
      stated('evidence.attached', {
        sha256: 'a'.repeat(64),
        name: 'screen-shot-12.png',
        mediaType: 'image/png',
        bytes: 1,
      }),
    ]
    const other = incident('Mail late', [...drafts, note('relay answered again'), note('queue drained slowly')])
    expect(seen(incident('Totals wrong', [...drafts, ...more, ...more]), [other])).toEqual([])
  })

  it('L11 a title that was alike stays alike while the night is written down', () => {
    const before = incident('Quokka export stalled', [])
    const now = incident('Quokka export late', [...more, ...more])
    expect(seen(now, [...all, before]).map(([title]) => title)).toEqual(['Quokka export stalled'])
  })
})
