import { describe, expect, it } from 'vitest'
import { holidayOn, holidaysFor, knowsHolidays } from '../../../shared/schedule/holidays.ts'
import type { Person } from '../../../shared/schedule/team.ts'
import { at } from './sample-team.ts'

const person = (country: string | undefined, region?: string, timezone = 'Europe/London'): Person => ({
  id: 'p',
  name: 'P',
  timezone,
  away: [],
  ...(country !== undefined && { country }),
  ...(region !== undefined && { region }),
})
const dates = (who: Person, from: string, to: string) => holidaysFor(who, from, to).map(({ date }) => date)

describe('S3 holidays', () => {
  it('S3 come from the country and the region', () => {
    expect(dates(person('GB', 'ENG'), '2027-01-01', '2027-04-30')).toEqual(['2027-01-01', '2027-03-26', '2027-03-29'])
    expect(dates(person('GB', 'SCT'), '2027-01-01', '2027-04-30')).toEqual([
      '2027-01-01',
      '2027-01-02',
      '2027-01-04',
      '2027-03-26',
    ])
    expect(dates(person('GB', 'GB-ENG'), '2027-01-01', '2027-12-31')).toEqual(
      dates(person('GB', 'ENG'), '2027-01-01', '2027-12-31'),
    )
  })

  it('S3 include substitute days, also those of the next year', () => {
    expect(holidaysFor(person('GB', 'ENG'), '2027-12-24', '2027-12-31')).toEqual([
      { date: '2027-12-25', name: 'Christmas Day', substitute: false },
      { date: '2027-12-26', name: 'Boxing Day', substitute: false },
      { date: '2027-12-27', name: 'Christmas Day (substitute day)', substitute: true },
      { date: '2027-12-28', name: 'Boxing Day (substitute day)', substitute: true },
    ])
    expect(dates(person('US'), '2027-12-30', '2028-01-02')).toEqual(['2027-12-31', '2028-01-01'])
  })

  it('S3 one that lasts over New Year keeps its days in January, each of them once', () => {
    expect(holidaysFor(person('SZ'), '2026-12-31', '2027-01-03').map(({ date, name }) => [date, name])).toEqual([
      ['2026-12-31', 'Incwala Festival'],
      ['2027-01-01', "New Year's Day"],
      ['2027-01-02', 'Incwala Festival'],
    ])
    expect(dates(person('SZ'), '2027-01-02', '2027-01-31')).toEqual(['2027-01-02'])
  })

  it('S3 are public ones only', () => {
    expect(dates(person('US'), '2027-02-14', '2027-02-14')).toEqual([])
    expect(dates(person('GB', 'ENG'), '2027-03-14', '2027-03-14')).toEqual([])
  })

  it('S3 none without a country, and none invented for an unknown one', () => {
    expect(dates(person(undefined), '2026-01-01', '2027-12-31')).toEqual([])
    expect(dates(person('ZZ'), '2026-01-01', '2027-12-31')).toEqual([])
    expect([knowsHolidays('ZZ', undefined), knowsHolidays('US', 'QQ')]).toEqual([false, false])
    expect([knowsHolidays('US', 'NY'), knowsHolidays('US', 'US-NY'), knowsHolidays('IN', undefined)]).toEqual([
      true,
      true,
      true,
    ])
  })

  it('S3 go by the date where the person is', () => {
    const instantMs = at('2026-12-25T02:00:00Z')
    expect(holidayOn(person('IN', undefined, 'Asia/Kolkata'), instantMs)?.name).toBe('Christmas Day')
    expect(holidayOn(person('US', undefined, 'America/Los_Angeles'), instantMs)).toBeUndefined()
    expect(holidayOn(person('US', undefined, 'America/Los_Angeles'), at('2026-12-25T08:00:00Z'))?.date).toBe(
      '2026-12-25',
    )
  })
})
