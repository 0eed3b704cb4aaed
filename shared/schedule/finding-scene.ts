import type { Duty } from './duties.ts'
import type { Finding, Remedy } from './finding.ts'
import { holidaysFor, type PublicHoliday } from './holidays.ts'
import { turnTakers } from './load.ts'
import type { OnCallEntry, Shift } from './on-call.ts'
import { type OnCallRole, rangeBounds } from './rotation-slots.ts'
import { type Absence, findPerson, type Person, type Rotation, type Team } from './team.ts'
import { dateAt, toIso } from './wall-clock.ts'

/** A finding before it has its id; `about` tells apart two that are alike in kind, date and people. */
export type Draft = Omit<Finding, 'id' | 'rotationId'> & { readonly about: string }

/** A stretch of time in epoch ms, end excluded. */
export type Span = { readonly fromMs: number; readonly toMs: number }

/** What every check of one rotation looks at: worked out once, since shifts are needed by all. */
export type Scene = Span & {
  readonly team: Team
  readonly rotation: Rotation
  readonly shifts: readonly Shift[]
  readonly duties: readonly Duty[]
  /** When each person has a turn in any rotation, by their id: somebody on duty elsewhere is not free. */
  readonly busy: ReadonlyMap<string, readonly Span[]>
}

/** A duty that somebody has. */
export type PersonalDuty = Span & {
  readonly role: Duty['role']
  readonly person: Person
  readonly standsInFor?: string
  /** The date on which they agreed to stand in. */
  readonly agreed?: string
  /** The whole turn, not cut to the span; UTC ISO. */
  readonly shift: { readonly startsAt: string; readonly endsAt: string }
}

/** The part two spans share; null when they share nothing. */
export const overlapOf = (one: Span, other: Span): Span | null => {
  const fromMs = Math.max(one.fromMs, other.fromMs)
  const toMs = Math.min(one.toMs, other.toMs)
  return fromMs < toMs ? { fromMs, toMs } : null
}

/** The span of a shift. */
export const spanOf = ({ startsAt, endsAt }: Shift): Span => ({
  fromMs: Date.parse(startsAt),
  toMs: Date.parse(endsAt),
})

/** Who fills a role, if anybody. */
export const personIn = (entry: OnCallEntry): Person | undefined => (entry.kind === 'person' ? entry.person : undefined)

/** The date of an instant where the rotation hands over: findings about the schedule are dated there, those about a person where they are. */
export const dateIn = ({ rotation }: Scene, instantMs: number): string => dateAt(instantMs, rotation.handover.timezone)

/** The duties that somebody has, without the gaps. */
export const personalDuties = ({ duties }: Scene): readonly PersonalDuty[] =>
  duties.flatMap(({ holder, ...duty }) => (holder.kind === 'person' ? [{ ...duty, ...holder }] : []))

/** A person's absences that fall into a span, each with the part that does. */
export const absencesDuring = (person: Person, span: Span): readonly { absence: Absence; during: Span }[] =>
  person.away.flatMap((absence) => {
    const during = overlapOf(rangeBounds(absence, person.timezone), span)
    return during ? [{ absence, during }] : []
  })

/** A person's public holidays that fall into a span, by the dates where they are, each with the part of the day that does. */
export const holidaysDuring = (
  person: Person,
  span: Span,
): readonly { holiday: PublicHoliday; during: Span; day: Span }[] =>
  holidaysFor(person, dateAt(span.fromMs, person.timezone), dateAt(span.toMs - 1, person.timezone)).flatMap(
    (holiday) => {
      const day = rangeBounds({ from: holiday.date, to: holiday.date }, person.timezone)
      const during = overlapOf(day, span)
      return during ? [{ holiday, during, day }] : []
    },
  )

/** Who of the rotation could take a span: without a turn anywhere then, not away, no holiday. */
function freeFor({ team, rotation, busy }: Scene, span: Span): Person | undefined {
  const isFree = (person: Person) =>
    !(busy.get(person.id) ?? []).some((turn) => overlapOf(turn, span)) &&
    absencesDuring(person, span).length === 0 &&
    holidaysDuring(person, span).length === 0
  return turnTakers(rotation)
    .flatMap((id) => findPerson(team, id) ?? [])
    .find(isFree)
}

/** Who should take over a turn, as a hint in words and as the remedies that do it. */
export type WayOut = { readonly hint: string; readonly remedies: readonly Remedy[] }

/** What to do about a turn that somebody should not have, by name where somebody is free. `person` is who has it now, if anybody. */
export function wayOut(scene: Scene, role: OnCallRole, span: Span, person?: string): WayOut {
  const free = freeFor(scene, span)
  const turn = {
    rotationId: scene.rotation.id,
    role,
    from: toIso(span.fromMs),
    to: toIso(span.toMs),
    ...(free && { partner: free.id }),
  }
  const cover: Remedy = { kind: 'cover', ...turn, ...(person !== undefined && { person }) }
  const swap: readonly Remedy[] = person === undefined ? [] : [{ kind: 'swap', ...turn, person }]
  const hint = free
    ? `${free.name} is neither on call, nor away, nor on holiday then: agree a swap and write it under overrides.`
    : 'Agree a swap and write it under overrides.'
  return { hint, remedies: Number.isFinite(span.fromMs) ? [...swap, cover] : [] }
}
