import { scheduleFindings } from '../../../shared/schedule/schedule-findings.ts'
import type { DateRange, Person, Rotation, Team } from '../../../shared/schedule/team.ts'
import { at, sampleTeam as teamAsDescribed, withRotation as withRotationOf } from './sample-team.ts'

/** The sample with a secondary owner who takes no turns: else each of their weeks is a note of its own. */
export const sampleTeam: Team = {
  ...teamAsDescribed,
  pipelines: teamAsDescribed.pipelines.map((pipeline) => ({ ...pipeline, secondary: 'data-lead' })),
}

export const withRotation = (change: Partial<Rotation>, team: Team = sampleTeam) => withRotationOf(change, team)

/** Two weeks without a public holiday for anybody: Engineer A with C behind them, then B with D. */
export const quiet = [at('2027-02-22T15:00:00Z'), at('2027-03-08T15:00:00Z')] as const

export const withPeople = (change: (person: Person) => Partial<Person>): Team => ({
  ...sampleTeam,
  people: sampleTeam.people.map((person) => ({ ...person, ...change(person) })),
})

/** The sample with somebody away. */
export const away = (id: string, absence: DateRange) =>
  withPeople((person) => (person.id === id ? { away: [absence] } : {}))

/** The findings of a span, a line each: severity, kind, day, who. */
export const found = (team: Team, span: readonly [number, number] = quiet) =>
  scheduleFindings(team, ...span).map(({ severity, kind, date, who }) => [severity, kind, date, ...who].join(' '))

/** The findings of one kind, whole. */
export const only = (kind: string, team: Team, span: readonly [number, number] = quiet) =>
  scheduleFindings(team, ...span).filter((finding) => finding.kind === kind)

/** The sample with one week in which nobody has a role. */
export const without = (key: 'backup' | 'primary') =>
  withRotation({ weeks: [{ primary: 'eng-a', backup: 'eng-c' }].map((week) => ({ ...week, [key]: undefined })) })

export const christmas = [at('2026-12-21T15:00:00Z'), at('2026-12-28T15:00:00Z')] as const
