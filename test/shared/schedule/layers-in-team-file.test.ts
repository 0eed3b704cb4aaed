import { describe, expect, it } from 'vitest'
import { parseTeam } from '../../../shared/schedule/parse-team.ts'
import { onlyRotation, sampleTeam, sampleText, teamFrom } from './sample-team.ts'

const layered = `${sampleText}  hours: {from: "06:00", to: "23:00"}
  layers:
    - {name: Nights, start: 2026-11-02, hours: {from: "23:00", to: "06:00"}, weeks: [data-lead]}
    - {id: weekend, start: 2026-11-02, until: 2027-01-31, handover: {day: friday, at: "18:00", timezone: Europe/Berlin}, hours: {from: "00:00", to: "00:00", days: [saturday, sunday]}, weeks: [{primary: eng-b}, {primary: eng-x}]}
  temporary:
    - {from: 2026-12-24, to: 2026-12-26, primary: eng-c}
    - {from: 2026-12-29T10:00, to: 2026-12-28T10:00, primary: eng-c}
  proposals:
    - {id: p1, from: 2026-12-21, to: 2026-12-24, person: eng-c, for: eng-d, returns: {from: 2027-01-11, to: 2027-01-14}}
holidayModes:
  - {from: 2026-12-21, to: 2027-01-03, reason: year end, severityFloor: SEV-2, tiers: [experiment], thresholds: lag 2 h}
majorHolidays: [Martin Luther King]
`

describe('W1.7 the schedule in team.yaml', () => {
  it('W1.7 layers take the handover and the zone of their rotation, and everything is there', () => {
    const team = teamFrom(layered.replace(', {primary: eng-x}', '').replace(/ {4}- \{from: 2026-12-29.*\n/, ''))
    const rotation = onlyRotation(team)
    expect(rotation.hours).toEqual({ from: '06:00', to: '23:00', timezone: 'America/New_York', days: 'daily' })
    expect(rotation.layers[0]).toMatchObject({
      id: 'layer-1',
      name: 'Nights',
      handover: rotation.handover,
      hours: { timezone: 'America/New_York' },
    })
    expect(rotation.layers[1]).toMatchObject({ id: 'weekend', name: 'weekend', hours: { timezone: 'Europe/Berlin' } })
    expect(rotation.proposals[0]).toMatchObject({ state: 'proposed', returns: { from: '2027-01-11' } })
    expect(team.holidayModes).toEqual([
      {
        from: '2026-12-21',
        to: '2027-01-03',
        timezone: 'America/New_York',
        reason: 'year end',
        severityFloor: 2,
        tiers: ['experiment'],
        thresholds: 'lag 2 h',
      },
    ])
    expect(team.majorHolidays).toEqual(['Martin Luther King'])
  })

  it('W1.7 mistakes cost their entry and are said with their line', () => {
    expect(() => teamFrom(layered)).toThrow(/team\/unknown-person.*team\/dates|team\/dates.*team\/unknown-person/)
    expect(() => teamFrom(layered)).toThrow(/"line":26.*"line":29|"line":29.*"line":26/)
  })

  it.each([
    ['whom an override is for', '  overrides: [{from: 2026-11-04, to: 2026-11-05, person: eng-d, for: "Ben Smith"}]'],
    [
      'the tiers of a holiday mode',
      'holidayModes: [{from: 2026-12-21, to: 2027-01-03, reason: x, stretch: 4, tiers: [experiments]}]',
    ],
    ['the end of a layer', '  layers: [{start: 2026-11-02, until: 2026-11-31, weeks: [eng-d]}]'],
    ['the hours of a layer', '  layers: [{start: 2026-11-02, hours: {from: "22:00", to: "6:00"}, weeks: [eng-d]}]'],
    [
      'the days of its hours',
      '  layers: [{start: 2026-11-02, hours: {from: "22:00", to: "06:00", days: [fry]}, weeks: [eng-d]}]',
    ],
    [
      'the return of a proposal',
      '  proposals: [{id: p, from: 2026-11-04, to: 2026-11-05, person: eng-d, for: eng-a, returns: {from: 2026-12-04}}]',
    ],
  ])('W1.2 a bad value costs the rule that it narrows: %s', (_what, lines) => {
    const { team, problems } = parseTeam({ path: 'team.yaml', text: `${sampleText}${lines}\n` })
    expect(team).toEqual(sampleTeam)
    expect(problems).toMatchObject([
      { severity: 'error', line: 23, message: expect.stringMatching(/\[1\] is left out$/) },
    ])
  })

  it('W1.7 a file without any of it means what it meant', () => {
    expect(onlyRotation(sampleTeam)).toMatchObject({ layers: [], temporary: [], proposals: [], overrides: [] })
    expect(sampleTeam).toMatchObject({ holidayModes: [], majorHolidays: [] })
  })
})
