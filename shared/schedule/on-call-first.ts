import { turnTakers } from './load.ts'
import type { Person, Team } from './team.ts'

/** How likely somebody is at the desk at night, the likeliest first: who takes turns or owns a pipeline, a lead, anybody else. */
function placesIn({ rotations, pipelines }: Team): (person: Person) => 0 | 1 | 2 {
  const owners = pipelines.flatMap(({ primary, secondary }) => [primary, secondary])
  const first = new Set<string | undefined>([...rotations.flatMap(turnTakers), ...owners])
  const leads = new Set<string | undefined>(pipelines.map(({ lead }) => lead))
  return ({ id }) => (first.has(id) ? 0 : leads.has(id) ? 1 : 2)
}

/** Everybody of a team, whoever is most likely at the desk first, else in the order of the file. */
export function onCallFirst(team: Team): readonly Person[] {
  const placeOf = placesIn(team)
  return team.people.toSorted((one, other) => placeOf(one) - placeOf(other))
}

/** Tells whether somebody of a team takes turns, owns a pipeline or leads one. A team file also holds whom one only calls. */
export function hasDuty(team: Team): (person: Person) => boolean {
  const placeOf = placesIn(team)
  return (person) => placeOf(person) < 2
}
