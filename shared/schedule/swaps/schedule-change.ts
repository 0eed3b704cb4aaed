import { fail, ok, type Result } from '../../kit/result.ts'
import { modesOverlap } from '../holiday-modes.ts'
import {
  type Absence,
  findPerson,
  type HolidayMode,
  type Override,
  type Person,
  type Proposal,
  type Rotation,
  type Team,
  type TemporarySchedule,
} from '../team.ts'
import { dateInWords } from '../wall-clock.ts'

/** One change that a person makes to the schedule: small enough for one commit, and the same for the preview and for the file. */
export type ScheduleChange =
  /** Cover, take-over, or both halves of a swap at once. */
  | {
      readonly kind: 'stand-in'
      readonly rotationId: string
      readonly overrides: readonly Override[]
      readonly temporary: readonly TemporarySchedule[]
    }
  | { readonly kind: 'propose'; readonly rotationId: string; readonly proposal: Proposal }
  /** `on` is the date of the answer. */
  | { readonly kind: 'accept'; readonly rotationId: string; readonly proposalId: string; readonly on: string }
  | { readonly kind: 'decline'; readonly rotationId: string; readonly proposalId: string; readonly on: string }
  | { readonly kind: 'withdraw'; readonly rotationId: string; readonly proposalId: string }
  /** Takes out every override of an accepted swap. */
  | { readonly kind: 'undo-swap'; readonly rotationId: string; readonly swapId: string }
  | { readonly kind: 'remove-override'; readonly rotationId: string; readonly override: Override }
  /** Shifts read from a calendar: those with a uid in `forget` go, then `shifts` come (S5). */
  | {
      readonly kind: 'import-shifts'
      readonly rotationId: string
      readonly forget: readonly string[]
      readonly shifts: readonly TemporarySchedule[]
    }
  /** Leave, written by hand or read from a calendar: absences with a uid in `forget` go, then `absences` come (S5). */
  | {
      readonly kind: 'leave'
      readonly person: string
      readonly forget: readonly string[]
      readonly absences: readonly Absence[]
    }
  | { readonly kind: 'remove-leave'; readonly person: string; readonly absence: Absence }
  | { readonly kind: 'work-holiday'; readonly person: string; readonly date: string }
  | { readonly kind: 'set-phone'; readonly person: string; readonly phone: string }
  | { readonly kind: 'holiday-mode'; readonly mode: HolidayMode }
  | { readonly kind: 'edit-holiday-mode'; readonly before: HolidayMode; readonly mode: HolidayMode }
  | { readonly kind: 'remove-holiday-mode'; readonly mode: HolidayMode }

type Changed = Result<Team>

/** The overrides that an accepted proposal becomes: the turn, and the one given in return. */
export function overridesOf(proposal: Proposal, on: string): readonly Override[] {
  const { id, from, to, person, for: replaced, returns, reason } = proposal
  const why = reason === undefined ? {} : { reason }
  const turn: Override = { from, to, person, for: replaced, ...why, agreed: on, swap: id }
  return returns ? [turn, { ...returns, person: replaced, for: person, ...why, agreed: on, swap: id }] : [turn]
}

/** Are these the same override, field by field? A file may hold two that are alike; either will do then. */
export const sameOverride = (one: Override, other: Override): boolean =>
  (['from', 'to', 'person', 'for', 'reason', 'agreed', 'swap'] as const).every((key) => one[key] === other[key])

/** Is this the same leave? */
export const sameAbsence = (one: Absence, other: Absence): boolean =>
  (['from', 'to', 'reason', 'uid'] as const).every((key) => one[key] === other[key])

/** Are these the same holiday mode? Days and name tell; two that share both are one to the people who wrote them. */
export const sameMode = (one: HolidayMode, other: HolidayMode): boolean =>
  one.from === other.from && one.to === other.to && one.reason === other.reason

/** An entry read from a calendar that is to be forgotten. */
export const isForgotten = (uid: string | undefined, forget: readonly string[]): boolean =>
  uid !== undefined && forget.includes(uid)

function changeRotation(team: Team, id: string, change: (rotation: Rotation) => Result<Rotation>): Changed {
  const rotation = team.rotations.find((each) => each.id === id)
  if (!rotation) return fail(`There is no rotation ${id} any more.`)
  const changed = change(rotation)
  if (!changed.ok) return changed
  return ok({ ...team, rotations: team.rotations.map((each) => (each === rotation ? changed.value : each)) })
}

function changePerson(team: Team, id: string, change: (person: Person) => Person): Changed {
  if (!team.people.some((person) => person.id === id)) return fail(`${id} is not in team.yaml any more.`)
  return ok({ ...team, people: team.people.map((person) => (person.id === id ? change(person) : person)) })
}

const answered = (
  team: Team,
  { rotationId, proposalId }: { rotationId: string; proposalId: string },
  answer: (rotation: Rotation, proposal: Proposal) => Rotation,
): Changed =>
  changeRotation(team, rotationId, (rotation) => {
    const proposal = rotation.proposals.find(({ id }) => id === proposalId)
    return proposal ? ok(answer(rotation, proposal)) : fail(`The proposal ${proposalId} is not there any more.`)
  })

const withoutProposal = (rotation: Rotation, proposal: Proposal): readonly Proposal[] =>
  rotation.proposals.filter((each) => each !== proposal)

