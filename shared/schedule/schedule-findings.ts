import { Temporal } from 'temporal-polyfill'
import { type Duty, dutiesBetween } from './duties.ts'
import { holidaysFor } from './holidays.ts'
import { type OnCallEntry, type Shift, shiftsBetween } from './on-call.ts'
import { rangeBounds } from './rotation-slots.ts'
import { findPerson, type Override, type Person, type Rotation, type Team } from './team.ts'
import { dateAt } from './wall-clock.ts'

/** What can be wrong with a schedule (S4). */
export type FindingKind =
  | 'gap'
  | 'overlap'
  | 'holiday'
  | 'away'
  | 'same-person'
  | 'no-phone'
  | 'double-cover'
  | 'nobody-after-swap'

/** One thing to settle before the night comes. `error` means that a page would reach nobody; a `note` is good to know. */
export type Finding = {
  /** The same for the same trouble each time, so that lists keep still and a proposed swap can be compared with the present. */
  readonly id: string
  readonly kind: FindingKind
  readonly severity: 'error' | 'warning' | 'note'
  /** The local date it is about, or begins on. */
  readonly date: string
  /** Ids of the people concerned. */
  readonly who: readonly string[]
  /** What is wrong, in one sentence. */
  readonly why: string
  readonly hint: string
}

type Draft = Omit<Finding, 'id'> & { readonly about: string }

type Span = { readonly fromMs: number; readonly toMs: number }

type Scene = Span & {
  readonly team: Team
  readonly rotation: Rotation
  readonly shifts: readonly Shift[]
  readonly duties: readonly Duty[]
}

type PersonalDuty = Span & { readonly role: Duty['role']; readonly person: Person; readonly standsInFor?: string }

const severityRank = { error: 0, warning: 1, note: 2 } as const

const overlapOf = (one: Span, other: Span): Span | null => {
  const fromMs = Math.max(one.fromMs, other.fromMs)
  const toMs = Math.min(one.toMs, other.toMs)
  return fromMs < toMs ? { fromMs, toMs } : null
}

const personIn = (entry: OnCallEntry): Person | undefined => (entry.kind === 'person' ? entry.person : undefined)

const dateIn = ({ rotation }: Scene, instantMs: number): string => dateAt(instantMs, rotation.handover.timezone)

const nameOf = (team: Team, id: string | undefined): string => findPerson(team, id)?.name ?? id ?? 'the primary'

const personalDuties = ({ duties }: Scene): readonly PersonalDuty[] =>
  duties.flatMap(({ holder, ...duty }) => (holder.kind === 'person' ? [{ ...duty, ...holder }] : []))

/** The dates of a span where a person is, both included. */
const datesOf = ({ timezone }: Person, { fromMs, toMs }: Span) => ({
  first: dateAt(fromMs, timezone),
  last: dateAt(toMs - 1, timezone),
})

const absencesDuring = (person: Person, span: Span) =>
  person.away.flatMap((absence) => {
    const during = overlapOf(rangeBounds(absence, person.timezone), span)
    return during ? [{ absence, during }] : []
  })

function holidaysDuring(person: Person, span: Span) {
  const { first, last } = datesOf(person, span)
  return holidaysFor(person, first, last)
}

/** Who of the rotation could take a span: in neither role then, not away, no holiday. */
function freeFor({ team, rotation, shifts }: Scene, span: Span): Person | undefined {
  const onDuty = shifts
    .filter(({ startsAt, endsAt }) => overlapOf({ fromMs: Date.parse(startsAt), toMs: Date.parse(endsAt) }, span))
    .flatMap(({ primary, backup }) => [personIn(primary)?.id, personIn(backup)?.id])
  return rotation.weeks
    .map(({ primary }) => findPerson(team, primary))
    .find(
      (person) =>
        person !== undefined &&
        !onDuty.includes(person.id) &&
        absencesDuring(person, span).length === 0 &&
        holidaysDuring(person, span).length === 0,
    )
}

function swapHint(scene: Scene, span: Span): string {
  const free = freeFor(scene, span)
  return free
    ? `${free.name} is neither on call, nor away, nor on holiday then: agree a swap and write it under overrides.`
    : 'Agree a swap and write it under overrides.'
}

