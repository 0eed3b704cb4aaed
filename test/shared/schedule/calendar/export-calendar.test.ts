import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeText, foldLine, unescapeText, unfold } from '../../../../shared/schedule/calendar/content-lines.ts'
import { type CalendarScope, exportCalendar } from '../../../../shared/schedule/calendar/export-calendar.ts'
import { importRotation } from '../../../../shared/schedule/calendar/import-rotation.ts'
import { readCalendar } from '../../../../shared/schedule/calendar/read-calendar.ts'
import { whoIsOnCall } from '../../../../shared/schedule/on-call.ts'
import { applyChange } from '../../../../shared/schedule/swaps/schedule-change.ts'
import type { Person, Team } from '../../../../shared/schedule/team.ts'
import { type CheckedEvent, checkCalendar, checkedText } from '../../../support/calendar-checker.ts'
import { at, onlyRotation, sampleTeam, withRotation } from '../sample-team.ts'

const span = [at('2026-12-10T00:00:00Z'), at('2027-01-20T00:00:00Z')] as const
const stampedAtMs = at('2026-11-20T03:00:00Z')
const everything: CalendarScope = { kind: 'everything' }

function exported(team: Team, scope: CalendarScope = everything, from: number = span[0], to: number = span[1]): string {
  const result = exportCalendar(team, scope, from, to, stampedAtMs)
  if (!result.ok) throw new Error(result.error)
  return result.value
}
const renamed = (id: string, change: Partial<Person>): Team => ({
  ...sampleTeam,
  people: sampleTeam.people.map((person) => (person.id === id ? { ...person, ...change } : person)),
})
const text = (event: CheckedEvent | undefined, name: string) => checkedText(event?.get(name)?.value ?? '')
const summaries = (calendar: string) => checkCalendar(calendar).events.map((event) => text(event, 'SUMMARY'))
const uids = (calendar: string) => checkCalendar(calendar).events.map((event) => text(event, 'UID'))
const words = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 120 }),
  fc.constantFrom(
    "O'Brien, Seán; \\ and\nfriends",
    '\u{1F469}\u200D\u{1F4BB}'.repeat(20),
    'ü'.repeat(100),
    'BEGIN:VEVENT',
    ';,\\n',
    '\r\nEND:VCALENDAR',
  ),
)

