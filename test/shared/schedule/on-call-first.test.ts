import { describe, expect, it } from 'vitest'
import { hasDuty, onCallFirst } from '../../../shared/schedule/on-call-first.ts'
import { emptyTeam } from '../../../shared/schedule/team.ts'
import { sampleTeam } from './sample-team.ts'

const person = (id: string) => ({ id, name: id, timezone: 'UTC', away: [] })
const pipeline = { id: 'ledger', name: 'Ledger', tier: 'internal', canWaitUntilMorning: null, policy: null } as const

describe('who is asked for first', () => {
  it('names everybody of a team without a rotation, its owners before its leads and all others', () => {
    const team = {
      ...emptyTeam,
      people: ['reader', 'lead', 'second', 'first'].map(person),
      pipelines: [{ ...pipeline, primary: 'first', secondary: 'second', lead: 'lead', sources: [], consumers: [] }],
    }
    expect(onCallFirst(team).map(({ id }) => id)).toEqual(['second', 'first', 'lead', 'reader'])
    expect(team.people.filter(hasDuty(team)).map(({ id }) => id)).toEqual(['lead', 'second', 'first'])
  })

  it('leaves nobody out, and names nobody twice', () => {
    const ids = sampleTeam.people.map(({ id }) => id)
    expect(
      onCallFirst(sampleTeam)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(ids.toSorted())
  })
})
