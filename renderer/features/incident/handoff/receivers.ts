import type { LadderContext } from '../../../../shared/incident/ladder-context.ts'
import { holidayOn } from '../../../../shared/schedule/holidays.ts'
import { nextHandover, type OnCallEntry, whoIsOnCall } from '../../../../shared/schedule/on-call.ts'
import { absenceAt } from '../../../../shared/schedule/rung-candidates.ts'
import { findPerson, findPipeline, type Person, rotationFor, type Team } from '../../../../shared/schedule/team.ts'
import { isNightAt, shortTime } from '../../../ui/time-words.ts'

/** Somebody who could take an incident over, and what one wants to know before asking them. */
export type Receiver = {
  readonly person: Person
  /** Why them; null for those whom nothing but their place in the team suggests. */
  readonly why: string | null
  readonly localTime: string
  readonly isNight: boolean
  readonly holiday: string | null
  readonly away: string | null
}

type Nominee = { readonly id: string | undefined; readonly why: string }

const idOf = (entry: OnCallEntry | undefined): string | undefined =>
  entry?.kind === 'person' ? entry.person.id : undefined

/** Within this time of a shift change whoever comes next is asked before whoever is about to leave. */
const SOON_MS = 3_600_000

function nominees({ declaration }: LadderContext, team: Team, nowMs: number): readonly Nominee[] {
  const pipeline = findPipeline(team, declaration.pipeline?.id)
  const rotation = rotationFor(team, declaration.pipeline?.id)
  const changeAt = rotation === undefined ? null : nextHandover(rotation, nowMs)
  const changeMs = changeAt === null ? Number.POSITIVE_INFINITY : Date.parse(changeAt)
  const now = rotation && whoIsOnCall(rotation, team, nowMs)
  const after = rotation && changeAt !== null ? whoIsOnCall(rotation, team, changeMs) : undefined
  const onCall: Nominee = { id: idOf(now?.primary), why: 'on call now' }
  const next: Nominee = { id: idOf(after?.primary), why: 'on call next' }
  const turn = changeMs - nowMs <= SOON_MS ? [next, onCall] : [onCall, next]
  return [
    ...turn,
    { id: idOf(now?.backup), why: 'backup now' },
    { id: pipeline?.primary, why: 'primary owner' },
    { id: pipeline?.secondary, why: 'secondary owner' },
    { id: pipeline?.lead, why: 'lead' },
  ]
}

function asReceiver(person: Person, why: string | null, nowMs: number): Receiver {
  return {
    person,
    why,
    localTime: shortTime(nowMs, person.timezone),
    isNight: isNightAt(nowMs, person.timezone),
    holiday: holidayOn(person, nowMs)?.name ?? null,
    away: absenceAt(person, nowMs)?.to ?? null,
  }
}

/**
 * Who may be asked to take over at an instant (epoch ms): those whom the schedule and the pipeline suggest, whoever is
 * away last among them, then everybody else. The commander, who has it already, is left out.
 */
export function receivers(
  context: LadderContext,
  team: Team,
  nowMs: number,
): { readonly suggested: readonly Receiver[]; readonly others: readonly Receiver[] } {
  const seen = new Set(context.roles.commander === null ? [] : [context.roles.commander.id])
  const suggested = nominees(context, team, nowMs).flatMap(({ id, why }): Receiver[] => {
    const person = findPerson(team, id)
    if (person === undefined || seen.has(person.id)) return []
    seen.add(person.id)
    return [asReceiver(person, why, nowMs)]
  })
  const here = suggested.filter(({ away }) => away === null)
  return {
    suggested: [...here, ...suggested.filter(({ away }) => away !== null)],
    others: team.people.filter(({ id }) => !seen.has(id)).map((person) => asReceiver(person, null, nowMs)),
  }
}