function withoutOverrides(rotation: Rotation, gone: (override: Override) => boolean): Result<Rotation> {
  const overrides = rotation.overrides.filter((override) => !gone(override))
  if (overrides.length === rotation.overrides.length) return fail('It is not in the schedule any more.')
  return ok({ ...rotation, overrides })
}

/** Takes out the first entry that fits: what stands in the file twice is taken out once. */
function withoutOverride(rotation: Rotation, override: Override): Result<Rotation> {
  const at = rotation.overrides.findIndex((each) => sameOverride(each, override))
  if (at === -1) return fail('This override is not in the schedule any more.')
  return ok({ ...rotation, overrides: rotation.overrides.toSpliced(at, 1) })
}

type ModeChange = Extract<ScheduleChange, { readonly mode: HolidayMode }>

/** Modes for the same pipelines may not overlap, since then only what both relax would be relaxed. */
function applyMode(team: Team, change: ModeChange): Changed {
  const before =
    change.kind === 'holiday-mode' ? null : change.kind === 'edit-holiday-mode' ? change.before : change.mode
  const at = before === null ? -1 : team.holidayModes.findIndex((each) => sameMode(each, before))
  if (before !== null && at === -1) return fail('This holiday mode is not in the schedule any more.')
  const others = before === null ? team.holidayModes : team.holidayModes.toSpliced(at, 1)
  if (change.kind === 'remove-holiday-mode') return ok({ ...team, holidayModes: others })
  if (change.mode.to < change.mode.from) return fail('The last day is before the first.')
  const clash = others.find((each) => modesOverlap(each, change.mode))
  if (clash !== undefined) {
    return fail(
      `"${clash.reason}" holds from ${dateInWords(clash.from)} to ${dateInWords(clash.to)} already. Change that mode, or choose other days.`,
    )
  }
  const holidayModes = before === null ? [...others, change.mode] : team.holidayModes.with(at, change.mode)
  return ok({ ...team, holidayModes })
}

type PersonalChange = Extract<ScheduleChange, { readonly person: string }>

function applyPersonal(team: Team, change: PersonalChange): Changed {
  const known = findPerson(team, change.person)
  if (change.kind === 'work-holiday' && known?.worksOn?.includes(change.date)) {
    return fail(`${known.name} has agreed to work on ${change.date} already.`)
  }
  if (change.kind === 'remove-leave' && known && !known.away.some((each) => sameAbsence(each, change.absence))) {
    return fail('This leave is not in the schedule any more.')
  }
  return changePerson(team, change.person, (person) => {
    if (change.kind === 'remove-leave') {
      const at = person.away.findIndex((each) => sameAbsence(each, change.absence))
      return { ...person, away: person.away.toSpliced(at, 1) }
    }
    if (change.kind === 'set-phone') return { ...person, phone: change.phone }
    if (change.kind === 'work-holiday') return { ...person, worksOn: [...(person.worksOn ?? []), change.date] }
    const kept = person.away.filter(({ uid }) => !isForgotten(uid, change.forget))
    return { ...person, away: [...kept, ...change.absences] }
  })
}

/** The team as a change would make it, without touching any file; refuses with a sentence when what it speaks of is gone. */
export function applyChange(team: Team, change: ScheduleChange): Changed {
  switch (change.kind) {
    case 'stand-in':
      return changeRotation(team, change.rotationId, (rotation) =>
        ok({
          ...rotation,
          overrides: [...rotation.overrides, ...change.overrides],
          temporary: [...rotation.temporary, ...change.temporary],
        }),
      )
    case 'propose':
      return changeRotation(team, change.rotationId, (rotation) =>
        rotation.proposals.some(({ id }) => id === change.proposal.id)
          ? fail(`There is a proposal ${change.proposal.id} already.`)
          : ok({ ...rotation, proposals: [...rotation.proposals, change.proposal] }),
      )
    case 'accept':
      return answered(team, change, (rotation, proposal) => ({
        ...rotation,
        proposals: withoutProposal(rotation, proposal),
        overrides: [...rotation.overrides, ...overridesOf(proposal, change.on)],
      }))
    case 'decline':
      return answered(team, change, (rotation, proposal) => ({
        ...rotation,
        proposals: rotation.proposals.map((each) =>
          each === proposal ? { ...proposal, state: 'declined', on: change.on } : each,
        ),
      }))
    case 'withdraw':
      return answered(team, change, (rotation, proposal) => ({
        ...rotation,
        proposals: withoutProposal(rotation, proposal),
      }))
    case 'undo-swap':
      return changeRotation(team, change.rotationId, (rotation) =>
        withoutOverrides(rotation, ({ swap }) => swap === change.swapId),
      )
    case 'remove-override':
      return changeRotation(team, change.rotationId, (rotation) => withoutOverride(rotation, change.override))
    case 'import-shifts':
      return changeRotation(team, change.rotationId, (rotation) => {
        const kept = rotation.temporary.filter(({ uid }) => !isForgotten(uid, change.forget))
        return ok({ ...rotation, temporary: [...kept, ...change.shifts] })
      })
    case 'holiday-mode':
    case 'edit-holiday-mode':
    case 'remove-holiday-mode':
      return applyMode(team, change)
    case 'leave':
    case 'remove-leave':
    case 'work-holiday':
    case 'set-phone':
      return applyPersonal(team, change)
  }
}
