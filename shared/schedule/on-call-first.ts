import { turnTakers } from './load.ts'
import type { Person, Team } from './team.ts'

/** Everybody of a team, whoever is most likely at the desk first: who takes turns or owns a pipeline, then leads, then the others, each in the order of the file. */
export function onCallFirst({ people, rotations, pipelines }: Team): readonly Person[] {
  const owners = pipelines.flatMap(({ primary, secondary }) => [primary, secondary])
  const first = new Set<string | undefined>([...rotations.flatMap(turnTakers), ...owners])
  const leads = new Set<string | undefined>(pipelines.map(({ lead }) => lead))
  const placeOf = ({ id }: Person): number => (first.has(id) ? 0 : leads.has(id) ? 1 : 2)
  return people.toSorted((one, other) => placeOf(one) - placeOf(other))
}
