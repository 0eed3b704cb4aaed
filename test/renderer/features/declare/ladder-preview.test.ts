import { describe, expect, it } from 'vitest'
import { previewLadder } from '../../../../renderer/features/declare/preview-ladder.ts'
import type { CallInput } from '../../../../shared/contract/contract.ts'
import type { Severity } from '../../../../shared/incident/primitives.ts'
import { defaultPolicy, type Policy } from '../../../../shared/schedule/policy.ts'
import type { HolidayMode, Team } from '../../../../shared/schedule/team.ts'
import { at, sampleTeam } from '../../../shared/schedule/sample-team.ts'

const detectedAt = '2026-12-22T08:00:00.000Z'
const nowMs = at(detectedAt)
const mode: HolidayMode = {
  from: '2026-12-21',
  to: '2027-01-02',
  timezone: 'UTC',
  reason: 'Year-end',
  stretch: 2,
  severityFloor: 2,
  hours: { from: '20:00', to: '22:00', timezone: 'UTC', days: 'daily' },
  tiers: [],
}

type At = { readonly team?: Team; readonly me?: string | null; readonly atMs?: number }
const previewed = (
  input: Partial<CallInput<'incidents.declare'>>,
  { team = sampleTeam, me = null, atMs = nowMs }: At,
) =>
  previewLadder(
    team,
    { pipeline: null, detectedAt, slaAt: null, severity: 2, policy: defaultPolicy, ...input },
    me,
    atMs,
  )
const tellsAfterTenMinutes = (who: string): Policy => ({
  ...defaultPolicy,
  rungs: [{ id: 'told', after: 'PT10M', action: { do: 'tell', who } }],
})
const ladderOf = (severity: Severity, holidayModes: readonly HolidayMode[] = [mode]) => {
  const team: Team = { ...sampleTeam, holidayModes }
  return previewed({ severity }, { team }).map(({ dueAtMs, heldBack }) => [(dueAtMs - nowMs) / 60_000, heldBack])
}

describe('the ladder that declaring would start', () => {
  it('E15 shows the times as a holiday mode will make them, and why', () => {
    const words = 'relaxed by “Year-end”'
    expect(ladderOf(2)).toEqual([
      [60, words],
      [120, words],
      [240, words],
    ])
    expect(ladderOf(3)[1]).toEqual([120, 'waits until morning, “Year-end”'])
  })

  it('E15 shows the normal ladder for SEV-1, and where nothing is agreed', () => {
    const normal = [
      [30, null],
      [60, null],
      [120, null],
    ]
    expect(ladderOf(1)).toEqual(normal)
    expect(ladderOf(2, [])).toEqual(normal)
  })

  it('E2 counts by the policy that the host would put in force', () => {
    const policy = tellsAfterTenMinutes('lead')
    const rungs = previewLadder(
      sampleTeam,
      { pipeline: 'profit', detectedAt, slaAt: null, severity: 2, policy },
      null,
      nowMs,
    )
    expect(rungs.map(({ dueAtMs, words }) => [(dueAtMs - nowMs) / 60_000, words])).toEqual([[10, 'Data Lead']])
  })

  it('E11 names nobody for a severity that pages nobody', () => {
    expect(previewed({ pipeline: 'profit', severity: 5 }, {}).map(({ words, heldBack }) => [words, heldBack])).toEqual([
      ['Still stuck?', null],
      ['Nobody is told', 'SEV-5 pages nobody by itself'],
      ['Nobody is told', 'SEV-5 pages nobody by itself'],
    ])
  })

  it('E11 says that a pipeline waits until morning', () => {
    const hours = { from: '09:00', to: '18:00', timezone: 'America/New_York', days: 'daily' } as const
    const pipelines = sampleTeam.pipelines.map((each) => ({ ...each, canWaitUntilMorning: hours }))
    const [, told] = previewed(
      { pipeline: 'profit' },
      { team: { ...sampleTeam, pipelines }, atMs: nowMs + 61 * 60_000 },
    )
    expect(told).toMatchObject({ heldBack: 'waits until morning, agreed for this pipeline', isOverdue: false })
  })

  it('E5 names whoever can be told now for a rung that is overdue, and never who has command', () => {
    const away = [{ from: '2026-12-22T03:00', to: '2026-12-22T05:00' }]
    const people = sampleTeam.people.map((each) => (each.id === 'eng-a' ? { ...each, away } : each))
    const team = { ...sampleTeam, people }
    const wordsAt = (minutes: number, me: string | null) =>
      previewed({ pipeline: 'profit' }, { team, me, atMs: nowMs + minutes * 60_000 })[1]?.words
    expect(wordsAt(10, 'eng-b')).not.toBe('Engineer A')
    expect(wordsAt(180, 'eng-b')).toBe('Engineer A')
    expect(wordsAt(180, 'eng-a')).not.toBe('Engineer A')
  })

  it('E5 says why a rung falls to somebody else in the words that the incident has for it', () => {
    const [owned] = sampleTeam.pipelines
    if (owned === undefined) throw new Error('no pipeline')
    const { secondary, ...rest } = owned
    const team: Team = { ...sampleTeam, rotations: [], pipelines: [{ ...rest, primary: 'eng-b' }] }
    const wordsOf = (pipeline: string | null) =>
      previewed({ pipeline }, { team, me: 'eng-b' }).map(({ words, instead }) => [words, instead])
    expect(secondary).toBe('eng-a')
    expect(wordsOf('profit')).toEqual([
      ['Still stuck?', null],
      ['Data Lead', 'no secondary owner is named'],
      ['Data Lead', null],
    ])
    expect(wordsOf(null)).toEqual([
      ['Still stuck?', null],
      ['nobody can be told', 'no secondary owner is named'],
      ['nobody can be told', 'no lead is named'],
    ])
    const [, told] = previewed({ pipeline: 'profit' }, { me: 'eng-a' })
    expect([told?.words, told?.instead]).toEqual(['Engineer B, backup', 'Engineer A is handling the incident already'])
  })

  it('E10 passes over whoever is on call when nobody said who they are', () => {
    // Engineer D has the week.
    const policy = tellsAfterTenMinutes('eng-d')
    const [told] = previewLadder(
      sampleTeam,
      { pipeline: null, detectedAt, slaAt: null, severity: 2, policy },
      null,
      nowMs,
    )
    expect(told?.instead).toBe('Engineer D is handling the incident already')
  })
})
