import { ok, type Result } from '../../kit/result.ts'
import { dutiesBetween } from '../duties.ts'
import { absencesDuring, holidaysDuring, overlapOf, type Span } from '../finding-scene.ts'
import { isMajorHoliday, type PublicHoliday } from '../holidays.ts'
import { burdenOf, loadPerPerson, type PersonLoad, strainOf, turnTakers } from '../load.ts'
import { whoIsOnCall } from '../on-call.ts'
import type { OnCallRole } from '../rotation-slots.ts'
import { findPerson, findRotation, type Person, type Rotation, type Team } from '../team.ts'
import { dateAt, dateInWords, timeAt, toIso } from '../wall-clock.ts'
import { instantOfWallMs, wallMsAt } from '../zone-clock.ts'
import type { ScheduleChange } from './schedule-change.ts'
import { standInChange } from './stand-in.ts'
import { type WrittenSwap, writeSwap } from './write-swap.ts'

/** The turn to be swapped: epoch ms, or the ISO bounds of a shift; the primary's unless said otherwise. */
export type TurnToSwap =
  | (Span & { readonly role?: OnCallRole })
  | { readonly startsAt: string; readonly endsAt: string; readonly role?: OnCallRole }

/** Somebody who could take a turn, with the turn they would give back, and why they rather than another. */
export type SwapProposal = {
  readonly person: Person
  /** What they take and what they give back, UTC ISO, end excluded; without `returns` it is cover, to be made good some other day. */
  readonly takes: { readonly from: string; readonly to: string }
  readonly returns?: { readonly from: string; readonly to: string }
  /** What it would cost them, in weeks of strain: the turn, what they carry over the average, and holidays worked last year. Least first. */
  readonly cost: number
  readonly reasons: readonly string[]
  /** Why they cannot; empty for those who can, who come first. */
  readonly conflicts: readonly string[]
  /** Ready to be previewed and written, and tried out: a proposal where overrides can say it, else a stand-in. */
  readonly change: ScheduleChange
}

const weekMs = 7 * 24 * 3_600_000
const yearMs = 52 * weekMs
const returnHorizonMs = 12 * weekMs

/** A turn that is not given back costs a week of somebody's life. */
const noReturnCost = 1

/** A return shorter than this part of the turn is no return. */
const evenEnough = 0.75

type Question = {
  readonly team: Team
  readonly rotation: Rotation
  readonly role: OnCallRole
  readonly span: Span
  /** Who has the turn now. */
  readonly holder: Person
  readonly nowMs: number
  readonly loads: readonly PersonLoad[]
  readonly lastYear: readonly PersonLoad[]
  /** Every turn of everybody around the span and as far as returns are looked for. */
  readonly turns: readonly (Span & {
    readonly personId: string
    readonly role: OnCallRole
    readonly rotationId: string
  })[]
}

const inWords = (span: Span, timezone: string): string => {
  const [from, to] = [dateAt(span.fromMs, timezone), dateAt(span.toMs, timezone)]
  return from === to
    ? `${timeAt(span.fromMs, timezone)} to ${timeAt(span.toMs, timezone)} on ${dateInWords(from)}`
    : `${dateInWords(from)} to ${dateInWords(to)}`
}

/** Why a person cannot have a stretch: leave, or a turn of theirs. */
function conflictsOf({ team, turns }: Question, person: Person, span: Span): readonly string[] {
  const away = absencesDuring(person, span).map(({ absence }) => `away from ${absence.from} to ${absence.to}`)
  const busy = turns
    .filter(({ personId, ...turn }) => personId === person.id && overlapOf(turn, span))
    .map(({ role, rotationId }) => {
      const name = team.rotations.length > 1 ? ` in ${findRotation(team, rotationId)?.name ?? rotationId}` : ''
      return `${role === 'primary' ? 'on call' : 'backup'} then already${name}`
    })
  return [...new Set([...away, ...busy])]
}

/** The holidays a person has in a stretch and has not agreed to work on. */
const feastsOf = (person: Person, span: Span): readonly PublicHoliday[] =>
  holidaysDuring(person, span).flatMap(({ holiday }) => (person.worksOn?.includes(holiday.date) ? [] : [holiday]))

