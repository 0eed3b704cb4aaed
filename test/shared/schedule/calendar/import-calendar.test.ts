import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  type ImportedLeave,
  importLeave,
  type LeaveOptions,
} from '../../../../shared/schedule/calendar/import-leave.ts'
import { importRotation, readTitle } from '../../../../shared/schedule/calendar/import-rotation.ts'
import { plainName } from '../../../../shared/schedule/calendar/match-person.ts'
import { whoIsOnCall } from '../../../../shared/schedule/on-call.ts'
import { absenceAt, rungCandidates } from '../../../../shared/schedule/rung-candidates.ts'
import { applyChange, type ScheduleChange } from '../../../../shared/schedule/swaps/schedule-change.ts'
import { findPerson, type Team } from '../../../../shared/schedule/team.ts'
import { at, onlyRotation, sampleTeam } from '../sample-team.ts'

const sample = (name: string) =>
  readFileSync(new URL(`../../../../fixtures/schedules/calendars/${name}.ics`, import.meta.url), 'utf8')
const year = { fromMs: at('2026-11-01T00:00:00Z'), toMs: at('2027-11-01T00:00:00Z') }
function value<T>(result: { ok: true; value: T } | { ok: false; error: string }): T {
  if (!result.ok) throw new Error(result.error)
  return result.value
}
const leave = (team: Team, name: string, options: LeaveOptions): ImportedLeave =>
  value(importLeave(team, sample(name), year, options))
const applied = (team: Team, changes: readonly ScheduleChange[]): Team =>
  changes.reduce((each, change) => value(applyChange(each, change)), team)
const awayOf = (team: Team, id: string) => findPerson(team, id)?.away.map(({ from, to }) => `${from} to ${to}`)

