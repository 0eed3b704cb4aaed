import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CalendarEvent, readCalendar } from '../../../../shared/schedule/calendar/read-calendar.ts'
import { at } from '../sample-team.ts'

const all = { fromMs: at('2026-01-01T00:00:00Z'), toMs: at('2036-01-01T00:00:00Z') }
const calendar = (...lines: string[]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'BEGIN:VEVENT',
    'UID:u',
    'SUMMARY:S',
    ...lines,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n')
function read(text: string, zone = 'Europe/Berlin', span = all) {
  const result = readCalendar(text, zone, span)
  if (!result.ok) throw new Error(result.error)
  return result.value
}
const iso = ({ fromMs, toMs }: CalendarEvent) =>
  [fromMs, toMs].map((ms) => `${new Date(ms).toISOString().slice(0, 16)}Z`)
const times = (...lines: string[]) => read(calendar(...lines)).events.map(iso)
const days = (...lines: string[]) =>
  read(calendar(...lines))
    .events.map((event) => event.fromMs)
    .map((ms) => new Date(ms + 3 * 3_600_000).toISOString().slice(0, 10))
const allDay = 'DTSTART;VALUE=DATE:20261127'

describe('S5 iCalendar in', () => {
  it.each([
    ['a UTC time', ['DTSTART:20261224T150000Z', 'DTEND:20261224T160000Z'], ['2026-12-24T15:00Z', '2026-12-24T16:00Z']],
    [
      'a zone',
      ['DTSTART;TZID=America/New_York:20260724T100000', 'DTEND;TZID=America/New_York:20260724T110000'],
      ['2026-07-24T14:00Z', '2026-07-24T15:00Z'],
    ],
    [
      'a quoted zone',
      ['DTSTART;TZID="America/New_York":20260724T100000', 'DURATION:PT1H30M'],
      ['2026-07-24T14:00Z', '2026-07-24T15:30Z'],
    ],
    [
      'a zone behind a path',
      ['DTSTART;TZID=/mozilla.org/20050126_1/Europe/Berlin:20260724T100000', 'DURATION:P1D'],
      ['2026-07-24T08:00Z', '2026-07-25T08:00Z'],
    ],
    [
      'a zone of Outlook',
      ['DTSTART;TZID=W. Europe Standard Time:20260724T100000', 'DURATION:PT1H'],
      ['2026-07-24T08:00Z', '2026-07-24T09:00Z'],
    ],
    [
      'a floating time',
      ['DTSTART:20260724T100000', 'DTEND:20260724T110000'],
      ['2026-07-24T08:00Z', '2026-07-24T09:00Z'],
    ],
    [
      'whole days',
      ['DTSTART;VALUE=DATE:20261224', 'DTEND;VALUE=DATE:20261227'],
      ['2026-12-23T23:00Z', '2026-12-26T23:00Z'],
    ],
    ['one day without an end', ['DTSTART;VALUE=DATE:20261224'], ['2026-12-23T23:00Z', '2026-12-24T23:00Z']],
    [
      'whole days through DST',
      ['DTSTART;VALUE=DATE:20260328', 'DURATION:P3D'],
      ['2026-03-27T23:00Z', '2026-03-30T22:00Z'],
    ],
    [
      'two zones',
      ['DTSTART;TZID=Europe/Berlin:20261224T100000', 'DTEND;TZID=America/New_York:20261224T100000'],
      ['2026-12-24T09:00Z', '2026-12-24T15:00Z'],
    ],
  ])('S5 reads %s', (_what, lines, expected) => {
    expect(times(...lines)).toEqual([expected])
  })

  it.each([
    ['daily, three times', [allDay, 'RRULE:FREQ=DAILY;COUNT=3'], ['2026-11-27', '2026-11-28', '2026-11-29']],
    [
      'every other day until a date',
      [allDay, 'RRULE:FREQ=DAILY;INTERVAL=2;UNTIL=20261201'],
      ['2026-11-27', '2026-11-29', '2026-12-01'],
    ],
    [
      'weekly on two days',
      [allDay, 'RRULE:FREQ=WEEKLY;BYDAY=MO,FR;COUNT=4'],
      ['2026-11-27', '2026-11-30', '2026-12-04', '2026-12-07'],
    ],
    [
      'every other week, weeks from Sunday',
      [allDay, 'RRULE:FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=SU,FR;COUNT=3'],
      ['2026-11-27', '2026-12-06', '2026-12-11'],
    ],
    [
      'every other week, weeks from Monday',
      [allDay, 'RRULE:FREQ=WEEKLY;INTERVAL=2;WKST=MO;BYDAY=SU,FR;COUNT=3'],
      ['2026-11-27', '2026-11-29', '2026-12-11'],
    ],
    ['daily on weekdays', [allDay, 'RRULE:FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR;COUNT=2'], ['2026-11-27', '2026-11-30']],
    [
      'monthly on the 31st',
      ['DTSTART;VALUE=DATE:20261231', 'RRULE:FREQ=MONTHLY;COUNT=3'],
      ['2026-12-31', '2027-01-31', '2027-03-31'],
    ],
    [
      'yearly on a leap day',
      ['DTSTART;VALUE=DATE:20280229', 'RRULE:FREQ=YEARLY;COUNT=2'],
      ['2028-02-29', '2032-02-29'],
    ],
    [
      'yearly, saying its own date',
      ['DTSTART;VALUE=DATE:20261224', 'RRULE:FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24;COUNT=2'],
      ['2026-12-24', '2027-12-24'],
    ],
    [
      'without those left out',
      [allDay, 'RRULE:FREQ=DAILY;COUNT=3', 'EXDATE;VALUE=DATE:20261128'],
      ['2026-11-27', '2026-11-29'],
    ],
  ])('S5 recurs %s', (_what, lines, expected) => {
    expect(days(...lines)).toEqual(expected)
  })

  it('S5 recurs on local wall time through DST, and until an instant', () => {
    const weekly = [
      'DTSTART;TZID=America/New_York:20261026T100000',
      'DURATION:PT1H',
      'RRULE:FREQ=WEEKLY;UNTIL=20261109T150000Z',
    ]
    expect(times(...weekly).map(([from]) => from)).toEqual([
      '2026-10-26T14:00Z',
      '2026-11-02T15:00Z',
      '2026-11-09T15:00Z',
    ])
  })

  it('S5 weekly on weekdays agrees with looking at every day of ten years', () => {
    const codes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
    fc.assert(
      fc.property(
        fc.subarray(codes, { minLength: 1 }),
        fc.integer({ min: 1, max: 5 }),
        fc.nat(3_000),
        (wanted, interval, from) => {
          const first = Date.UTC(2026, 10, 2) + from * 86_400_000
          const start = new Date(first).toISOString().slice(0, 10).replaceAll('-', '')
          const found = read(
            calendar(`DTSTART;VALUE=DATE:${start}`, `RRULE:FREQ=WEEKLY;INTERVAL=${interval};BYDAY=${wanted.join(',')}`),
            'UTC',
          ).events.map(({ fromMs }) => fromMs)
          const monday = first - ((new Date(first).getUTCDay() + 6) % 7) * 86_400_000
          const expected: number[] = []
          for (let day = first; day < all.toMs; day += 86_400_000) {
            const code = codes[(new Date(day).getUTCDay() + 6) % 7] ?? ''
            if (Math.floor((day - monday) / (7 * 86_400_000)) % interval === 0 && wanted.includes(code))
              expected.push(day)
          }
          expect(found).toEqual(expected)
        },
      ),
      { numRuns: 40 },
    )
  })

  it.each([
    ['a rule by position', 'RRULE:FREQ=MONTHLY;BYDAY=-1FR', 'BYDAY=-1FR'],
    ['a rule by set', 'RRULE:FREQ=MONTHLY;BYDAY=FR;BYSETPOS=1', 'BYSETPOS'],
    ['a rule by the hour', 'RRULE:FREQ=HOURLY', 'FREQ=HOURLY'],
    ['another month', 'RRULE:FREQ=YEARLY;BYMONTH=3', 'BYMONTH=3'],
    ['a senseless interval', 'RRULE:FREQ=DAILY;INTERVAL=0', 'INTERVAL'],
    ['single dates', 'RDATE;VALUE=DATE:20261224', 'RDATE'],
  ])('S5 refuses %s by name and keeps nothing of it', (_what, line, part) => {
    const { events, problems } = read(calendar(allDay, line))
    expect(events).toEqual([])
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain('"S" was left out: it recurs')
    expect(problems[0]).toContain(part)
  })

  it.each([
    [
      'a zone nobody knows',
      ['DTSTART;TZID=Customized Time Zone:20261224T100000'],
      'the time zone "Customized Time Zone" is not known',
    ],
    ['a date that does not exist', ['DTSTART;VALUE=DATE:20260230'], 'is no date'],
    ['an end before the start', ['DTSTART:20261224T150000Z', 'DTEND:20261224T140000Z'], 'it ends before it begins'],
    ['no start', [], 'it has no start'],
  ])('S5 says what is wrong with %s', (_what, lines, why) => {
    expect(read(calendar(...lines)).problems[0]).toContain(why)
  })

  it('S5 an occurrence moved by hand stands for the one it names', () => {
    const master = calendar(allDay, 'RRULE:FREQ=DAILY;COUNT=3')
    const moved = [
      'BEGIN:VEVENT',
      'UID:u',
      'SUMMARY:M',
      'RECURRENCE-ID;VALUE=DATE:20261128',
      'DTSTART;VALUE=DATE:20261205',
      'END:VEVENT',
      'END:VCALENDAR',
    ].join('\r\n')
    const { events } = read(master.replace('END:VCALENDAR', moved))
    expect(events.map(({ title, uid, fromMs }) => [title, uid, new Date(fromMs).toISOString().slice(0, 10)])).toEqual([
      ['S', 'u#2026-11-26T23:00:00.000Z', '2026-11-26'],
      ['S', 'u#2026-11-28T23:00:00.000Z', '2026-11-28'],
      ['M', 'u#2026-11-27T23:00:00.000Z', '2026-12-04'],
    ])
  })

  it('S5 only what touches the span is read, and endless rules end', () => {
    const span = { fromMs: at('2030-01-01T00:00:00Z'), toMs: at('2030-01-08T00:00:00Z') }
    expect(read(calendar(allDay, 'RRULE:FREQ=DAILY'), 'UTC', span).events).toHaveLength(7)
    const endless = calendar(allDay, 'RRULE:FREQ=DAILY;INTERVAL=1;COUNT=999999999')
    expect(read(endless, 'UTC', { fromMs: 0, toMs: at('9000-01-01T00:00:00Z') }).events.length).toBeLessThan(1_000_000)
  })

  it('S5 never throws, whatever the text', () => {
    const lines = fc.constantFrom(
      'BEGIN:VCALENDAR',
      'END:VCALENDAR',
      'BEGIN:VEVENT',
      'END:VEVENT',
      'UID:x',
      'DTSTART:20261224T100000Z',
      'DTSTART;TZID=:1',
      'DTEND;VALUE=DATE:20261224',
      'RRULE:FREQ=WEEKLY;BYDAY=',
      'RRULE:=;;=',
      'EXDATE:,,',
      'RECURRENCE-ID:x',
      ' folded',
      ':::',
      ';=:',
    )
    const noise = fc
      .array(fc.oneof(lines, fc.string()), { maxLength: 30 })
      .map((parts) => `BEGIN:VCALENDAR\nVERSION:2.0\n${parts.join('\n')}`)
    fc.assert(
      fc.property(noise, (text) => {
        const result = readCalendar(text, 'Europe/Berlin', all)
        if (!result.ok) throw new Error(result.error)
        for (const { fromMs, toMs } of result.value.events) expect(toMs).toBeGreaterThanOrEqual(fromMs)
      }),
    )
    expect(readCalendar('hello', 'UTC', all)).toEqual({
      ok: false,
      error: 'This is not an iCalendar file: it has no BEGIN:VCALENDAR.',
    })
  })
})
