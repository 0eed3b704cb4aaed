import { whoIsOnCall } from '../../../shared/schedule/on-call.ts'
import { absenceAt, rungCandidates } from '../../../shared/schedule/rung-candidates.ts'
import { findPerson, type Person, type Team } from '../../../shared/schedule/team.ts'
import { isNightAt, shortDate, shortTime } from '../../ui/time-words.ts'

const HOUR_MS = 3_600_000

/** One line about who carries the pager, in words. */
export type DutyWords = { readonly now: string; readonly next: string | null }

const untilWords = (endsAt: string, zone: string): string => {
  const day = new Intl.DateTimeFormat('en-GB', { timeZone: zone, weekday: 'long', day: 'numeric', month: 'short' })
  return `${day.format(new Date(endsAt)).replace(',', '')} ${shortTime(endsAt, zone)}`
}

/** Who is on call now and who comes next (S1). `me` is the person at this desk, epoch ms, and the reader's zone. */
export function dutyWords(team: Team, me: Person | null, nowMs: number, zone: string): DutyWords {
  const rotation = team.rotations[0]
  if (rotation === undefined) return { now: 'No rotation is set up in team.yaml.', next: null }
  const { primary, backup } = whoIsOnCall(rotation, team, nowMs)
  const cover = backup.kind === 'person' ? ` ${backup.person.name} is backup.` : ' Nobody is backup.'
  if (primary.kind === 'gap') return { now: `Nobody is on call: ${primary.reason}.${cover}`, next: null }
  const who = primary.person.id === me?.id ? 'You are' : `${primary.person.name} is`
  const next = whoIsOnCall(rotation, team, Date.parse(primary.shift.endsAt) + 1).primary
  return {
    now: `${who} on call until ${untilWords(primary.shift.endsAt, zone)}.${cover}`,
    next: next.kind === 'person' ? `Then ${next.person.name}.` : `Then nobody: ${next.reason}.`,
  }
}

/** `27 Dec` from a calendar date. */
export const dayWords = (date: string): string => shortDate(`${date}T12:00:00.000Z`, 'UTC')

/** Somebody worth having at hand, with what one wants to know before ringing them. */
export type Reachable = {
  readonly person: Person
  readonly roles: readonly string[]
  readonly localTime: string
  readonly isNight: boolean
  readonly awayUntil: string | null
  readonly holiday: string | null
}

const roleWords = {
  secondary: 'secondary owner',
  backup: 'backup',
  next: 'next in the rotation',
  lead: 'data lead',
  person: 'named',
}

/** The people to call tonight, in the order in which the ladder would reach them, the person at the desk left out. */
export function peopleToCall(team: Team, me: Person | null, nowMs: number): readonly Reachable[] {
  const rotation = team.rotations[0]
  const onCall = rotation === undefined ? null : whoIsOnCall(rotation, team, nowMs)
  const roles = new Map<string, string[]>()
  const add = (id: string | undefined, role: string): void => {
    if (id === undefined || id === me?.id) return
    const known = roles.get(id) ?? []
    if (!known.includes(role)) roles.set(id, [...known, role])
  }
  if (onCall?.primary.kind === 'person') add(onCall.primary.person.id, 'on call')
  if (onCall?.backup.kind === 'person') add(onCall.backup.person.id, 'backup tonight')
  for (const pipeline of team.pipelines) {
    if (pipeline.tier === 'investor' || team.pipelines.length < 4) add(pipeline.secondary, roleWords.secondary)
  }
  for (const pipeline of team.pipelines) add(pipeline.lead, roleWords.lead)
  return [...roles].flatMap(([id, given]): Reachable[] => {
    const person = findPerson(team, id)
    if (person === undefined) return []
    const away = absenceAt(person, nowMs)
    const asCandidate = rungCandidates(team, '', id, nowMs).candidates.find((each) => each.person.id === id)
    return [
      {
        person,
        roles: given.filter((role) => role !== person.name.toLowerCase()),
        localTime: shortTime(nowMs, person.timezone),
        isNight: isNightAt(nowMs, person.timezone),
        awayUntil: away?.to ?? null,
        holiday: asCandidate?.holiday ?? null,
      },
    ]
  })
}

/** The instant an hour rounds down to: what the schedule shows does not change within one. */
export const thisHour = (nowMs: number): number => Math.floor(nowMs / HOUR_MS) * HOUR_MS
