import { describe, expect, it } from 'vitest'
import { ladderEffect } from '../../../../renderer/features/schedule/agreed/ladder-effect.ts'
import {
  fieldsOf,
  floorChoices,
  type ModeFields,
  modeOf,
  modeProblem,
  stretchChoices,
} from '../../../../renderer/features/schedule/agreed/mode-form.ts'
import { rangeProblem, rangeWords } from '../../../../renderer/features/schedule/agreed/ranges.ts'
import { pipelinesOf, rotationsToTake } from '../../../../renderer/features/schedule/take-over.ts'
import type { HolidayMode, Team } from '../../../../shared/schedule/team.ts'
import { at, sampleTeam } from '../../../shared/schedule/sample-team.ts'

const zone = 'America/New_York'
const mode: HolidayMode = {
  from: '2026-12-21',
  to: '2027-01-02',
  timezone: 'Europe/Berlin',
  reason: 'Year-end',
  stretch: 2.5,
  severityFloor: 3,
  hours: { from: '08:00', to: '20:00', timezone: 'UTC', days: 'daily' },
  tiers: ['experiment'],
  thresholds: 'lag 2 h',
}
const fields: ModeFields = { ...fieldsOf(null), reason: 'Year-end', from: '2026-12-21', to: '2027-01-02' }
const withMode: Team = { ...sampleTeam, holidayModes: [mode] }
const problemWith = (part: Partial<ModeFields>, team: Team = sampleTeam) =>
  modeProblem({ ...fields, ...part }, null, team, zone)

describe('S3.2 the fields of a holiday mode', () => {
  it('S3.2 what the file says comes back as it was, what has no field included', () => {
    expect(modeOf(fieldsOf(mode), mode, zone)).toEqual(mode)
    expect(stretchChoices(mode).map(({ value }) => value)).toContain('2.5')
    expect(floorChoices(mode).map(({ value }) => value)).toContain('3')
  })

  it('S3.2 a new one makes the ladder twice as long for every pipeline, in the zone of the team', () => {
    expect(modeOf(fields, null, zone)).toEqual({
      from: '2026-12-21',
      to: '2027-01-02',
      timezone: zone,
      reason: 'Year-end',
      stretch: 2,
      tiers: [],
    })
  })

  it('S3.2 what is taken back is not in the file', () => {
    const plain = modeOf({ ...fieldsOf(mode), stretch: '1', severityFloor: '', thresholds: ' ' }, mode, zone)
    expect(plain).not.toHaveProperty('stretch')
    expect(plain).not.toHaveProperty('severityFloor')
    expect(plain).not.toHaveProperty('thresholds')
  })

  it.each<[string, Partial<ModeFields>, string]>([
    ['no name', { reason: ' ' }, 'reason'],
    ['no first day', { from: '' }, 'from'],
    ['no last day', { to: '' }, 'to'],
    ['the last before the first', { to: '2026-12-20' }, 'to'],
    ['no pipelines', { tiers: [] }, 'tiers'],
    ['nothing relaxed', { stretch: '1' }, 'relaxed'],
  ])('S3.2 %s is said at its field', (_, part, where) => {
    expect(problemWith(part)?.at).toBe(where)
    expect(problemWith({})).toBeNull()
  })

  it('S3.2 days of another mode are refused by its name, days of its own are not', () => {
    expect(problemWith({ from: '2027-01-02', to: '2027-01-05' }, withMode)).toEqual({
      at: 'from',
      words: '“Year-end” holds then already, Mon 21 Dec to Sat 2 Jan.',
    })
    expect(problemWith({ tiers: ['investor'] }, withMode)).toBeNull()
    expect(modeProblem(fieldsOf(mode), mode, withMode, zone)).toBeNull()
    expect(modeProblem(fieldsOf(mode), { ...mode }, withMode, zone)).toBeNull()
  })

  it('S3.2 a range says what is wrong with it', () => {
    expect(rangeProblem('2026-02-30', '2026-03-01')?.at).toBe('from')
    expect(rangeProblem('2026-03-01', '2026-03-01')).toBeNull()
    expect(rangeWords({ from: '2026-12-24', to: '2026-12-24' })).toBe('Thu 24 Dec')
    expect(rangeWords({ from: '2026-12-01T09:00', to: '2026-12-01T13:00' })).toBe('Tue 1 Dec 09:00 to Tue 1 Dec 13:00')
  })
})

describe('E15 what a mode makes of the ladders', () => {
  it('E15 says each rung of each ladder once, and what waits', () => {
    const everywhere = { ...mode, tiers: [], stretch: 2 }
    const [first, ...rest] = ladderEffect(sampleTeam, [{ kind: 'holiday-mode', mode: everywhere }])
    expect(first).toContain('question after 1 h instead of 30 min, secondary after 2 h instead of 1 h')
    expect(rest).toEqual(expect.arrayContaining(['below SEV-3 pages wait until 08:00', 'lag 2 h']))
  })

  it('E15 names no pipeline of another tier, and nothing for other changes', () => {
    expect(ladderEffect(sampleTeam, [{ kind: 'holiday-mode', mode }]).join()).not.toContain('instead of')
    expect(ladderEffect(sampleTeam, [{ kind: 'work-holiday', person: 'eng-a', date: '2026-12-25' }])).toEqual([])
    expect(ladderEffect(withMode, [{ kind: 'remove-holiday-mode', mode }])).toEqual([
      'The normal ladder, Mon 21 Dec to Sat 2 Jan',
    ])
  })
})

describe('S6.5 taking a shift now', () => {
  const nowMs = at('2026-11-24T14:00:00Z')
  const [rotation] = sampleTeam.rotations
  if (!rotation) throw new Error('no rotation')
  const later = { ...rotation, id: 'later', name: 'Later', start: '2027-11-01' }
  const team: Team = { ...sampleTeam, rotations: [rotation, later] }

  it('S6.5 every rotation can be taken in which somebody else is on, the open ones first', () => {
    const ids = team.people.map((person) => rotationsToTake(team, person, team.rotations, nowMs).map(({ id }) => id))
    expect(ids.every(([first]) => first === 'later')).toBe(true)
    expect(ids.filter((each) => each.length === 1)).toHaveLength(1)
    expect(rotationsToTake(team, null, team.rotations, nowMs)).toEqual([])
  })

  it('S6.5 says for which pipelines one answers with it', () => {
    expect(pipelinesOf(team, rotation)).toEqual(team.pipelines.map(({ name }) => name))
    expect(pipelinesOf(team, later)).toEqual([])
  })
})