function gaps(scene: Scene): readonly Draft[] {
  const usesBackups = scene.rotation.weeks.some(({ backup }) => backup !== undefined)
  return scene.duties.flatMap(({ role, holder, fromMs, toMs }): Draft[] => {
    if (holder.kind === 'person') return []
    const { cause, reason } = holder
    if (role === 'backup' && (cause === 'no-weeks' || cause === 'not-started' || !usesBackups)) return []
    const kind = cause === 'open-shift' ? 'nobody-after-swap' : 'gap'
    const severity = role === 'primary' ? 'error' : 'warning'
    const lack = role === 'primary' ? 'Nobody is on call' : 'There is no backup'
    const hint = swapHint(scene, { fromMs, toMs })
    return [{ kind, severity, date: dateIn(scene, fromMs), who: [], about: role, why: `${lack}: ${reason}.`, hint }]
  })
}

function overlaps(scene: Scene): readonly Draft[] {
  const { timezone } = scene.rotation.handover
  const bounded = scene.rotation.overrides.map((override) => ({ override, span: rangeBounds(override, timezone) }))
  const clash = (one: Override, other: Override) => one.for === other.for && one.person !== other.person
  return bounded.flatMap(({ override, span }, at) =>
    bounded.slice(at + 1).flatMap((later): Draft[] => {
      const both = overlapOf(span, later.span)
      const seen = both && overlapOf(both, scene)
      if (!seen || !clash(override, later.override)) return []
      const takers = [override.person, later.override.person].map((id) =>
        id === undefined ? 'nobody' : nameOf(scene.team, id),
      )
      const why = `${takers.join(' and ')} are both written as standing in for ${nameOf(scene.team, override.for)}; the last one counts.`
      const who = [override.person, later.override.person].flatMap((id) => id ?? [])
      const hint = 'Remove one of the two overrides.'
      return [
        { kind: 'overlap', severity: 'warning', date: dateIn(scene, seen.fromMs), who, about: `${at}`, why, hint },
      ]
    }),
  )
}

const holidays = (scene: Scene): readonly Draft[] =>
  personalDuties(scene).flatMap((duty) =>
    holidaysDuring(duty.person, duty).map(({ date, name }): Draft => {
      const { person, role } = duty
      const day = { from: date, to: date }
      const free = swapHint(scene, rangeBounds(day, person.timezone))
      const severity = role === 'primary' ? 'warning' : 'note'
      const why = `${person.name} is ${role === 'primary' ? 'on call' : 'backup'} on ${name}, a public holiday where they are.`
      return { kind: 'holiday', severity, date, who: [person.id], about: role, why, hint: free }
    }),
  )

const absences = (scene: Scene): readonly Draft[] =>
  personalDuties(scene).flatMap((duty) =>
    absencesDuring(duty.person, duty).map(({ absence, during }): Draft => {
      const { person, role, standsInFor } = duty
      const instead = standsInFor === undefined ? '' : `, standing in for ${nameOf(scene.team, standsInFor)},`
      const reason = absence.reason === undefined ? '' : ` (${absence.reason})`
      const turn = role === 'primary' ? 'is on call' : 'is backup'
      const why = `${person.name} ${turn}${instead} while away from ${absence.from} to ${absence.to}${reason}.`
      const severity = role === 'primary' ? 'error' : 'warning'
      const date = dateAt(during.fromMs, person.timezone)
      return { kind: 'away', severity, date, who: [person.id], about: role, why, hint: swapHint(scene, during) }
    }),
  )

function samePersonTwice(scene: Scene): readonly Draft[] {
  return scene.shifts.flatMap(({ primary, backup, startsAt, endsAt }): Draft[] => {
    if (primary.kind === 'gap' || backup.kind === 'gap' || primary.person.id !== backup.person.id) return []
    const { person } = primary
    const swapped = primary.standsInFor !== undefined || backup.standsInFor !== undefined
    const span = { fromMs: Date.parse(startsAt), toMs: Date.parse(endsAt) }
    const after = swapped ? ' after a swap, so nobody stands behind them' : ', so nobody stands behind them'
    return [
      {
        kind: swapped ? 'nobody-after-swap' : 'same-person',
        severity: 'error',
        date: dateIn(scene, span.fromMs),
        who: [person.id],
        about: 'both',
        why: `${person.name} is on call and their own backup${after}.`,
        hint: swapHint(scene, span),
      },
    ]
  })
}

