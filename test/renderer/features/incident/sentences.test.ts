import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Names } from '../../../../renderer/features/incident/timeline/sentences/sentence.ts'
import { actorName, sentenceOf } from '../../../../renderer/features/incident/timeline/sentences/sentence-of.ts'
import { spanWords } from '../../../../renderer/ui/time-words.ts'
import {
  type FactData,
  type FactRecord,
  type FactType,
  knownFact,
} from '../../../../shared/incident/facts/fact-catalog.ts'
import { minuteAt, minuteMs, recordOf, secondary, stated } from '../../../support/log-builder.ts'

const names: Names = {
  reader: 'eng-a',
  person: (id) => (id === 'eng-a' ? 'Engineer A' : id),
  entry: (id) => (id === 'known' ? 'an old note' : null),
  told: (notification) => (notification === 'n1' ? 'Engineer B' : null),
  time: (at) => at.slice(11, 16),
  span: spanWords,
}

function sentence<T extends FactType>(type: T, data: FactData<T>) {
  const fact = knownFact(recordOf(stated(type, data), 2, minuteMs(1)))
  if (fact === null) throw new Error(`${type} is not known with this data`)
  return sentenceOf(fact, names)
}

const words = (given: ReturnType<typeof sentence>): string =>
  [given.lead, given.text, given.detail].filter(Boolean).join(' | ')

const incidents = join(import.meta.dirname, '../../../../fixtures/incidents')
const demoRecords: readonly FactRecord[] = readdirSync(incidents)
  .filter((name) => name.endsWith('.ndjson'))
  .flatMap((name) => readFileSync(join(incidents, name), 'utf8').trim().split('\n'))
  .map((line) => JSON.parse(line) as FactRecord)

