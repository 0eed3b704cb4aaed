import type { Actor, Fact } from '../incident/facts/fact-catalog.ts'
import type { PersonRef } from '../incident/primitives.ts'

function refsIn(fact: Fact): readonly (PersonRef | null | undefined)[] {
  switch (fact.type) {
    case 'incident.declared':
      return [fact.data.onCall, fact.data.secondary, fact.data.lead]
    case 'role.assumed':
    case 'role.renounced':
    case 'handoff.accepted':
    case 'handoff.declined':
    case 'notification.requested':
    case 'notification.acknowledged':
    case 'call.made':
      return [fact.data.person]
    case 'handoff.offered':
      return [fact.data.to]
    case 'alert.attached':
      return [fact.data.attachedBy]
    case 'rung.exhausted':
      return [...fact.data.tried, ...fact.data.skipped.map((each) => each.person)]
    case 'action.added':
    case 'action.changed':
      return [fact.data.owner]
    default:
      return []
  }
}

/** The people whom a log names, by id. The first name given stays, so that a later spelling does not rewrite the past. */
export function peopleIn(facts: readonly Fact[]): Map<string, string> {
  const names = new Map<string, string>()
  for (const fact of facts) {
    for (const person of refsIn(fact)) {
      if (person && !names.has(person.id)) names.set(person.id, person.name)
    }
  }
  return names
}

/** Who made a fact, in words. A person whom nobody names is shown by id, never left out. */
export function actorName(actor: Actor, people: ReadonlyMap<string, string>): string {
  switch (actor.kind) {
    case 'person':
      return people.get(actor.id) ?? actor.id
    case 'alarm':
      return 'Nightdesk'
    case 'intake':
      return 'Alert intake'
    case 'import':
      return 'Import'
  }
}
