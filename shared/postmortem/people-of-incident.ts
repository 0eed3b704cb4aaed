import type { FactType } from '../incident/facts/fact-catalog.ts'
import { actorName } from './people-names.ts'
import type { Postmortem } from './postmortem.ts'
import { entriesOf, type IncidentLog, type LogEntry } from './read-log.ts'

/** What somebody did of the incident, as a part of theirs, in the order in which parts are told. */
const deeds: readonly (readonly [part: string, types: readonly FactType[]])[] = [
  ['declared', ['incident.declared']],
  ['acknowledged', ['incident.acknowledged']],
  [
    'followed the runbook',
    ['step.checked', 'step.skipped', 'step.noted', 'step.stuck', 'step.extended', 'command.ran'],
  ],
  ['mitigated', ['incident.mitigated']],
  ['resolved', ['incident.resolved']],
]

/** What is done about the log and the postmortem, by whoever writes them up later. */
const isAfterwards = (type: FactType): boolean =>
  /^(?:postmortem|action|entry|evidence\.redacted)|^incident\.(?:reviewed|closed|retitled)$/.test(type)

/** What each person did, in the order in which they came in; nothing in particular where it was only a note or the like. */
function actors(log: IncidentLog): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  const isByPerson = ({ fact, retracted }: LogEntry): boolean =>
    !retracted && fact.by.kind === 'person' && !isAfterwards(fact.type)
  for (const { fact } of log.entries.filter(isByPerson)) {
    const name = actorName(fact.by, log.people)
    const done = found.get(name) ?? new Set<string>()
    found.set(name, done)
    for (const [part, types] of deeds) if (types.includes(fact.type)) done.add(part)
  }
  return found
}

/**
 * Everybody who had a part in the incident: on call, in a role, told or called, and whoever acted. What they did is told once it tells
 * them apart: while one person with a part does everything, it is only their part.
 */
export function peopleOf(log: IncidentLog): Postmortem['people'] {
  const parts = new Map<string, string[]>()
  const add = (name: string, part: string): void => {
    const known = parts.get(name) ?? []
    if (!known.includes(part)) parts.set(name, [...known, part])
  }
  const onCall = log.declared?.fact.data.onCall
  if (onCall) add(onCall.name, 'on call')
  for (const { fact } of entriesOf(log, 'role.assumed')) add(fact.data.person.name, fact.data.role)
  for (const { fact } of entriesOf(log, 'handoff.accepted')) add(fact.data.person.name, 'commander')
  for (const { fact } of entriesOf(log, 'notification.acknowledged')) add(fact.data.person.name, 'told')
  for (const { fact } of entriesOf(log, 'call.made')) {
    if (fact.data.outcome === 'reached') add(fact.data.person.name, 'called')
  }
  const acting = actors(log)
  const isToldApart = acting.size > 1 || [...acting.keys()].some((name) => !parts.has(name))
  for (const [name, done] of isToldApart ? acting : []) {
    for (const [part] of deeds) if (done.has(part)) add(name, part)
    if (!parts.has(name)) add(name, 'took part')
  }
  return [...parts].map(([name, held]) => ({ name, part: held.join(', ') }))
}