describe('sentences', () => {
  it('there is one for every fact of the demo incidents, with nothing left blank or unspoken', () => {
    expect(demoRecords.length).toBeGreaterThan(40)
    for (const record of demoRecords) {
      const fact = knownFact(record)
      if (fact === null) throw new Error(`${record.type} is not known`)
      const said = words(sentenceOf(fact, names))
      expect(said).not.toBe('')
      expect(said).not.toMatch(/undefined|\[object|NaN/)
    }
  })

  it('R7 says what was started, and of what nobody knows the outcome', () => {
    const command = { run: 'r', step: 's', command: 'df -h' }
    expect(words(sentence('command.started', { ...command, folder: '/srv', runbook: 'ab12cd'.padEnd(64, '0') }))).toBe(
      'Started: | df -h | in /srv, runbook ab12cd',
    )
    const full = { ...command, folder: '/srv', runbook: 'ab12cd'.padEnd(64, '0'), shell: '/bin/bash' }
    expect(words(sentence('command.started', { ...full, limitMs: 900_000 }))).toBe(
      'Started: | df -h | in /srv by /bin/bash, runbook ab12cd, for 15 min at most',
    )
    expect(words(sentence('command.started', { ...full, limitMs: null }))).toContain('until somebody stops it')
    expect(words(sentence('command.lost', command))).toContain('nobody knows how it ended')
  })

  it('A26 says which alert of several of its name is over', () => {
    const end = { fingerprint: 'f', name: 'HighErrorRate', endsAt: null }
    expect(words(sentence('alert.resolved', { ...end, which: 'service=search' }))).toBe(
      'HighErrorRate, service=search: | the alert is resolved',
    )
    expect(words(sentence('alert.resolved', end))).toBe('HighErrorRate: | the alert is resolved')
  })

  const ran = { step: 's', command: 'df -h', exitCode: null, output: 'begun\n' }

  it('R7 says how a command ended', () => {
    const said = (how: Partial<FactData<'command.ran'>>) => words(sentence('command.ran', { ...ran, ...how }))
    expect(said({ exitCode: 3 })).toBe('Ran (exit 3): | df -h')
    expect(said({})).toBe('Ran: | df -h')
    expect(said({ endedBy: 'timeout', limitMs: 3_600_000 })).toBe('Ended at its limit of 1 h: | df -h')
    expect(said({ endedBy: 'timeout' })).toMatch(/^Ended at its limit: /)
    expect(said({ endedBy: 'stopped' })).toMatch(/^Stopped: /)
    expect(said({ endedBy: 'stopped', isHostClosing: true })).toMatch(/^Stopped because Nightdesk was closed: /)
    expect(said({ endedBy: 'error' })).toMatch(/^Could not be started: /)
  })

  it('R7 shows what a command printed once: where it is kept as evidence, only what the evidence below does not show', () => {
    const output = (how: Partial<FactData<'command.ran'>>) => sentence('command.ran', { ...ran, ...how }).output
    const long = `${'a line\n'.repeat(200)}FATAL: disk is read-only\n`
    const evidence = 'e'.repeat(64)
    expect(output({})).toBe('begun')
    expect(output({ evidence: null })).toBe('begun')
    expect(output({ evidence })).toBeUndefined()
    expect(output({ output: '' })).toBeUndefined()
    expect(output({ evidence, output: long })).toBe(`…\n${'a line\n'.repeat(7)}FATAL: disk is read-only`)
    expect(output({ evidence, output: 'x'.repeat(900) })).toBe(`… ${'x'.repeat(400)}`)
  })

  it('R7 says that a secret was given and never what it is, also where an older log holds it', () => {
    expect(words(sentence('secret.given', { name: 'api key' }))).toBe(
      '<api key> | was given | Kept in memory only, never in the log.',
    )
    const older = words(sentence('value.given', { name: 'DB_PASSWORD', value: 'hunter2' }))
    expect(older).toMatch(/^<DB_PASSWORD> is \| •••••• \| An earlier version wrote this secret/)
    expect(words(sentence('value.given', { name: 'table', value: 'mart.x' }))).toBe('<table> is | mart.x')
  })

  it('E6 says that a rung was late, and why', () => {
    const late = {
      deadlineId: 'd',
      rungId: 'debug',
      dueAt: minuteAt(30),
      lateMs: 41 * 60_000,
      lateCause: 'laptop asleep 41 min',
    }
    expect(words(sentence('rung.fired', { ...late, outcome: 'asked' }))).toBe(
      'Debug budget spent. | Still stuck? | due 03:30, 41 min late: laptop asleep 41 min',
    )
    expect(words(sentence('rung.fired', { ...late, lateCause: null, outcome: 'recorded' }))).toContain(
      'A higher one was sent',
    )
  })

  it('E5 shows in red that nobody is left, whom it tried and whom it passed over', () => {
    const skipped = [{ person: { id: 'eng-c', name: 'Engineer C' }, reason: 'is away until 2026-12-27' }]
    const given = sentence('rung.exhausted', { deadlineId: 'd', rungId: 'secondary', tried: [secondary], skipped })
    expect(given.tone).toBe('lead')
    expect(words(given)).toBe(
      'Nobody is left to tell | on rung secondary. | told: Engineer B; Engineer C is away until 27 Dec',
    )
  })

  it('E11 says that nobody was told', () => {
    const data = { deadlineId: 'd', rungId: 'lead', dueAt: minuteAt(120), reason: 'SEV-4 pages nobody by itself' }
    expect(words(sentence('rung.withheld', data))).toMatch(/withheld:.*SEV-4.*Nobody was told/)
  })

  it('E15 says that the holiday was set aside, and by whom', () => {
    expect(words(sentence('relief.setAside', { reason: 'the investors call' }))).toMatch(
      /^Normal ladder \| set by .* \| the investors call$/,
    )
  })

  it.each([
    ['reached', 'Called | Engineer B: reached.'],
    ['voicemail', 'Called | Engineer B: voicemail.'],
    ['noAnswer', 'Called | Engineer B: no answer.'],
  ] as const)('a call that ended in %s', (outcome, said) => {
    expect(words(sentence('call.made', { person: secondary, notification: 'n1', channel: 'phone', outcome }))).toBe(
      said,
    )
  })

  it('J8 speaks of an amendment and a retraction by the words they are about', () => {
    expect(words(sentence('entry.amended', { of: 'known', text: 'new' }))).toBe('Engineer A amended “an old note”')
    expect(words(sentence('entry.amended', { of: 'known', retracted: true }))).toBe(
      'Engineer A retracted “an old note”',
    )
    expect(words(sentence('entry.starred', { of: 'lost', starred: true }))).toBe('Engineer A starred an earlier entry')
  })

  it('says how bad data stands', () => {
    expect(words(sentence('publication.stated', { published: 'no' }))).toBe('No bad data published')
    expect(sentence('publication.stated', { published: 'yes' }).tone).toBe('lead')
  })

  it('says who spoke, also when nobody did', () => {
    const actors = (['person', 'alarm', 'intake', 'import'] as const).map((kind) =>
      actorName({ kind, id: 'eng-a' }, names),
    )
    expect(actors).toEqual(['Engineer A', 'Nightdesk', 'Alert intake', 'An import'])
  })
})