/** The turns of the partner, cut to the same part of them, that the holder could take in return, the nearest first. */
function returnsFor(question: Question, partner: Person): readonly Span[] {
  const { rotation, role, span, holder, nowMs, turns } = question
  const own = turns.find((turn) => {
    return turn.personId === holder.id && turn.rotationId === rotation.id && turn.role === role && overlapOf(turn, span)
  })
  const { timezone } = rotation.handover
  // On the wall, so that it begins and ends at the same hours in a week whose clocks change.
  const laterBy = (atMs: number, sinceMs: number): number => wallMsAt(atMs, timezone) - wallMsAt(sinceMs, timezone)
  const moved = (atMs: number, byMs: number): number => instantOfWallMs(wallMsAt(atMs, timezone) + byMs, timezone)
  const offset = own ? laterBy(span.fromMs, own.fromMs) : 0
  const wallLong = laterBy(span.toMs, span.fromMs)
  const long = span.toMs - span.fromMs
  const isWhole = own?.fromMs === span.fromMs && own.toMs === span.toMs
  const options = turns
    .filter((turn) => turn.personId === partner.id && turn.rotationId === rotation.id && turn.role === role)
    .map((turn): Span => {
      if (isWhole) return turn
      const fromMs = moved(turn.fromMs, offset)
      return { fromMs, toMs: Math.min(turn.toMs, moved(fromMs, wallLong)) }
    })
    .filter((turn) => turn.fromMs > nowMs && turn.toMs - turn.fromMs >= long * evenEnough && !overlapOf(turn, span))
    .filter((turn) => conflictsOf(question, holder, turn).length === 0)
    .filter((turn) => !feastsOf(holder, turn).some((feast) => isMajorHoliday(feast, question.team.majorHolidays)))
  const distance = (turn: Span) => Math.abs(turn.fromMs - span.fromMs)
  return options.toSorted((one, other) => distance(one) - distance(other))
}

const strainFor = (team: Team, person: Person, span: Span): number =>
  strainOf(burdenOf(person, span, team.majorHolidays), 0)

const amount = (count: number, thing: string): string =>
  `${Number.isInteger(count) ? count : count.toFixed(1)} ${thing}${count === 1 ? '' : 's'}`

function loadInWords(load: number, average: number): string {
  const difference = load - average
  if (Math.abs(difference) < 0.05)
    return `carries ${load.toFixed(1)} weeks of strain in the year up to then, the average`
  return `carries ${load.toFixed(1)} weeks of strain in the year up to then, ${Math.abs(difference).toFixed(1)} ${difference < 0 ? 'below' : 'above'} the average`
}

function reasonsFor(
  question: Question,
  person: Person,
  returns: Span | null,
  load: number,
  average: number,
): readonly string[] {
  const { team, span, rotation, lastYear } = question
  const { timezone } = rotation.handover
  const { nights } = burdenOf(person, span, team.majorHolidays)
  const worked = lastYear.find((each) => each.person.id === person.id)?.majorHolidays ?? 0
  const days = (span.toMs - span.fromMs) / (24 * 3_600_000)
  const night =
    nights === 0
      ? 'none of it is night where they are'
      : `${amount(Math.round(nights * 10) / 10, 'night')} where they are`
  const feasts = feastsOf(person, span).map(({ name, date }) => `${name} (${dateInWords(date)})`)
  return [
    feasts.length === 0 ? 'has no holiday then' : `has a holiday of their own then: ${feasts.join(', ')}`,
    loadInWords(load, average),
    worked === 0
      ? 'worked no major holiday in the year before'
      : `worked ${amount(Math.round(worked * 10) / 10, 'major holiday')} in the year before`,
    days < 6
      ? `${timeAt(span.fromMs, person.timezone)} to ${timeAt(span.toMs, person.timezone)} their time, ${night}`
      : night,
    returns
      ? `gives back ${inWords(returns, timezone)}`
      : 'has no turn to give back within 12 weeks: cover, not a swap',
  ]
}

/** A stable id that no proposal of the rotation has yet. */
function newId(rotation: Rotation, span: Span, holder: Person, partner: Person): string {
  const base = `${dateAt(span.fromMs, rotation.handover.timezone)}-${holder.id}-${partner.id}`.slice(0, 60)
  const taken = [...rotation.proposals.map(({ id }) => id), ...rotation.overrides.flatMap(({ swap }) => swap ?? [])]
  let id = base
  for (let count = 2; taken.includes(id); count += 1) id = `${base}-${count}`
  return id
}

