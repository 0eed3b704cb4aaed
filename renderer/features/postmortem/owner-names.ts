import type { ActionItem } from '../../../shared/incident/data-state.ts'
import type { PersonRef } from '../../../shared/incident/primitives.ts'
import type { Team } from '../../../shared/schedule/team.ts'

/** Who can own an action item: the team, whoever else is reachable, and owners who have left since. */
export function ownersOf(team: Team, actions: readonly ActionItem[]): readonly PersonRef[] {
  const owners = new Map<string, PersonRef>()
  const known = [
    ...team.people.map(({ id, name }) => ({ id, name })),
    ...team.contacts.map(({ id, name }) => ({ id: id ?? name, name })),
    ...actions.flatMap((action) => (action.owner === null ? [] : [action.owner])),
  ]
  for (const person of known) if (!owners.has(person.id)) owners.set(person.id, person)
  return [...owners.values()]
}
