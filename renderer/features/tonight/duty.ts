import { type OnCallAnswer, whoIsOnCall } from '../../../shared/schedule/on-call.ts'
import { findPerson, type Person, type Rotation, type Team } from '../../../shared/schedule/team.ts'
import { type Reachable, reachable } from '../../ui/reachable.ts'
import { shortDate, shortTime } from '../../ui/time-words.ts'

const QUARTER_MS = 15 * 60_000

/** One line about who carries the pager of a rotation, in words; its name where there are several. */
export type DutyWords = {
  readonly id: string
  readonly rotation: string | null
  readonly now: string
  readonly next: string | null
}

const untilWords = (endsAt: string, zone: string): string => {
  const day = new Intl.DateTimeFormat('en-GB', { timeZone: zone, weekday: 'long', day: 'numeric', month: 'short' })
  return `${day.format(new Date(endsAt)).replace(',', '')} ${shortTime(endsAt, zone)}`
}

function nextWords(team: Team, me: Person | null, rotation: Rotation, { primary }: OnCallAnswer): string | null {
  const endsAt = primary.kind === 'person' ? primary.shift.endsAt : primary.endsAt
  if (endsAt === undefined) return null
  const next = whoIsOnCall(rotation, team, Date.parse(endsAt)).primary
  if (next.kind === 'gap') return `Nobody is next: ${next.reason}.`
  return next.person.id === me?.id ? 'You are next.' : `${next.person.name} is next.`
}

/** Who is on call now and who comes next, for each rotation (S1). `me` is the person at this desk, epoch ms, and the reader's zone. */
export function dutyWords(team: Team, me: Person | null, nowMs: number, zone: string): readonly DutyWords[] {
  return team.rotations.map((rotation) => {
    const answer = whoIsOnCall(rotation, team, nowMs)
    const { primary, backup } = answer
    const who =
      primary.kind === 'gap' ? 'Nobody is' : primary.person.id === me?.id ? 'You are' : `${primary.person.name} is`
    const until = primary.kind === 'gap' ? `: ${primary.reason}` : ` until ${untilWords(primary.shift.endsAt, zone)}`
    const cover = backup.kind === 'person' ? `${backup.person.name} is backup.` : 'Nobody is backup.'
    return {
      id: rotation.id,
      rotation: team.rotations.length > 1 ? rotation.name : null,
      now: `${who} on call${until}. ${cover}`,
      next: nextWords(team, me, rotation, answer),
    }
  })
}

/** `27 Dec` from a calendar date. */
export const dayWords = (date: string): string => shortDate(`${date}T12:00:00.000Z`, 'UTC')

const roleWords = {
  secondary: 'secondary owner',
  backup: 'backup',
  next: 'next in the rotation',
  lead: 'data lead',
  person: 'named',
}

/** The people to call tonight, in the order in which the ladder would reach them, the person at the desk left out. */
export function peopleToCall(team: Team, me: Person | null, nowMs: number): readonly Reachable[] {
  const onCall = team.rotations.map((rotation) => {
    const of = team.rotations.length > 1 ? ` for ${rotation.name}` : ''
    return { of, ...whoIsOnCall(rotation, team, nowMs) }
  })
  const roles = new Map<string, string[]>()
  const add = (id: string | undefined, role: string): void => {
    if (id === undefined || id === me?.id) return
    const known = roles.get(id) ?? []
    if (!known.includes(role)) roles.set(id, [...known, role])
  }
  for (const { of, primary } of onCall) if (primary.kind === 'person') add(primary.person.id, `on call${of}`)
  for (const { of, backup } of onCall) if (backup.kind === 'person') add(backup.person.id, `backup tonight${of}`)
  for (const pipeline of team.pipelines) {
    if (pipeline.tier === 'investor' || team.pipelines.length < 4) add(pipeline.secondary, roleWords.secondary)
  }
  for (const pipeline of team.pipelines) add(pipeline.lead, roleWords.lead)
  return [...roles].flatMap(([id, given]): Reachable[] => {
    const person = findPerson(team, id)
    if (person === undefined) return []
    const told = given.filter((role) => role !== person.name.toLowerCase())
    return [reachable(team, person, told, nowMs)]
  })
}

/** The instant that a quarter of an hour rounds down to: within one no day begins in any zone, and hardly a turn. Epoch ms. */
export const thisQuarter = (nowMs: number): number => Math.floor(nowMs / QUARTER_MS) * QUARTER_MS