describe('S5 iCalendar out', () => {
  it('S5 is valid for everything, each rotation and each person, whatever their names', () => {
    fc.assert(
      fc.property(words, words, fc.constantFrom('eng-a', 'eng-d'), (name, reason, id) => {
        const team: Team = {
          ...renamed(id, {
            name,
            away: [
              { from: '2026-12-23', to: '2026-12-27', reason },
              { from: '2026-12-11T09:00', to: '2026-12-11T13:00' },
            ],
          }),
          holidayModes: [{ from: '2026-12-21', to: '2027-01-03', timezone: 'UTC', reason, tiers: [] }],
        }
        for (const scope of [
          everything,
          { kind: 'rotation', rotationId: 'rotation' },
          { kind: 'person', personId: id },
        ] as const) {
          const { events, properties } = checkCalendar(exported(team, scope))
          expect(properties.get('METHOD')?.value).toBe('PUBLISH')
          for (const event of events) expect(event.get('TRANSP')?.value).toBe('TRANSPARENT')
          const isWritten = (wanted: string) => events.some((event) => text(event, 'SUMMARY').includes(wanted))
          const printable = [...name.replace(/\r\n?/g, '\n').toWellFormed()]
            .filter((letter) => letter >= ' ' || letter === '\n' || letter === '\t')
            .join('')
          if (scope.kind !== 'person') expect(isWritten(printable)).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('S5 folds at 75 octets without cutting a character, and unfolding gives the line back', () => {
    fc.assert(
      fc.property(words, (written) => {
        const line = `SUMMARY:${escapeText(written)}`
        const folded = foldLine(line)
        for (const part of folded.split('\r\n')) {
          const octets = new TextEncoder().encode(part)
          expect(octets.length).toBeLessThanOrEqual(75)
          expect(new TextDecoder('utf-8', { fatal: true }).decode(octets)).toBe(part)
        }
        expect(unfold(folded)).toEqual([line.toWellFormed()])
      }),
    )
    expect(foldLine('x'.repeat(75))).toBe('x'.repeat(75))
    expect(foldLine('x'.repeat(76))).toBe(`${'x'.repeat(75)}\r\n x`)
  })

  it('S5 escapes backslash first, and reading undoes it', () => {
    expect(escapeText('a\\b;c,d\ne"f:g')).toBe('a\\\\b\\;c\\,d\\ne"f:g')
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (written) => {
        expect(unescapeText(escapeText(written))).toBe(
          written.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\t\n\u007F-\u009F]/gu, ''),
        )
      }),
    )
  })

  it('S5 turns are in UTC, whole and with the reason; leave and holidays are days with the end excluded', () => {
    const team = renamed('eng-b', { away: [{ from: '2026-12-30', to: '2027-01-02', reason: 'skiing' }] })
    const calendar = exported(
      team,
      { kind: 'person', personId: 'eng-b' },
      at('2026-12-24T00:00:00Z'),
      at('2027-01-02T00:00:00Z'),
    )
    const lines = checkCalendar(calendar).events.map((event) => [
      text(event, 'SUMMARY'),
      event.get('DTSTART')?.value,
      event.get('DTEND')?.value,
      event.get('DTSTART')?.params.get('VALUE'),
    ])
    expect(lines).toEqual([
      ['Backup: rotation', '20261221T150000Z', '20261228T150000Z', undefined],
      ['Christmas Day', '20261225', '20261226', 'DATE'],
      ['Boxing Day', '20261226', '20261227', 'DATE'],
      ['Engineer B away (skiing)', '20261230', '20270103', 'DATE'],
      ["New Year's Day", '20270101', '20270102', 'DATE'],
    ])
    expect(calendar).toContain('DESCRIPTION:Engineer B: backup in week 4 of the rotation\r\n')
    expect(calendar).toContain('X-WR-CALNAME:On call: Engineer B\r\n')
    expect(calendar).toContain('DTSTAMP:20261120T030000Z\r\n')
  })

  it('S5 a gap is whole and keeps its UID in later exports; two modes that begin on one day are two events', () => {
    const gap = { from: '2026-12-08', to: '2026-12-12', for: 'eng-b' }
    const mode = { from: '2026-12-21', to: '2026-12-27', timezone: 'UTC', reason: 'year end' }
    const team: Team = {
      ...withRotation({ overrides: [gap] }),
      holidayModes: [
        { ...mode, stretch: 2, tiers: ['experiment'] },
        { ...mode, stretch: 3, tiers: ['investor'] },
      ],
    }
    const found = ['2026-12-09T00:00:00Z', '2026-12-10T00:00:00Z'].map((from) =>
      uids(exported(team, everything, at(from))).filter((uid) => /nobody|mode/.test(uid)),
    )
    expect(found[1]).toEqual(found[0])
    expect(found[0]?.filter((uid) => uid.includes('mode'))).toHaveLength(2)
  })

  it('S5 a turn keeps its UID in later exports, in every calendar and through a swap; the same schedule gives the same bytes', () => {
    const later = uids(exported(sampleTeam, everything, at('2026-12-24T00:00:00Z')))
    const first = uids(exported(sampleTeam))
    expect(later.filter((uid) => !first.includes(uid))).toEqual([])
    expect(exported(sampleTeam)).toBe(exported(sampleTeam))
    const overrides = [{ from: '2026-12-21T10:00', to: '2026-12-28T10:00', person: 'eng-c', for: 'eng-d' }]
    expect(uids(exported(withRotation({ overrides })))).toEqual(first)
    const own = uids(exported(sampleTeam, { kind: 'person', personId: 'eng-d' })).filter((uid) =>
      uid.startsWith('rotation'),
    )
    expect(own.length).toBeGreaterThan(0)
    expect(own.every((uid) => first.includes(uid))).toBe(true)
  })

  it('S5 shows a night without anybody', () => {
    const overrides = [{ from: '2026-12-24', to: '2026-12-24', for: 'eng-d' }]
    expect(summaries(exported(withRotation({ overrides })))).toContain('Nobody on call (rotation)')
  })

  it('S5 names a holiday once, with all who have it', () => {
    const christmas = summaries(exported(sampleTeam)).filter((summary) => summary.startsWith('Christmas Day'))
    expect(christmas).toEqual(['Christmas Day (Engineer A, Engineer C, Engineer B, Engineer D)'])
  })

  it('S5 refuses whom it does not know, and a time with nothing in it', () => {
    const refusal = (scope: CalendarScope, to: number = span[1]) => exportCalendar(sampleTeam, scope, span[0], to, 0)
    expect(refusal({ kind: 'person', personId: 'gone' })).toEqual({ ok: false, error: 'gone is not in team.yaml.' })
    expect(refusal({ kind: 'rotation', rotationId: 'gone' })).toEqual({
      ok: false,
      error: 'There is no rotation gone.',
    })
    expect(refusal({ kind: 'person', personId: 'data-lead' }, span[0] + 1).ok).toBe(false)
  })

  it('S5 read back into an empty rotation it gives the same people at every instant', () => {
    const overrides = [{ from: '2026-12-24T18:00', to: '2026-12-26T06:30', person: 'eng-c', for: 'eng-d' }]
    const team = withRotation({ overrides })
    const empty = withRotation({ weeks: [], overrides: [] })
    const read = importRotation(empty, 'rotation', exported(team, { kind: 'rotation', rotationId: 'rotation' }), {
      fromMs: span[0],
      toMs: span[1],
    })
    if (!read.ok || !read.value.change) throw new Error('nothing was read')
    expect([read.value.unmapped, read.value.passedOver]).toEqual([[], []])
    const filled = applyChange(empty, read.value.change)
    if (!filled.ok) throw new Error(filled.error)
    fc.assert(
      fc.property(
        fc.integer({ min: span[0], max: span[1] - 1 }),
        fc.constantFrom('primary' as const, 'backup' as const),
        (instantMs, role) => {
          const who = (each: Team) => {
            const { [role]: entry } = whoIsOnCall(onlyRotation(each), each, instantMs)
            return entry.kind === 'person' ? entry.person.id : null
          }
          expect(who(filled.value)).toBe(who(team))
        },
      ),
      { numRuns: 2_000 },
    )
  })

  it('S5 the lenient reader and the strict checker read the same from it', () => {
    const calendar = exported(sampleTeam)
    const read = readCalendar(calendar, 'UTC', { fromMs: 0, toMs: at('2030-01-01T00:00:00Z') })
    if (!read.ok) throw new Error(read.error)
    expect(read.value.problems).toEqual([])
    expect(read.value.events.map(({ title }) => title).sort()).toEqual(summaries(calendar).sort())
    expect(read.value.events.every(({ isFree }) => isFree)).toBe(true)
  })
})
