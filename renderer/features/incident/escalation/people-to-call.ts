import type { LadderContext, NotificationProgress } from '../../../../shared/incident/ladder-context.ts'
import { holidayOn } from '../../../../shared/schedule/holidays.ts'
import { absenceAt } from '../../../../shared/schedule/rung-candidates.ts'
import { findPerson, findPipeline, type Person, type Team } from '../../../../shared/schedule/team.ts'
import { isNightAt, shortTime } from '../../../ui/time-words.ts'
import { ladderRows } from './ladder-rows.ts'

/** Somebody worth calling now, and what one wants to know before the phone rings there. */
export type PersonToCall = {
  readonly person: Person
  readonly role: string
  readonly localTime: string
  readonly isNight: boolean
  readonly holiday: string | null
  readonly away: string | null
  /** Set while they have been told and have not answered. */
  readonly waiting: NotificationProgress | null
}

type Nominee = { readonly id: string; readonly role: string }

function ofLadder(context: LadderContext, team: Team, nowMs: number): readonly Nominee[] {
  const rows = ladderRows(context, team, nowMs)
  const told = rows.flatMap((row) =>
    row.told.candidates.slice(0, 1).map(({ person, role }) => ({ id: person.id, role: role as string })),
  )
  const { secondary, lead } = context.declaration
  const owners = [
    ...(secondary === null ? [] : [{ id: secondary.id, role: 'secondary' }]),
    ...(lead === null ? [] : [{ id: lead.id, role: 'lead' }]),
  ]
  return [...told, ...owners]
}

function ofPipeline(context: LadderContext, team: Team): readonly Nominee[] {
  const pipeline = findPipeline(team, context.declaration.pipeline?.id)
  const sources = (pipeline?.sources ?? []).flatMap(({ name, owner }) =>
    owner === undefined ? [] : [{ id: owner, role: `owns ${name}` }],
  )
  const consumers = (pipeline?.consumers ?? []).flatMap(({ name, contact }) =>
    contact === undefined ? [] : [{ id: contact, role: `reads ${name}` }],
  )
  return [...sources, ...consumers]
}

/** The people of an incident, those who were told and have not answered first; nobody twice, nor who commands it. */
export function peopleToCall(
  context: LadderContext,
  team: Team,
  nowMs: number,
): { readonly ladder: readonly PersonToCall[]; readonly others: readonly PersonToCall[] } {
  const seen = new Set(context.roles.commander === null ? [] : [context.roles.commander.id])
  const waiting = context.notifications.filter((each) => each.status === 'open')
  const asPerson = ({ id, role }: Nominee): PersonToCall[] => {
    const person = findPerson(team, id)
    if (person === undefined || seen.has(id)) return []
    seen.add(id)
    return [
      {
        person,
        role,
        localTime: shortTime(nowMs, person.timezone),
        isNight: isNightAt(nowMs, person.timezone),
        holiday: holidayOn(person, nowMs)?.name ?? null,
        away: absenceAt(person, nowMs)?.to ?? null,
        waiting: waiting.find((each) => each.person.id === id) ?? null,
      },
    ]
  }
  const first = waiting.map(({ person, role }) => ({ id: person.id, role }))
  return {
    ladder: [...first, ...ofLadder(context, team, nowMs)].flatMap(asPerson),
    others: ofPipeline(context, team).flatMap(asPerson),
  }
}