describe('S5 leave out of a calendar', () => {
  const google = leave(sampleTeam, 'leave-google', { person: 'eng-b' })

  it('S5 whole days, long busy times and recurring ones become absences, without titles', () => {
    const team = applied(sampleTeam, google.changes)
    expect(awayOf(team, 'eng-b')).toEqual([
      '2026-11-30T09:00 to 2026-11-30T15:00',
      '2026-12-23 to 2027-01-01',
      '2026-12-29T12:00 to 2026-12-29T18:00',
      '2027-01-11T09:00 to 2027-01-11T15:00',
    ])
    expect(JSON.stringify(google.changes)).not.toContain('Familie')
    expect(JSON.stringify(leave(sampleTeam, 'leave-google', { person: 'eng-b', withTitles: true }).changes)).toContain(
      'Urlaub, Familie',
    )
  })

  it('S5 meetings and free days are passed over, and it says so', () => {
    expect(google.passedOver).toEqual([
      '"A meeting with a title that is long enough to be folded over more than one line by the program that wrote it" was left out: it is too short to be leave.',
      '"Birthday" was left out: it leaves them free.',
    ])
    const short = leave(sampleTeam, 'leave-google', { person: 'eng-b', shortestMs: 60_000 })
    expect(awayOf(applied(sampleTeam, short.changes), 'eng-b')).toContain('2026-12-03T14:00 to 2026-12-03T14:30')
  })

  it('S5 reading it again changes nothing; what moved is moved, what was cancelled goes, what was written by hand stays', () => {
    const byHand = applied(sampleTeam, [
      { kind: 'leave', person: 'eng-b', forget: [], absences: [{ from: '2027-05-01', to: '2027-05-02' }] },
    ])
    const team = applied(byHand, google.changes)
    const again = leave(team, 'leave-google', { person: 'eng-b' })
    expect([again.changes, again.unchanged]).toEqual([[], 4])
    const moved = sample('leave-google')
      .replace('DTEND;VALUE=DATE:20270102', 'DTEND;VALUE=DATE:20270105')
      .replace(
        'UID:course@google.com\r\nSUMMARY:Course (moved)',
        'UID:course@google.com\r\nSTATUS:CANCELLED\r\nSUMMARY:Course (moved)',
      )
    const changed = applied(team, value(importLeave(team, moved, year, { person: 'eng-b' })).changes)
    expect(awayOf(changed, 'eng-b')).toEqual([
      '2027-05-01 to 2027-05-02',
      '2026-11-30T09:00 to 2026-11-30T15:00',
      '2027-01-11T09:00 to 2027-01-11T15:00',
      '2026-12-23 to 2027-01-04',
    ])
  })

  it('S5 Outlook: its zones and its busy status; what cannot be understood is said', () => {
    const outlook = leave(sampleTeam, 'leave-outlook', { person: 'eng-d' })
    expect(awayOf(applied(sampleTeam, outlook.changes), 'eng-d')).toEqual(['2026-11-26 to 2026-11-28'])
    expect(outlook.passedOver).toEqual([
      '"Somewhere" was left out: the time zone "Customized Time Zone" is not known.',
      '"Last Friday of the month" was left out: it recurs in a way that is not understood (BYDAY=-1FR).',
      '"Focus time" was left out: it leaves them free.',
    ])
  })

  it('S5 a calendar of the whole team goes by the names in its titles; the rest comes back to be mapped', () => {
    const event = (uid: string, title: string) =>
      `BEGIN:VEVENT\nUID:${uid}\nSUMMARY:${title}\nDTSTART;VALUE=DATE:20261224\nEND:VEVENT\n`
    const text = `BEGIN:VCALENDAR\n${event('1', 'Engineer A - vacation')}${event('2', 'Jane')}${event('3', 'Jane')}${event('4', 'Engineer A and Engineer B')}END:VCALENDAR\n`
    const read = value(importLeave(sampleTeam, text, year))
    expect(read.changes.map(({ person }) => person)).toEqual(['eng-a'])
    expect(read.unmapped).toEqual([
      { title: 'Jane', count: 2 },
      { title: 'Engineer A and Engineer B', count: 1 },
    ])
    const mapped = value(
      importLeave(sampleTeam, text, year, { mapping: { Jane: 'eng-c', 'Engineer A and Engineer B': '' } }),
    )
    expect([mapped.changes.map(({ person }) => person), mapped.unmapped]).toEqual([['eng-a', 'eng-c'], []])
  })

  const calendar = (...events: readonly string[]) =>
    `BEGIN:VCALENDAR\n${events.map((lines) => `BEGIN:VEVENT\n${lines}\nEND:VEVENT\n`).join('')}END:VCALENDAR\n`
  const day = (date: string) => `DTSTART;VALUE=DATE:${date}`

  it('S5 days without hours in a calendar of the team are the same days wherever the person is', () => {
    const text = calendar(
      `UID:1\nSUMMARY:Engineer C - off\n${day('20261224')}`,
      `UID:2\nSUMMARY:Engineer D - off\n${day('20261224')}\nDTEND;VALUE=DATE:20261227`,
    )
    const team = applied(sampleTeam, value(importLeave(sampleTeam, text, year)).changes)
    expect(awayOf(team, 'eng-c')).toEqual(['2026-12-24 to 2026-12-24'])
    expect(awayOf(team, 'eng-d')).toEqual(['2026-12-24 to 2026-12-26'])
  })

  it('S5 two events that share a UID are both kept, however often the file is read', () => {
    const text = calendar(...['20261204', '20261210'].map((date) => `UID:same\nSUMMARY:off\n${day(date)}`))
    let team = applied(sampleTeam, value(importLeave(sampleTeam, text, year, { person: 'eng-b' })).changes)
    for (const reading of ['second', 'third']) {
      const again = value(importLeave(team, text, year, { person: 'eng-b' }))
      expect([reading, again.changes, again.unchanged]).toEqual([reading, [], 2])
      team = applied(team, again.changes)
    }
    expect(awayOf(team, 'eng-b')).toEqual(['2026-12-04 to 2026-12-04', '2026-12-10 to 2026-12-10'])
  })

  it.each([
    ['excepted', 'RRULE:FREQ=WEEKLY;COUNT=3\nEXDATE;VALUE=DATE:20261211', ['2026-12-04', '2026-12-18']],
    ['cut off by an earlier end', 'RRULE:FREQ=WEEKLY;UNTIL=20261211', ['2026-12-04', '2026-12-11']],
  ])('S5 an occurrence that is %s goes', (_how, rule, days) => {
    const read = (team: Team, lines: string) =>
      applied(
        team,
        value(
          importLeave(team, calendar(`UID:w\nSUMMARY:off\n${day('20261204')}\n${lines}`), year, { person: 'eng-b' }),
        ).changes,
      )
    const before = read(sampleTeam, 'RRULE:FREQ=WEEKLY;COUNT=3')
    expect(awayOf(before, 'eng-b')).toHaveLength(3)
    expect(awayOf(read(before, rule), 'eng-b')).toEqual(days.map((date) => `${date} to ${date}`))
  })

  it('S5 what recurs more often than is read is named, not cut off', () => {
    const text = calendar(`UID:w\nSUMMARY:off\n${day('20110101')}\nRRULE:FREQ=DAILY`)
    const { passedOver } = value(importLeave(sampleTeam, text, year, { person: 'eng-b' }))
    expect(passedOver).toEqual([expect.stringContaining('more than 4,000 times')])
  })

  it('E5.1 an absence of some hours counts for those hours only', () => {
    const team = applied(sampleTeam, google.changes)
    const person = findPerson(team, 'eng-b')
    if (!person) throw new Error('eng-b')
    expect(absenceAt(person, at('2026-11-30T07:59:59Z'))).toBeUndefined()
    expect(absenceAt(person, at('2026-11-30T08:00:00Z'))?.uid).toContain('course')
    expect(absenceAt(person, at('2026-11-30T14:00:00Z'))).toBeUndefined()
    const { skipped } = rungCandidates(team, 'profit', 'eng-b', at('2026-11-30T10:00:00Z'))
    expect(skipped[0]).toEqual({
      person: 'eng-b',
      name: 'Engineer B',
      reason: 'is away until 2026-11-30 15:00 (from the calendar)',
    })
  })
})

