import { describe, expect, it } from 'vitest'
import { guessesIn, guessQuery } from '../../../shared/library/guess-runbooks.ts'
import { answerOf } from '../../../shared/library/hits-of.ts'
import type { LibraryEntry } from '../../../shared/library/library-entry.ts'
import { indexOf, runbook } from './some-library.ts'

const entries = [
  runbook('oom.md', 'A container that was OOM killed: raise its memory limit.', { title: 'Out of memory' }),
  runbook('kafka.md', 'Lag of a consumer group: look at the brokers.', { title: 'Kafka' }),
  runbook('leader.md', 'The leader differs between two nodes of the bank.', { title: 'Split brain' }),
]

function guessed(texts: readonly string[], library: readonly LibraryEntry[] = entries) {
  const query = guessQuery(texts)
  const places = { limit: 20 }
  const found = indexOf(library).search(query, { kinds: ['runbook'] }, places)
  const { hits } = answerOf(found, { query, places }, (id) => library.find((each) => each.id === id))
  return guessesIn(hits, query).map(({ path, words }) => [path, words.toSorted().join(' ')])
}

describe('guesses when no runbook fits', () => {
  it('L30 the words that an alert and a runbook share, the best first', () => {
    expect(guessed(['PodOOM', 'Container api was OOM killed'])).toEqual([['oom.md', 'container killed oom']])
    expect(guessed(['BrokerLag', 'Consumer group orders lags on kafka'])[0]?.[0]).toBe('kafka.md')
  })

  it('L30 a word with a typing error, one word alone and words of every incident make no guess', () => {
    expect(guessed(['LedgerDrift', 'ledger differs'])).toEqual([])
    expect(guessed(['Kafka'])).toEqual([])
    expect(guessed(['error 500', 'the job failed'], [runbook('a.md', 'the job failed with error 500')])).toEqual([])
    const drift = runbook('a.md', 'Fired when drift is detected: the threshold was exceeded.')
    expect(guessed(['DiskDetected', 'threshold exceeded, critical'], [drift])).toEqual([])
  })

  it('L30 the name of a machine or an alert is enough alone', () => {
    const named = runbook('named.md', 'When KubePodNotReady fires, restart it.')
    expect(guessed(['KubePodNotReady'], [named])).toEqual([['named.md', 'kubepodnotready']])
    expect(guessQuery(['abcd '.repeat(200)])).toHaveLength(499)
  })

  it('L30 at most five, and what is asked is never longer than a query may be', () => {
    const many = Array.from({ length: 9 }, (_, index) => runbook(`${index}.md`, 'broker lag'))
    expect(guessed(['broker lag'], many)).toHaveLength(5)
    expect(guessQuery(['A', 'x'.repeat(900), 'A']).length).toBe(500)
    expect(guessQuery(['A  b', ' A b ', ''])).toBe('A b')
  })
})
