import { describe, expect, it } from 'vitest'
import { profileOf } from '../../../shared/library/incident-profile.ts'
import { similarIncidents } from '../../../shared/library/similar-incidents.ts'
import { stated } from '../../support/log-builder.ts'
import { alert, digestOf, note } from './some-digests.ts'

describe('have we seen this before', () => {
  const other = { pipeline: { id: 'growth', name: 'Growth' } }
  const target = profileOf(
    digestOf([alert('LateData', { job: 'spark' }), note('wombat partition is empty')], '20261114-0000'),
  )
  const past = {
    sameAlert: digestOf([alert('LateData')], '20261101-aaaa', other),
    sameScene: digestOf([note('wombat partition was empty, quarantined')], '20261102-bbbb'),
    samePipeline: digestOf([note('dashboard password expired')], '20261103-cccc', { title: 'Dashboard login broken' }),
    nothing: digestOf([note('disk of a broker full')], '20261104-dddd', { ...other, title: 'Kafka disk' }),
    both: digestOf([alert('LateData'), note('wombat partition')], '20261105-eeee'),
  }
  const all = Object.values(past).map(profileOf)

  it('L11 ranks by what is in common and names it', () => {
    const found = similarIncidents(target, [...all, target], 10)
    expect(found.map(({ incident }) => incident)).toEqual(['20261105-eeee', '20261101-aaaa', '20261102-bbbb'])
    expect(found[0]?.reason).toMatch(/^Same alert, LateData\. Same pipeline\. Both mention .*partition/)
    expect(found[2]?.reason).toMatch(/^Same pipeline\. Both mention .*wombat/)
  })

  it('L11 says how it ended, and gives no more than asked for', () => {
    const ended = digestOf(
      [alert('LateData'), stated('incident.resolved', { note: 'rerun after the source came' })],
      '20261106-ffff',
    )
    const [best, ...rest] = similarIncidents(target, [profileOf(ended), profileOf(past.samePipeline)], 1)
    expect(best).toMatchObject({ incident: '20261106-ffff', ending: 'rerun after the source came' })
    expect(rest).toEqual([])
  })

  it('L11 works with a single night to compare with', () => {
    const only = profileOf(digestOf([note('the wombat partition was empty')], '20261101-aaaa'))
    expect(similarIncidents(target, [only], 3)).toHaveLength(1)
    expect(similarIncidents(target, [profileOf(past.nothing)], 3)).toEqual([])
    expect(similarIncidents(target, [], 3)).toEqual([])
  })

  it('L12 a word that all hold tells nothing', () => {
    const common = Array.from({ length: 20 }, (_, at) =>
      profileOf(
        digestOf([note('the nightly loader stopped')], `20261101-${String(at).padStart(4, '0')}`, {
          ...other,
          title: 'Night',
        }),
      ),
    )
    const quiet = profileOf(
      digestOf([note('the nightly loader stopped, quokka')], '20261201-0000', { title: 'Quokka', pipeline: null }),
    )
    expect(similarIncidents(quiet, common, 10)).toEqual([])
  })

  it('L12 long notes are not more alike for holding every word', () => {
    const long = Array.from({ length: 3_000 }, (_, at) => `word${at}`).join(' ')
    const diary = profileOf(digestOf([note(`wombat partition empty ${long}`)], '20261107-aaaa', other))
    const [best] = similarIncidents(target, [diary, ...all], 10)
    expect(best?.incident).toBe('20261105-eeee')
    const found = similarIncidents(target, [diary, ...all], 10).map(({ incident }) => incident)
    expect(found.includes('20261107-aaaa') ? found.indexOf('20261107-aaaa') : found.length).toBeGreaterThan(2)
  })

  it('L12 filler words make nothing alike, however few incidents there are', () => {
    const filler = 'there were about three hundred requests which failed after noon, then they stopped when we called'
    const past = profileOf(digestOf([note(filler)], '20261101-aaaa', { title: 'Checkout tokens refused' }))
    const words = 'there are about forty jobs which wait, they were sent after lunch and then nothing'
    const now = profileOf(digestOf([note(words)], '20261201-0000', { title: 'Printer queue stuck' }))
    expect(similarIncidents(now, [past], 3)).toEqual([])
    const german = profileOf(
      digestOf([note('nachdem wir gestern wieder etwas später waren, wurde dann nichts mehr')], '20261102-aaaa', {
        title: 'Drucker',
      }),
    )
    const deutsch = profileOf(
      digestOf([note('gestern war dann wieder nichts, später wurde etwas')], '20261201-0000', { title: 'Kasse' }),
    )
    expect(similarIncidents(deutsch, [german], 3)).toEqual([])
  })

  it('L12 one word that both happened to write is chance, unless both titles have it', () => {
    const past = profileOf(digestOf([note('reloaded the wombat')], '20261101-aaaa', { title: 'Cert expired' }))
    const noted = profileOf(digestOf([note('a wombat')], '20261201-0000', { title: 'Printer queue' }))
    expect(similarIncidents(noted, [past], 3)).toEqual([])
    const titled = profileOf(digestOf([], '20261102-aaaa', { title: 'Wombat feed' }))
    const same = profileOf(digestOf([], '20261201-0000', { title: 'Wombat gone', ...other }))
    expect(similarIncidents(same, [titled], 3)).toHaveLength(1)
  })

  it('L12 scripts without spaces are compared too', () => {
    const past = profileOf(digestOf([], '20261101-aaaa', { title: '数据库主从延迟' }))
    const now = profileOf(digestOf([], '20261201-0000', { title: '主从延迟告警' }))
    expect(similarIncidents(now, [past], 3)).toHaveLength(1)
  })

  it('L11 never throws on labels that are named like inherited things', () => {
    const strange = profileOf(digestOf([alert('x', { constructor: 'y', toString: 'z' })], '20261108-aaaa'))
    expect(() => similarIncidents(strange, [target, strange], 5)).not.toThrow()
  })
})
