import { absenceAt, rungCandidates } from '../../shared/schedule/rung-candidates.ts'
import type { Person, Team } from '../../shared/schedule/team.ts'
import { awayUntilWords, isNightAt, shortTime } from './time-words.ts'

/** Somebody worth having at hand, with what one wants to know before ringing them. */
export type Reachable = {
  readonly person: Person
  readonly roles: readonly string[]
  readonly localTime: string
  readonly isNight: boolean
  readonly awayUntil: string | null
  readonly holiday: string | null
}

/** What there is to know before ringing somebody at an instant (epoch ms). */
export function reachable(team: Team, person: Person, roles: readonly string[], nowMs: number): Reachable {
  const away = absenceAt(person, nowMs)
  const asCandidate = rungCandidates(team, '', person.id, nowMs).candidates.find((each) => each.person.id === person.id)
  return {
    person,
    roles,
    localTime: shortTime(nowMs, person.timezone),
    isNight: isNightAt(nowMs, person.timezone),
    awayUntil: away?.to ?? null,
    holiday: asCandidate?.holiday ?? null,
  }
}

/** `03:10 there, night`: what the day is like where they are. */
export const thereWords = ({ localTime, isNight, holiday }: Reachable): string =>
  [`${localTime} there`, isNight ? 'night' : null, holiday].filter((each) => each !== null).join(', ')

/** What they are tonight, how it is where they are, and until when they are away, in sentences. */
export const reachableWords = (of: Reachable): string =>
  [of.roles.join(', '), thereWords(of), of.awayUntil === null ? '' : `Away until ${awayUntilWords(of.awayUntil)}`]
    .filter((words) => words !== '')
    .map((words) => `${words}.`)
    .join(' ')
