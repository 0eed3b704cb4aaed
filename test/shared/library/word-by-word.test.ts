import { describe, expect, it } from 'vitest'
import { answerOf } from '../../../shared/library/hits-of.ts'
import type { LibraryEntry } from '../../../shared/library/library-entry.ts'
import { widePlaces } from '../../../shared/library/word-by-word.ts'
import { indexOf, runbook, scanned } from './some-library.ts'

function first(entries: readonly LibraryEntry[], query: string, places = { limit: 3 }) {
  const entryOf = (id: string) => entries.find((each) => each.id === id)
  const indexed = indexOf(entries).search(query, {}, widePlaces(query, places))
  const of = (found: typeof indexed) => answerOf(found, { query, places }, entryOf).hits.map(({ ref }) => ref)
  const [refs, looked] = [of(indexed), of(scanned(entries, query))]
  expect(looked[0]).toBe(refs[0])
  return refs
}

describe('words in a row', () => {
  const log =
    '# Loader stops\n\n1. Restart it\n\n```\nJob exited with code 1, while running\n[ERROR] partition 3 of topic orders has no leader\n```\n'
  const pages = [
    runbook('log.md', log, { title: 'Loader stops' }),
    runbook('b.md', 'the topic orders has no leader for the partition', {
      title: '3 ways in which a partition of a topic has no leader',
    }),
    runbook('c.md', 'The job exited with a code while running', { title: '1 job' }),
    runbook('d.md', 'job exited, code 1, with all while running', { title: 'Job exited: code 1' }),
  ]

  it.each([
    'job exited with code 1 while running',
    'exited with code 1 whi',
    'Partition 3 of topic "orders" has no leader',
  ])('L29.2 "%s" finds first what holds it word by word', (query) => {
    expect(first(pages, query)[0]).toBe('log.md')
  })

  it('L29.2 what is called as was typed stays first, and so few words weigh as they do', () => {
    const called = runbook('called.md', 'nothing', { title: 'Job exited with code 1' })
    expect(first([...pages, called], 'job exited with code 1').slice(0, 2)).toEqual(['called.md', 'log.md'])
    expect(first(pages, 'code 1')[0]).toBe('d.md')
  })

  it('L29.2 finds it behind a hundred others that hold the same words, and shows as many as were asked for', () => {
    const others = Array.from({ length: 100 }, (_, at) =>
      runbook(`o${at}.md`, 'code 1 exited with', { title: 'Job 1 exited with its code' }),
    )
    const refs = first([...others, ...pages], 'job exited with code 1')
    expect([refs[0], refs.length]).toEqual(['log.md', 3])
  })
})
