import { holidayOn } from './holidays.ts'
import { nextHandover, type OnCallEntry, whoIsOnCall } from './on-call.ts'
import { rangeBounds } from './rotation-slots.ts'
import { findPerson, findPipeline, type Person, rotationFor, type Team } from './team.ts'
import { timeAt } from './wall-clock.ts'

/** In what capacity somebody is told: an owner of the pipeline, a role in the rotation, or by name. */
export type ToldAs = 'secondary' | 'backup' | 'next' | 'lead' | 'person'

/** Somebody a rung may tell, with what one wants to know before ringing them. */
export type RungCandidate = {
  readonly person: Person
  readonly role: ToldAs
  /** `HH:MM` where they are. */
  readonly localTime: string
  /** From 22:00 to 07:00 where they are. */
  readonly isNight: boolean
  /** The public holiday it is where they are. */
  readonly holiday?: string
}

/** Somebody who would have been next, and why they are not told; `person` is their id. */
export type SkippedCandidate = { readonly person: string; readonly name: string; readonly reason: string }

/** Whom a rung tells, in order (E5), and whom it passes over. */
export type RungCandidates = {
  /** The id of whom it names; null where nobody is. */
  readonly named: string | null
  readonly candidates: readonly RungCandidate[]
  readonly skipped: readonly SkippedCandidate[]
}

/** Those of a rung that asks and tells nobody. */
export const noCandidates: RungCandidates = { named: null, candidates: [], skipped: [] }

type Nominee = { readonly role: ToldAs; readonly id: string | undefined }

const idOf = (entry: OnCallEntry | undefined): string | undefined =>
  entry?.kind === 'person' ? entry.person.id : undefined

/** Everybody who could be meant, best first. A team without a rotation still has its owners. */
function nominees(team: Team, pipelineId: string, who: string, instantMs: number): readonly Nominee[] {
  const pipeline = findPipeline(team, pipelineId)
  const rotation = rotationFor(team, pipelineId)
  const handoverAt = rotation ? nextHandover(rotation, instantMs) : null
  const now = rotation && whoIsOnCall(rotation, team, instantMs)
  const afterwards = rotation && handoverAt !== null ? whoIsOnCall(rotation, team, Date.parse(handoverAt)) : undefined
  const secondary: Nominee = { role: 'secondary', id: pipeline?.secondary }
  const backup: Nominee = { role: 'backup', id: idOf(now?.backup) }
  const next: Nominee = { role: 'next', id: idOf(afterwards?.primary) }
  const lead: Nominee = { role: 'lead', id: pipeline?.lead }
  if (who === 'secondary') return [secondary, backup, next, lead]
  if (who === 'backup') return [backup, next, secondary, lead]
  if (who === 'lead') return [lead, backup]
  return [{ role: 'person', id: who }, backup, lead]
}

/** The absence a person has at an instant (epoch ms), by the clock where they are: days with both ends, hours with the end excluded. */
export const absenceAt = (person: Person, instantMs: number): Person['away'][number] | undefined =>
  person.away.find((absence) => {
    const { fromMs, toMs } = rangeBounds(absence, person.timezone)
    return instantMs >= fromMs && instantMs < toMs
  })

function whyNot(person: Person, instantMs: number, excluding: readonly string[]): string | null {
  if (excluding.includes(person.id)) return 'is handling the incident already'
  const absence = absenceAt(person, instantMs)
  if (!absence) return null
  const until = absence.to.replace('T', ' ')
  return `is away until ${until}${absence.reason === undefined ? '' : ` (${absence.reason})`}`
}

function asCandidate(person: Person, role: ToldAs, instantMs: number): RungCandidate {
  const localTime = timeAt(instantMs, person.timezone)
  const holiday = holidayOn(person, instantMs)
  const isNight = localTime >= '22:00' || localTime < '07:00'
  return { person, role, localTime, isNight, ...(holiday && { holiday: holiday.name }) }
}

/**
 * Whom a rung that tells `who` (secondary, backup, lead or a person's id) reaches at an instant (epoch ms), in order, nobody twice.
 * Those away are passed over, and so are those in `excluding`: telling the person already on it is no escalation.
 */
export function rungCandidates(
  team: Team,
  pipelineId: string,
  who: string,
  instantMs: number,
  excluding: readonly string[] = [],
): RungCandidates {
  const candidates: RungCandidate[] = []
  const skipped: SkippedCandidate[] = []
  const seen = new Set<string>()
  const meant = nominees(team, pipelineId, who, instantMs)
  for (const { role, id } of meant) {
    if (id === undefined || seen.has(id)) continue
    seen.add(id)
    const person = findPerson(team, id)
    const reason = person ? whyNot(person, instantMs, excluding) : 'is not in team.yaml'
    if (person && reason === null) candidates.push(asCandidate(person, role, instantMs))
    else skipped.push({ person: id, name: person?.name ?? id, reason: reason ?? 'is not in team.yaml' })
  }
  return { named: meant[0]?.id ?? null, candidates, skipped }
}