function withoutPhone(scene: Scene): readonly Draft[] {
  const first = new Map<string, PersonalDuty>()
  for (const duty of personalDuties(scene)) {
    const known = first.get(duty.person.id)
    if (duty.person.phone === undefined && (!known || duty.fromMs < known.fromMs)) first.set(duty.person.id, duty)
  }
  return [...first.values()].map(({ person, fromMs }): Draft => {
    const why = `${person.name} is on call and has no phone number, so nobody can ring them when the network is down.`
    const hint = 'Add phone: to them in team.yaml.'
    return {
      kind: 'no-phone',
      severity: 'warning',
      date: dateIn(scene, fromMs),
      who: [person.id],
      about: '',
      why,
      hint,
    }
  })
}

/** What keeps two present people from being on call together; null when nothing does. */
function uncovered({ primary, backup }: Shift, span: Span): string | null {
  const people = [personIn(primary), personIn(backup)].flatMap((person) => person ?? [])
  const [one, other] = people
  if (!one || !other) return people.length === 0 ? 'nobody is on call' : 'only one person is on call'
  if (one.id === other.id) return `${one.name} is in both roles`
  const gone = people.find((person) => absencesDuring(person, span).length > 0)
  return gone ? `${gone.name} is away` : null
}

function doubleCover(scene: Scene): readonly Draft[] {
  return scene.rotation.doubleCover.flatMap((range) => {
    const wanted = overlapOf(rangeBounds(range, scene.rotation.handover.timezone), scene)
    if (!wanted) return []
    return scene.shifts.flatMap((shift): Draft[] => {
      const span = overlapOf(wanted, { fromMs: Date.parse(shift.startsAt), toMs: Date.parse(shift.endsAt) })
      const lack = span && uncovered(shift, span)
      if (!span || lack === null) return []
      const reason = range.reason === undefined ? '' : ` (${range.reason})`
      const why = `Two people are wanted from ${range.from} to ${range.to}${reason}, but ${lack}.`
      const who = [personIn(shift.primary)?.id, personIn(shift.backup)?.id].flatMap((id) => id ?? [])
      const date = dateIn(scene, span.fromMs)
      return [
        {
          kind: 'double-cover',
          severity: 'error',
          date,
          who: [...new Set(who)],
          about: '',
          why,
          hint: swapHint(scene, span),
        },
      ]
    })
  })
}

function ownedTwice(team: Team, fromMs: number): readonly Draft[] {
  return team.pipelines.flatMap((pipeline): Draft[] => {
    if (pipeline.primary !== pipeline.secondary) return []
    const why = `${nameOf(team, pipeline.primary)} is primary and secondary owner of ${pipeline.name}, so its secondary rung has nobody new to tell.`
    const hint = 'Name somebody else as secondary.'
    const date = Temporal.Instant.fromEpochMilliseconds(fromMs).toString().slice(0, 10)
    return [{ kind: 'same-person', severity: 'warning', date, who: [pipeline.primary], about: pipeline.id, why, hint }]
  })
}

const checks = [gaps, overlaps, holidays, absences, samePersonTwice, withoutPhone, doubleCover] as const

function withId({ about, ...finding }: Draft, rotationId: string): Finding {
  const id = [rotationId, finding.kind, finding.date, about, ...finding.who].filter((part) => part !== '').join(':')
  return { id, ...finding }
}

/**
 * Everything to settle in the schedule from one instant to another (epoch ms, end excluded), soonest first (S4).
 * To check a proposed swap, ask for a team with the override added and compare the ids with those of today.
 */
export function scheduleFindings(team: Team, fromMs: number, toMs: number): readonly Finding[] {
  const found = team.rotations.flatMap((rotation) => {
    const shifts = shiftsBetween(rotation, team, fromMs, toMs)
    const scene: Scene = { team, rotation, shifts, duties: dutiesBetween(rotation, team, fromMs, toMs), fromMs, toMs }
    return checks.flatMap((check) => check(scene)).map((draft) => withId(draft, rotation.id))
  })
  const all = [...found, ...ownedTwice(team, fromMs).map((draft) => withId(draft, 'pipelines'))]
  const unique = [...new Map(all.map((finding) => [finding.id, finding])).values()]
  return unique.sort(
    (one, other) => one.date.localeCompare(other.date) || severityRank[one.severity] - severityRank[other.severity],
  )
}
