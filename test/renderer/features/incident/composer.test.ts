import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type EntryScene, parseEntry } from '../../../../renderer/features/incident/composer/parse-entry.ts'
import {
  offeredCommands,
  slashCommands,
  withCommand,
} from '../../../../renderer/features/incident/composer/slash-commands.ts'
import { isLog } from '../../../../renderer/features/incident/composer/use-attach.ts'
import { personFactSchema } from '../../../../shared/contract/person-facts.ts'

const scene: EntryScene = {
  nowMs: Date.parse('2026-12-24T13:30:00.000Z'),
  zone: 'America/New_York',
  severity: 2,
  people: [
    { id: 'eng-a', name: 'Engineer A' },
    { id: 'marketing-oncall', name: 'Marketing Analytics on-call' },
  ],
  lastEntry: '01ENTRY',
  newActionId: () => 'action-1',
  notificationFor: (person) => (person === 'eng-a' ? 'n1' : null),
}

const read = (text: string) => parseEntry(text, scene)
const factOf = (text: string) => {
  const entry = read(text)
  return entry.ok && entry.value.kind === 'fact' ? entry.value.fact : entry
}

describe('what is typed into the timeline', () => {
  it('is a note when it is plain, whole and with its lines', () => {
    expect(factOf('  rows are there\nbut late ')).toEqual({
      type: 'note.added',
      data: { text: 'rows are there\nbut late' },
    })
    expect(factOf('/note 1/2 done')).toEqual({ type: 'note.added', data: { text: '1/2 done' } })
  })

  it.each([
    ['/decision wait', { type: 'decision.made', data: { text: 'wait' } }],
    ['/hypothesis a lock', { type: 'hypothesis.raised', data: { text: 'a lock' } }],
    ['/ruled-out a crash', { type: 'hypothesis.ruledOut', data: { text: 'a crash' } }],
    ['/status late', { type: 'status.updated', data: { text: 'late' } }],
    ['/SEV 1 investors see it', { type: 'severity.changed', data: { from: 2, to: 1, reason: 'investors see it' } }],
    ['/sev sev3', { type: 'severity.changed', data: { from: 2, to: 3 } }],
    ['/star', { type: 'entry.starred', data: { of: '01ENTRY', starred: true } }],
    ['/published no', { type: 'publication.stated', data: { published: 'no' } }],
    ['/published yes, at 07:10', { type: 'publication.stated', data: { published: 'yes', detail: 'at 07:10' } }],
    ['/affected mart.p no rows', { type: 'dataset.affected', data: { dataset: 'mart.p', detail: 'no rows' } }],
    ['/quarantined mart.p moved', { type: 'dataset.quarantined', data: { dataset: 'mart.p', detail: 'moved' } }],
    ['/backfill mart.p 23 Dec', { type: 'backfill.planned', data: { dataset: 'mart.p', detail: '23 Dec' } }],
    ['/verified mart.p in band', { type: 'backfill.verified', data: { dataset: 'mart.p', detail: 'in band' } }],
  ])('%s states what it says', (text, fact) => {
    expect(factOf(text)).toEqual(fact)
  })

  it('reads a call: whom by their longest name, what came of it, and the rest as a note', () => {
    expect(factOf('/call Engineer A, reached, will look')).toEqual({
      type: 'call.made',
      data: {
        person: { id: 'eng-a', name: 'Engineer A' },
        notification: 'n1',
        channel: 'phone',
        outcome: 'reached',
        note: 'will look',
      },
    })
    expect(factOf('/call marketing analytics on-call: no answer')).toMatchObject({
      data: { person: { id: 'marketing-oncall' }, outcome: 'noAnswer', notification: null },
    })
    expect(factOf('/call Somebody Else voicemail')).toMatchObject({ data: { outcome: 'voicemail' } })
  })

  it.each([
    ['Engineer A, not reached', 'eng-a', 'noAnswer', undefined],
    ['Engineer A, could not be reached', 'eng-a', 'noAnswer', undefined],
    ["Engineer A, he couldn't be reached", 'eng-a', 'noAnswer', "he couldn't be reached"],
    ['Engineer A, tried twice, never reached', 'eng-a', 'noAnswer', 'tried twice'],
    ['Engineer A nobody reached', 'eng-a', 'noAnswer', 'nobody reached'],
    ['Engineer A, did not pick up at first, reached', 'eng-a', 'reached', 'did not pick up at first'],
    ['Engineer A, no answer, his deputy was reached by mail', 'eng-a', 'noAnswer', 'his deputy was reached by mail'],
    ['Engineer A, no answer, his deputy was reached', 'eng-a', 'noAnswer', 'his deputy was reached'],
    ['Engineer A, voicemail, called again, reached', 'eng-a', 'reached', 'voicemail, called again'],
    ['Engineer A, reached voicemail.', 'eng-a', 'voicemail', 'reached'],
    ['eng-a, he restarts it, reached', 'eng-a', 'reached', 'he restarts it'],
    ['Dan, reached', 'dan', 'reached', undefined],
    ['Daniela, reached', 'daniela', 'reached', undefined],
    ["Dan's deputy, reached", 'dan-s-deputy', 'reached', undefined],
    ['Somebody Else voicemail', 'somebody-else', 'voicemail', undefined],
  ])('takes what came of a call from its end, and whole names only: %s', (line, id, outcome, note) => {
    const people = [...scene.people, { id: 'dan', name: 'Dan' }]
    const entry = parseEntry(`/call ${line}`, { ...scene, people })
    if (!entry.ok || entry.value.kind !== 'fact' || entry.value.fact.type !== 'call.made') throw new Error('no call')
    const { data } = entry.value.fact
    expect({ id: data.person.id, outcome: data.outcome, note: data.note }).toEqual({ id, outcome, note })
  })

  it('asks when it is not said plainly whether somebody was reached', () => {
    expect(read('/call Engineer A, reached nobody there').ok).toBe(false)
    expect(read('/call Engineer A, reached but busy').ok).toBe(false)
  })

  it('takes no answer about published data from words that only begin like one', () => {
    expect(read('/published no idea yet').ok).toBe(false)
    expect(read('/published unknown-ish').ok).toBe(false)
    expect(factOf('/published no, as far as I know')).toMatchObject({
      data: { published: 'no', detail: 'as far as I know' },
    })
    expect(factOf('/published yes.')).toEqual({ type: 'publication.stated', data: { published: 'yes' } })
  })

  it('puts an entry at the time it happened, never in the future', () => {
    expect(factOf('/at 08:15 restarted it')).toEqual({
      type: 'note.added',
      data: { text: 'restarted it' },
      occurredAt: '2026-12-24T13:15:00.000Z',
    })
    expect(factOf('/at 23:50 /decision wait')).toMatchObject({
      type: 'decision.made',
      occurredAt: '2026-12-24T04:50:00.000Z',
    })
    expect(factOf('/at 2026-12-22 05:02 spend landed')).toMatchObject({ occurredAt: '2026-12-22T10:02:00.000Z' })
    expect(read('/at 2026-12-25 08:00 tomorrow').ok).toBe(false)
    expect(read('/at noon x').ok).toBe(false)
  })

  it('keeps text as evidence, or asks for a file', () => {
    expect(read('/evidence a b')).toEqual({ ok: true, value: { kind: 'evidence', text: 'a b', occurredAt: undefined } })
    expect(read('/evidence')).toEqual({ ok: true, value: { kind: 'pickFile' } })
  })

  it('says how to write what it cannot read', () => {
    for (const text of [
      '',
      '/nope x',
      '/sev 9',
      '/sev 2',
      '/call',
      '/call Engineer A',
      '/published maybe',
      '/affected x',
      '/at 08:15',
      '/decision',
    ]) {
      const entry = read(text)
      expect(entry.ok ? text : entry.error).toMatch(/^[A-Z].*[.?]|: \/|mart/)
    }
  })

  it('never makes a fact that the host would turn away', () => {
    const names = slashCommands.map(({ name }) => name)
    fc.assert(
      fc.property(fc.constantFrom('', ...names), fc.string({ maxLength: 60 }), (name, rest) => {
        const entry = read(name === '' ? rest : `/${name} ${rest}`)
        if (entry.ok && entry.value.kind === 'fact')
          expect(personFactSchema.safeParse(entry.value.fact).error).toBeUndefined()
      }),
      { numRuns: 500 },
    )
  })
})

describe('the menu of commands', () => {
  it('opens at a slash, narrows as one types, and closes when a command is complete', () => {
    expect(offeredCommands('/')).toHaveLength(slashCommands.length)
    expect(offeredCommands('/st').map(({ name }) => name)).toEqual(['status', 'star'])
    expect(offeredCommands('/status ')).toEqual([])
    expect(offeredCommands('1/2')).toEqual([])
    expect(offeredCommands('/at 08:15 /de').map(({ name }) => name)).toEqual(['decision'])
  })

  it('puts a picked command where the slash was', () => {
    const [decision] = offeredCommands('/de')
    if (decision === undefined) throw new Error('no command')
    expect(withCommand('/de', decision)).toBe('/decision ')
    expect(withCommand('/at 08:15 /de', decision)).toBe('/at 08:15 /decision ')
  })
})

describe('a paste', () => {
  it('is a log when it is long, and words when it is short', () => {
    expect(isLog('one line of words')).toBe(false)
    expect(isLog('a\nb\nc\n')).toBe(false)
    expect(isLog('a\nb\nc\nd\ne\nf')).toBe(true)
    expect(isLog('x'.repeat(2_000))).toBe(true)
  })
})
