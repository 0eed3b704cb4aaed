import { fail, ok, type Result } from '../../kit/result.ts'
import { dateOfDay, dayMs, dayNumber, isoWeekday } from '../zone-clock.ts'
import { type CalendarTime, instantOf, readCalendarTime } from './calendar-time.ts'

const dayCodes: readonly string[] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

type Frequency = 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY'

type Rule = {
  readonly frequency: Frequency
  readonly interval: number
  readonly count: number
  /** The last instant at which one may begin, epoch ms; infinite without one. */
  readonly untilMs: number
  /** ISO weekdays. */
  readonly weekdays: readonly number[]
  readonly weekStart: number
}

/** Nobody's leave recurs more often; a hostile file should not keep the console busy. */
const mostOccurrences = 4_000
const mostPeriods = 40_000

const isFrequency = (text: string | undefined): text is Frequency =>
  text === 'DAILY' || text === 'WEEKLY' || text === 'MONTHLY' || text === 'YEARLY'

const understood = ['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'BYDAY', 'WKST', 'BYMONTH', 'BYMONTHDAY']

/** A part that says no more than the start does already, as `BYMONTHDAY=24` for something that begins on a 24th. */
const isRedundant = (written: string | undefined, own: number): boolean =>
  written === undefined || Number(written) === own

function readUntil(text: string | undefined, start: CalendarTime): Result<number> {
  if (text === undefined) return ok(Number.POSITIVE_INFINITY)
  const until = readCalendarTime({ name: 'UNTIL', params: {}, value: text }, start.timezone)
  if (!until.ok) return until
  const { value } = until
  return ok(
    value.isDate && !start.isDate ? instantOf({ ...value, wallMs: value.wallMs + dayMs }) - 1 : instantOf(value),
  )
}

function readWeekdays(text: string | undefined): Result<readonly number[]> {
  const codes = text === undefined ? [] : text.toUpperCase().split(',')
  const found = codes.map((code) => dayCodes.indexOf(code) + 1)
  return found.includes(0) ? fail(`BYDAY=${text}`) : ok(found)
}

/** Reads the rules that people's calendars use; refuses the others by name, since a wrong guess would put somebody on call on their leave. */
function readRule(text: string, start: CalendarTime): Result<Rule> {
  const parts = Object.fromEntries(text.split(';').map((part) => part.toUpperCase().split('=', 2)))
  const strange = Object.keys(parts).find((key) => key !== '' && !understood.includes(key))
  const frequency: string | undefined = parts.FREQ
  if (!isFrequency(frequency) || strange !== undefined) return fail(strange ?? `FREQ=${frequency}`)
  const day = Math.floor(start.wallMs / dayMs)
  const date = dateOfDay(day)
  if (!isRedundant(parts.BYMONTH, Number(date.slice(5, 7)))) return fail(`BYMONTH=${parts.BYMONTH}`)
  if (!isRedundant(parts.BYMONTHDAY, Number(date.slice(8, 10)))) return fail(`BYMONTHDAY=${parts.BYMONTHDAY}`)
  const weekdays = readWeekdays(parts.BYDAY)
  if (!weekdays.ok) return weekdays
  if (weekdays.value.length > 0 && (frequency === 'MONTHLY' || frequency === 'YEARLY'))
    return fail(`BYDAY=${parts.BYDAY}`)
  if (parts.BYMONTHDAY !== undefined && (frequency === 'DAILY' || frequency === 'WEEKLY')) return fail('BYMONTHDAY')
  if (parts.BYMONTH !== undefined && frequency !== 'YEARLY') return fail('BYMONTH')
  const until = readUntil(parts.UNTIL, start)
  if (!until.ok) return until
  const interval = Number(parts.INTERVAL ?? 1)
  const count = parts.COUNT === undefined ? Number.POSITIVE_INFINITY : Number(parts.COUNT)
  const isCount = count === Number.POSITIVE_INFINITY || Number.isInteger(count)
  if (!Number.isInteger(interval) || interval < 1 || !isCount || count < 1) return fail('INTERVAL or COUNT')
  const weekStart = dayCodes.indexOf(parts.WKST ?? 'MO') + 1
  return ok({ frequency, interval, count, untilMs: until.value, weekdays: weekdays.value, weekStart: weekStart || 1 })
}

/** The same day of the month some months later; null where the month has no such day, which is left out (RFC 5545, 3.3.10). */
function monthsLater(day: number, months: number): number | null {
  const date = dateOfDay(day)
  const total = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months
  const [year, month] = [Math.floor(total / 12), (total % 12) + 1]
  if (year > 9_999) return null
  const wanted = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${date.slice(8, 10)}`
  const found = dayNumber(wanted)
  return Number.isFinite(found) && dateOfDay(found) === wanted ? found : null
}

/** The days of one period of a rule, in order; periods count from 0, that of the start. */
function daysOfPeriod(
  { frequency, interval, weekdays, weekStart }: Rule,
  startDay: number,
  period: number,
): readonly number[] {
  if (frequency === 'MONTHLY' || frequency === 'YEARLY') {
    const day = monthsLater(startDay, period * interval * (frequency === 'YEARLY' ? 12 : 1))
    return day === null ? [] : [day]
  }
  if (frequency === 'DAILY') {
    const day = startDay + period * interval
    return weekdays.length === 0 || weekdays.includes(isoWeekday(day)) ? [day] : []
  }
  const intoWeek = (isoWeekday(startDay) - weekStart + 7) % 7
  const firstOfWeek = startDay - intoWeek + period * interval * 7
  const wanted = weekdays.length === 0 ? [isoWeekday(startDay)] : weekdays
  return wanted
    .map((weekday) => firstOfWeek + ((weekday - weekStart + 7) % 7))
    .filter((day) => day >= startDay)
    .toSorted((one, other) => one - other)
}

/**
 * The starts of a recurring event up to an instant (epoch ms), the first one included, each on its own local wall time.
 * Fails with the part of the rule that is not understood.
 */
export function occurrencesOf(start: CalendarTime, rule: string, beforeMs: number): Result<readonly CalendarTime[]> {
  const read = readRule(rule, start)
  if (!read.ok) return read
  const startDay = Math.floor(start.wallMs / dayMs)
  const timeOfDay = start.wallMs - startDay * dayMs
  const found: CalendarTime[] = []
  for (let period = 0; period < mostPeriods; period += 1) {
    for (const day of daysOfPeriod(read.value, startDay, period)) {
      const time = { ...start, wallMs: day * dayMs + timeOfDay }
      const atMs = instantOf(time)
      if (atMs > read.value.untilMs || atMs >= beforeMs || found.length >= read.value.count) return ok(found)
      if (found.length >= mostOccurrences) return fail('more than 4,000 times')
      found.push(time)
    }
  }
  return ok(found)
}
