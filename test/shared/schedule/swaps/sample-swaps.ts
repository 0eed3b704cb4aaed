import { whoIsOnCall } from '../../../../shared/schedule/on-call.ts'
import { applyChange, type ScheduleChange } from '../../../../shared/schedule/swaps/schedule-change.ts'
import type { Person, Proposal, Team } from '../../../../shared/schedule/team.ts'
import { at, onlyRotation, sampleTeam } from '../sample-team.ts'

export const rotationId = 'rotation'

export const weekMs = 7 * 24 * 3_600_000

export const start = at('2026-11-02T15:00:00Z')

export const now = at('2026-11-20T15:00:00Z')

export const christmas = { fromMs: at('2026-12-21T15:00:00Z'), toMs: at('2026-12-28T15:00:00Z') }

/** Who has a role at an instant (epoch ms), by id, or null. */
export const on = (team: Team, instantMs: number, role: 'primary' | 'backup' = 'primary') => {
  const { [role]: entry } = whoIsOnCall(onlyRotation(team), team, instantMs)
  return entry.kind === 'person' ? entry.person.id : null
}

/** The value of a result; a refusal ends the test with its words. */
export function made<T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

/** The team after a change. */
export const applied = (team: Team, change: ScheduleChange) => made(applyChange(team, change))

export const withPerson = (id: string, change: Partial<Person>, team: Team = sampleTeam): Team => ({
  ...team,
  people: team.people.map((person) => (person.id === id ? { ...person, ...change } : person)),
})

/** Engineer C takes the Christmas week of engineer D, and gives one in January for it. */
export const proposal: Proposal = {
  id: 'p1',
  state: 'proposed',
  from: '2026-12-21T10:00',
  to: '2026-12-28T10:00',
  person: 'eng-c',
  for: 'eng-d',
  returns: { from: '2027-01-11T10:00', to: '2027-01-18T10:00' },
}

/** The sample team with it. */
export const proposed = applied(sampleTeam, { kind: 'propose', rotationId, proposal })

export const accept = { kind: 'accept', rotationId, proposalId: 'p1', on: '2026-12-02' } as const
