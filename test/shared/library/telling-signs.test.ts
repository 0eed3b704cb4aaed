import { describe, expect, it } from 'vitest'
import { namesIn, rowsIn } from '../../../shared/library/telling-signs.ts'
import { leastProcessorMs } from '../../support/processor-time.ts'

describe('what nobody writes by chance', () => {
  it.each([
    [
      'an exception with its package',
      'org.apache.kafka.OffsetOutOfRangeException: at 7',
      ['org.apache.kafka.OffsetOutOfRangeException', 'OffsetOutOfRangeException'],
    ],
    [
      'hosts and groups',
      'ledger-consumer, group ledger-v2 on indexer-7 (10.0.3.17).',
      ['ledger-v2', 'indexer-7', '10.0.3.17'],
    ],
    [
      'settings and error codes',
      'session.timeout.ms=6000, ORA-00600 in archive_command',
      ['session.timeout.ms', 'ORA-00600', 'archive_command'],
    ],
    ['services', '`kube-state-metrics` at commit 3f2a9bc1', ['kube-state-metrics', '3f2a9bc1']],
  ])('L11.1 %s', (_, text, names) => {
    expect(namesIn(text)).toEqual(names)
  })

  it.each([
    'read-only, up-to-date, 3-way, 5-minute, a long-running one, SEV-2',
    'GitHub, PostgreSQL and BigQuery, sha256, python3, 90s, 2h30m, 512MB, p99',
    'at 2026-10-20T02:10:00Z, 02:40, on 2026-10-20, 8812231',
    'https://grafana.example.com/d/orders-7/lag?var-host=indexer-7 and jane.doe@acme-7.example',
    'e.g. this. And then',
  ])('L11.1 no name: %s', (text) => {
    expect(namesIn(text)).toEqual([])
  })

  it.each(['a', '-', 'a-', 'a.', 'a_', '(', 'aB'])('L11.1 a word made of %s takes time as it is long', (piece) => {
    const spent = (count: number) =>
      leastProcessorMs(
        () => piece.repeat(count),
        (text) => [namesIn(text), rowsIn(text)],
      )
    spent(1_000)
    // Eight times the length: linear is 8, square is 64. Half-way leaves room for a busy machine.
    expect(spent(100_000)).toBeLessThan(32 * Math.max(4, spent(12_500)))
  })

  it('L11.1 words in a row are those of one thing said', () => {
    expect(rowsIn('OSError: No space left on device, again')).toEqual(['no space left on device'])
    expect(rowsIn('FATAL: remaining connection slots are reserved')).toEqual([
      'remaining connection slots are reserved',
      'remaining connection slots are',
      'connection slots are reserved',
    ])
    expect(rowsIn('no space. left on device')).toEqual([])
    expect(rowsIn('then it was there and we were there, too')).toEqual([])
  })
})