describe('S5 the rotation of another tool', () => {
  const team: Team = {
    ...sampleTeam,
    people: sampleTeam.people.map((person) =>
      person.id === 'eng-b' ? { ...person, email: 'Engineer-B@example.com' } : person,
    ),
  }
  const read = (mapping = {}, each = team) =>
    value(importRotation(each, 'rotation', sample('rotation-grafana'), year, mapping))
  const on = (each: Team, iso: string) => {
    const { primary, backup } = whoIsOnCall(onlyRotation(each), each, at(iso))
    return [primary, backup].map((entry) => (entry.kind === 'person' ? entry.person.id : entry.cause))
  }

  it('S5 titles are people by name, id or address, with their level; who cannot be told comes back', () => {
    const { change, unmapped, passedOver } = read()
    if (!change) throw new Error('nothing')
    const filled = applied(team, [change])
    expect(on(filled, '2026-12-22T12:00:00Z')).toEqual(['eng-a', 'eng-b'])
    expect(on(filled, '2026-12-25T04:00:00Z')).toEqual(['eng-d', 'eng-b'])
    expect(on(filled, '2026-12-29T12:00:00Z')).toEqual(['eng-a', 'eng-c'])
    expect(unmapped).toEqual([{ title: 'jdoe', count: 1 }])
    expect(passedOver).toEqual([
      '"[L3] Data Lead" was left out: there are only two levels here.',
      'Engineer A and Engineer D both have the turn on 24 Dec 2026; Engineer D counts.',
    ])
  })

  it('S5 mapped by hand it is complete, and reading it again changes nothing', () => {
    const { change, unmapped } = read({ jdoe: 'eng-c' })
    if (!change) throw new Error('nothing')
    const filled = applied(team, [change])
    expect([unmapped, on(filled, '2026-12-29T12:00:00Z')]).toEqual([[], ['eng-c', 'eng-c']])
    expect(read({ jdoe: 'eng-c' }, filled)).toMatchObject({ change: null, unchanged: 4 })
    expect(read({ jdoe: 'eng-d' }, filled).change).toMatchObject({
      forget: ['OnCall-3@grafana'],
      shifts: [{ primary: 'eng-d' }],
    })
    expect(read({ jdoe: '' }, filled).unmapped).toEqual([])
  })

  it('S5 a title that merely mentions somebody is no turn of theirs', () => {
    const text = sample('rotation-grafana').replace('SUMMARY:[L1] Engineer A', 'SUMMARY:Party for Engineer A')
    expect(value(importRotation(team, 'rotation', text, year)).unmapped).toContainEqual({
      title: 'Party for Engineer A',
      count: 1,
    })
  })

  it.each([
    ['[L1] Jane Doe', 'primary', 'Jane Doe'],
    ['[l2]Jane', 'backup', 'Jane'],
    ['[L7] Jane', null, 'Jane'],
    ['Jane Doe', 'primary', 'Jane Doe'],
    ['Jane on call (Data)', 'primary', 'Jane'],
    ['Jane backup (Data)', 'backup', 'Jane'],
  ])('S5 the title %s', (title, role, name) => {
    expect(readTitle(title)).toEqual({ role, name })
  })

  it('S5 names are compared without case, accents and apostrophes of either kind', () => {
    expect(plainName("Seán O'Brien-Smith")).toBe(plainName('SEAN O’BRIEN  SMITH'))
  })
})