/** What writes a swap down: a proposal, or what overrides cannot say as a stand-in with nothing in return; a sentence where neither can. */
function changeFor(question: Question, person: Person, written: WrittenSwap | null): Result<ScheduleChange> {
  const { team, rotation, role, span } = question
  if (written) return ok({ kind: 'propose', rotationId: rotation.id, proposal: written.proposal })
  return standInChange(team, { rotationId: rotation.id, role, ...span, person: person.id })
}

function proposalFor(question: Question, person: Person, average: number): SwapProposal {
  const { team, rotation, role, span, holder, loads, lastYear, nowMs } = question
  const conflicts = conflictsOf(question, person, span).map((conflict) => `${person.name} is ${conflict}.`)
  const written = writeSwap(team, {
    ...{ rotation, role, span, holder, partner: person },
    returns: conflicts.length === 0 ? returnsFor(question, person) : [],
    id: newId(rotation, span, holder, person),
    on: dateAt(nowMs, rotation.handover.timezone),
  })
  const change = changeFor(question, person, written)
  const returns = written?.returns ?? null
  const load = loads.find((each) => each.person.id === person.id)?.strain ?? 0
  const worked = lastYear.find((each) => each.person.id === person.id)?.majorHolidays ?? 0
  const cost = strainFor(team, person, span) + (load - average) / 4 + worked / 2 + (returns ? 0 : noReturnCost)
  return {
    person,
    takes: { from: toIso(span.fromMs), to: toIso(span.toMs) },
    ...(returns && { returns: { from: toIso(returns.fromMs), to: toIso(returns.toMs) } }),
    cost,
    reasons: reasonsFor(question, person, returns, load, average),
    conflicts: change.ok || conflicts.length > 0 ? conflicts : [change.error],
    change: change.ok ? change.value : { kind: 'stand-in', rotationId: rotation.id, overrides: [], temporary: [] },
  }
}

const spanOfTurn = (turn: TurnToSwap): Span =>
  'fromMs' in turn ? turn : { fromMs: Date.parse(turn.startsAt), toMs: Date.parse(turn.endsAt) }

function turnsAround(team: Team, span: Span): Question['turns'] {
  const fromMs = span.fromMs - returnHorizonMs
  return team.rotations.flatMap((rotation) =>
    dutiesBetween(rotation, team, fromMs, span.toMs + returnHorizonMs).flatMap(({ holder, role }) => {
      if (holder.kind === 'gap') return []
      const { startsAt, endsAt } = holder.shift
      const turn = { fromMs: Date.parse(startsAt), toMs: Date.parse(endsAt) }
      return [{ ...turn, role, personId: holder.person.id, rotationId: rotation.id }]
    }),
  )
}

/**
 * Who could take a turn, fairest first, then those who cannot with the reason (S6.2). Ranked by what it costs them: the turn by their own
 * clock and calendar, what they carry over the average of a year, major holidays worked in the year before, and whether they get a turn taken
 * off in return. Everybody who takes turns in the rotation is considered. `nowMs` is epoch ms. Empty when nobody has the turn.
 */
export function proposeSwaps(team: Team, rotationId: string, turn: TurnToSwap, nowMs: number): readonly SwapProposal[] {
  const rotation = findRotation(team, rotationId)
  const span = spanOfTurn(turn)
  const role = turn.role ?? 'primary'
  if (!rotation || span.fromMs >= span.toMs) return []
  const { [role]: entry } = whoIsOnCall(rotation, team, span.fromMs)
  if (entry.kind === 'gap') return []
  const holder = entry.person
  const question: Question = {
    team,
    rotation,
    role,
    span,
    holder,
    nowMs,
    loads: loadPerPerson(team, span.toMs - yearMs, span.toMs),
    lastYear: loadPerPerson(team, span.fromMs - yearMs, span.fromMs),
    turns: turnsAround(team, span),
  }
  const partners = turnTakers(rotation).flatMap((id) => (id === holder.id ? [] : (findPerson(team, id) ?? [])))
  const strains = question.loads.map(({ strain }) => strain)
  const average = strains.length === 0 ? 0 : strains.reduce((all, strain) => all + strain, 0) / strains.length
  return partners
    .map((person) => proposalFor(question, person, average))
    .sort((one, other) => one.conflicts.length - other.conflicts.length || one.cost - other.cost)
}
