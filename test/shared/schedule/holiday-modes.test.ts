import { describe, expect, it } from 'vitest'
import { holidayModesAt, holidayModesBetween, modesOverlap, reliefFor } from '../../../shared/schedule/holiday-modes.ts'
import { isMajorHoliday } from '../../../shared/schedule/holidays.ts'
import { parseTeam } from '../../../shared/schedule/parse-team.ts'
import type { HolidayMode, Team } from '../../../shared/schedule/team.ts'
import { at, sampleTeam } from './sample-team.ts'

const mode: HolidayMode = {
  from: '2026-12-21',
  to: '2027-01-03',
  timezone: 'America/New_York',
  reason: 'year end',
  severityFloor: 2,
  stretch: 2,
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
        'year end, until 3 Jan 2027: the ladder takes twice as long, SEV-1 excepted; below SEV-2 pages wait until 09:00; lag 2 h instead of 30 min; experiment pipelines only.',
    })
    const plain = {
      ...relaxed,
      holidayModes: [{ from: mode.from, to: mode.to, timezone: 'UTC', reason: 'quiet', tiers: [] }],
    }
    expect(holidayModesAt(plain, at('2026-12-25T12:00:00Z'))[0]?.words).toBe('quiet, until 3 Jan 2027.')
  })

  const [profit] = relaxed.pipelines
  if (!profit) throw new Error('no pipeline')
  const withGrowth: Team = { ...relaxed, pipelines: [profit, { ...profit, id: 'growth', tier: 'experiment' }] }
  const agreed = (pipelineId: string | undefined, iso: string, team: Team = withGrowth) =>
    reliefFor(team, pipelineId, at(iso))

  it('S3.2 an incident takes what is agreed for its pipeline and not over', () => {
    expect(agreed('growth', '2026-12-25T12:00:00Z')).toEqual([
      {
        reason: 'year end',
        startsAt: '2026-12-21T05:00:00.000Z',
        endsAt: '2027-01-04T05:00:00.000Z',
        stretch: 2,
        severityFloor: 2,
        hours: { from: '09:00', to: '18:00', days: 'daily', timezone: 'America/New_York' },
      },
    ])
    expect(agreed('growth', '2026-12-20T12:00:00Z')).toHaveLength(1)
    expect(agreed('growth', '2027-01-04T05:00:00Z')).toEqual([])
    for (const other of ['profit', 'unknown', undefined]) expect(agreed(other, '2026-12-25T12:00:00Z')).toEqual([])
  })

  it('S3.2 a mode without tiers holds for every pipeline, one that relaxes nothing for none', () => {
    const { stretch: _, severityFloor: __, ...wordsOnly } = { ...mode, tiers: [] }
    const everywhere = { ...withGrowth, holidayModes: [{ ...mode, tiers: [] }] }
    expect(agreed(undefined, '2026-12-25T12:00:00Z', everywhere)).toHaveLength(1)
    expect(agreed('growth', '2026-12-25T12:00:00Z', { ...withGrowth, holidayModes: [wordsOnly] })).toEqual([])
  })

  it.each([
    ['the same days', {}, true],
    ['one day', { from: '2027-01-03', to: '2027-01-05' }, true],
    ['the day after', { from: '2027-01-04', to: '2027-01-05' }, false],
    ['other tiers', { tiers: ['investor'] as const }, false],
    ['all tiers', { tiers: [] }, true],
  ])('S3.2 two modes overlap: %s', (_, change, expected) => {
    expect(modesOverlap(mode, { ...mode, ...change })).toBe(expected)
    expect(modesOverlap({ ...mode, ...change }, mode)).toBe(expected)
  })

  it.each([
    ['{reason: a, stretch: 2}, {reason: b, stretch: 3}', ['"b" overlaps "a"']],
    ['{reason: a, stretch: 2, tiers: [investor]}, {reason: b, stretch: 3, tiers: [internal]}', []],
    ['{reason: a, tiers: [internal]}', ['"a" relaxes nothing']],
    ['{reason: a, stretch: 1}', ['stretch should be a number over 1', '"a" relaxes nothing']],
    ['{reason: a, stretch: twice}', ['stretch should be a number over 1', '"a" relaxes nothing']],
    ['{reason: a, severityFloor: SEV-2, hours: {from: "08:00", to: "20:00"}}', []],
  ])('S3.2 what is wrong in the file is said: %s', (modes, said) => {
    const written = modes.replaceAll('{reason', '{from: 2026-12-21, to: 2026-12-24, reason')
    const text = `people: [{id: a, name: A, timezone: UTC}]\nholidayModes: [${written}]\n`
    const { problems, team } = parseTeam({ path: 'team.yaml', text })
    expect(problems.filter(({ message }) => said.some((words) => message.includes(words)))).toHaveLength(said.length)
    expect(problems.length - said.length).toBe(0)
    if (said.length === 0) expect(team.holidayModes.every(({ timezone }) => timezone === 'UTC')).toBe(true)
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
