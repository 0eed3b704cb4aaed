import { describe, expect, it } from 'vitest'
import { idsFrom, idsOf, runbook, scanned } from './some-library.ts'

describe('spelling', () => {
  it('L28 a word that three entries hold as typed is spelled right: it forgives letters at its end and no other error', () => {
    const started = runbook('started.md', 'start the pod')
    const holders = (count: number) =>
      Array.from({ length: count }, (_, at) => runbook(`${at}.md`, at === 0 ? 'restarts' : 'restart the pods'))
    expect(idsFrom([started, ...holders(2)], 'restart')).toContain('started.md')
    expect(idsFrom([started, ...holders(3)], 'restart')).not.toContain('started.md')
    expect(idsFrom([started, ...holders(4)], 'pods').at(-1)).toBe('started.md')
    expect(idsOf(scanned([started, ...holders(4)], 'pods').found).at(-1)).toBe('started.md')
    expect(idsFrom([started, ...holders(3)], 'restrat')).toEqual(['1.md', '2.md'])
  })

  it.each([
    ['kafak', 'kafka'],
    ['akfka', 'kafka'],
    ['slwo', 'slow'],
    ['lgas', 'lags'],
  ])('L1 two letters in each other\'s place are one error: "%s" finds "%s"', (typed, meant) => {
    const all = [runbook('meant.md', `the ${meant} one`), runbook('other.md', 'nothing of it')]
    expect(idsFrom(all, typed)).toEqual(['meant.md'])
    expect(idsOf(scanned(all, typed).found)).toEqual(['meant.md'])
  })

  it('L28 swapped letters are forgiven only where the word is nowhere spelled so', () => {
    const form = runbook('form.md', 'fill in the form')
    const from = (count: number) => Array.from({ length: count }, (_, at) => runbook(`${at}.md`, 'read from it'))
    expect(idsFrom([form, ...from(3)], 'from')).not.toContain('form.md')
    expect(idsFrom([form, ...from(1)], 'from')).toEqual(['0.md', 'form.md'])
    expect(idsFrom([runbook('net.md', 'the net')], 'ent')).toEqual([])
  })

  it('L28 is spelled right in all the library, also where a filter hides who holds it', () => {
    const past = (at: number) => runbook(`night ${at}`, 'restart the pods', { kind: 'incident' })
    const all = [runbook('started.md', 'start the pod'), past(1), past(2), past(3)]
    expect(idsFrom(all, 'restart', { kinds: ['runbook'] })).toEqual([])
    expect(scanned(all, 'restart', { kinds: ['runbook'] }).found).toEqual([])
  })

  it.each(['8081', 'ORA_00942', 'p98', 'KubePodReady', 'late_cows', 'cve2021'])(
    'L28 "%s" is another one when a letter is off, and finds nothing else',
    (query) => {
      const names = [runbook('n.md', 'port 8080, ORA_00943, p99Latency, KubePodReads, late_rows, cve2022')]
      expect(idsFrom(names, query)).toEqual([])
    },
  )
})
