import { describe, expect, it } from 'vitest'
import { holidayModesAt, holidayModesBetween, holidayRelief } from '../../../shared/schedule/holiday-modes.ts'
import { isMajorHoliday } from '../../../shared/schedule/holidays.ts'
import type { HolidayMode, Team } from '../../../shared/schedule/team.ts'
import { at, sampleTeam } from './sample-team.ts'

const mode: HolidayMode = {
  from: '2026-12-21',
  to: '2027-01-03',
  timezone: 'America/New_York',
  reason: 'year end',
  severityFloor: 2,
  tiers: ['experiment'],
  thresholds: 'lag 2 h instead of 30 min',
}
const relaxed: Team = { ...sampleTeam, holidayModes: [mode] }
const inForce = (iso: string) => holidayModesAt(relaxed, at(iso)).length

describe('S3.2 holiday modes', () => {
  it('S3.2 hold on whole local days with both ends', () => {
    expect(inForce('2026-12-21T04:59:59Z')).toBe(0)
    expect(inForce('2026-12-21T05:00:00Z')).toBe(1)
    expect(inForce('2027-01-04T04:59:59Z')).toBe(1)
    expect(inForce('2027-01-04T05:00:00Z')).toBe(0)
  })

  it('S3.2 say what was agreed', () => {
    expect(holidayModesAt(relaxed, at('2026-12-25T12:00:00Z'))[0]).toMatchObject({
      startsAt: '2026-12-21T05:00:00.000Z',
      endsAt: '2027-01-04T05:00:00.000Z',
      words:
        'year end, until 3 Jan 2027: only SEV-2 and worse page; experiment pipelines wait; lag 2 h instead of 30 min.',
    })
    const plain = {
      ...relaxed,
      holidayModes: [{ from: mode.from, to: mode.to, timezone: 'UTC', reason: 'quiet', tiers: [] }],
    }
    expect(holidayModesAt(plain, at('2026-12-25T12:00:00Z'))[0]?.words).toBe('quiet, until 3 Jan 2027.')
  })

  it.each([
    ['profit', 2, null],
    ['profit', 3, 'until 3 Jan 2027 only SEV-2 and worse page (year end)'],
    ['growth', 1, 'until 3 Jan 2027 experiment pipelines wait (year end)'],
    ['unknown', 1, null],
    ['unknown', 4, 'until 3 Jan 2027 only SEV-2 and worse page (year end)'],
  ])('S3.2 a page of %s at SEV-%i', (pipelineId, severity, expected) => {
    const [pipeline] = relaxed.pipelines
    if (!pipeline) throw new Error('no pipeline')
    const team: Team = { ...relaxed, pipelines: [pipeline, { ...pipeline, id: 'growth', tier: 'experiment' }] }
    expect(holidayRelief(team, pipelineId, severity, at('2026-12-25T12:00:00Z'))).toBe(expected)
    expect(holidayRelief(team, pipelineId, severity, at('2026-12-20T12:00:00Z'))).toBeNull()
  })

  it('S3.2 come soonest first', () => {
    const holidayModes = [mode, { ...mode, from: '2026-11-26', to: '2026-11-27', reason: 'Thanksgiving' }]
    const found = holidayModesBetween(
      { ...relaxed, holidayModes },
      at('2026-11-01T00:00:00Z'),
      at('2027-02-01T00:00:00Z'),
    )
    expect(found.map((each) => each.mode.reason)).toEqual(['Thanksgiving', 'year end'])
  })
})

describe('S3.1 major holidays', () => {
  const named = (name: string, substitute = false) => isMajorHoliday({ date: '2026-12-25', name, substitute }, [])
  it.each([
    'Christmas Day',
    'Boxing Day',
    "New Year's Day",
    'Good Friday',
    'Easter Monday',
    'Orthodox Easter',
    'Thanksgiving Day',
    'Chinese New Year',
    'End of Ramadan (Eid al-Fitr)',
    'Deepavali',
    'Rosh Hashanah (Day 2)',
  ])('S3.1 %s is one', (name) => {
    expect(named(name)).toBe(true)
    expect(named(name, true)).toBe(false)
  })
  it.each([
    'Republic Day',
    'Labor Thanksgiving Day',
    'Election Day',
    'Whit Monday',
    'Early May bank holiday',
    'Islamic New Year',
    'Day after Thanksgiving Day',
  ])('S3.1 %s is none, unless the team says so', (name) => {
    expect(named(name)).toBe(false)
    expect(isMajorHoliday({ date: '2026-12-25', name, substitute: false }, [name.slice(0, 8).toLowerCase()])).toBe(true)
  })
})
