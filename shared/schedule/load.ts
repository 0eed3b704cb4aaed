import { dutiesBetween } from './duties.ts'
import { holidayOnDate, isMajorHoliday } from './holidays.ts'
import type { OnCallRole } from './rotation-slots.ts'
import type { Person, Rotation, Team } from './team.ts'
import { wallTimeOfDay } from './wall-clock.ts'
import { dateOfDay, dayNumberAt, isoWeekday, startOfDay } from './zone-clock.ts'

/** A stretch of time in epoch ms, end excluded. */
type Stretch = { readonly fromMs: number; readonly toMs: number }

/**
 * What a stretch on call takes out of a person's life, where they are. Parts count as parts: half a night is 0.5,
 * so that loads of neighbouring spans add up to the load of both.
 */
export type Burden = {
  /** Hours on call divided by 168. */
  readonly weeks: number
  /** From 22:00 to 07:00. */
  readonly nights: number
  /** From Saturday 00:00 to Monday 00:00. */
  readonly weekends: number
  readonly holidays: number
  /** Those of the holidays that are major (S3.1). */
  readonly majorHolidays: number
}

/** One person's load in a span. */
export type PersonLoad = Burden & {
  readonly person: Person
  /** Weeks as backup; nights and the rest count only as primary, since a backup sleeps. */
  readonly backupWeeks: number
  /** All of it in one number: see `strainOf`. */
  readonly strain: number
}

const weekMs = 7 * 24 * 3_600_000

const partOf = (whole: Stretch, span: Stretch): number =>
  Math.max(0, Math.min(whole.toMs, span.toMs) - Math.max(whole.fromMs, span.fromMs)) / (whole.toMs - whole.fromMs)

/** What being on call for a stretch (epoch ms, end excluded) takes out of a person's life, by their own clock and calendar. */
export function burdenOf(person: Person, span: Stretch, majorNames: readonly string[] = []): Burden {
  const { timezone } = person
  let nights = 0
  let weekends = 0
  let holidays = 0
  let majorHolidays = 0
  const last = dayNumberAt(span.toMs, timezone)
  for (let day = dayNumberAt(span.fromMs, timezone) - 1; day <= last; day += 1) {
    const night = {
      fromMs: wallTimeOfDay(day, '22:00', timezone),
      toMs: wallTimeOfDay(day + 1, '07:00', timezone),
    }
    nights += partOf(night, span)
    const part = partOf({ fromMs: startOfDay(day, timezone), toMs: startOfDay(day + 1, timezone) }, span)
    if (part === 0) continue
    if (isoWeekday(day) >= 6) weekends += part / 2
    const holiday = holidayOnDate(person, dateOfDay(day))
    if (!holiday) continue
    holidays += part
    if (isMajorHoliday(holiday, majorNames)) majorHolidays += part
  }
  return { weeks: (span.toMs - span.fromMs) / weekMs, nights, weekends, holidays, majorHolidays }
}

/** Stretches joined where they touch or overlap: somebody on call for two rotations at once has one night, not two. */
function united(stretches: readonly Stretch[]): readonly Stretch[] {
  const joined: Stretch[] = []
  for (const stretch of stretches.toSorted((one, other) => one.fromMs - other.fromMs)) {
    const last = joined.at(-1)
    if (last && stretch.fromMs <= last.toMs) {
      joined[joined.length - 1] = { fromMs: last.fromMs, toMs: Math.max(last.toMs, stretch.toMs) }
    } else joined.push({ fromMs: stretch.fromMs, toMs: stretch.toMs })
  }
  return joined
}

const nothing: Burden = { weeks: 0, nights: 0, weekends: 0, holidays: 0, majorHolidays: 0 }

const sum = (one: Burden, other: Burden): Burden => ({
  weeks: one.weeks + other.weeks,
  nights: one.nights + other.nights,
  weekends: one.weekends + other.weekends,
  holidays: one.holidays + other.holidays,
  majorHolidays: one.majorHolidays + other.majorHolidays,
})

/**
 * A load as one number, in weeks: primary weeks, a quarter of the backup weeks, and on top a tenth for each night, a quarter for each
 * weekend, half for each holiday and as much again for a major one. Our own weights: nights and feasts are what people mind.
 */
export const strainOf = (burden: Burden, backupWeeks: number): number =>
  burden.weeks +
  backupWeeks / 4 +
  burden.nights / 10 +
  burden.weekends / 4 +
  burden.holidays / 2 +
  burden.majorHolidays / 2

/** The ids of all who take turns in a rotation, by its weeks or by a layer, in the order of the file. */
export const turnTakers = ({ weeks, layers }: Rotation): readonly string[] => [
  ...new Set(
    [...weeks, ...layers.flatMap((layer) => layer.weeks)].flatMap(({ primary, backup }) =>
      [primary, backup].flatMap((id) => id ?? []),
    ),
  ),
]

/** Who carries how much from one instant to another (epoch ms, end excluded): everyone who takes turns or has one, most strain first (S6). */
export function loadPerPerson(team: Team, fromMs: number, toMs: number): readonly PersonLoad[] {
  const duties = team.rotations.flatMap((rotation) => dutiesBetween(rotation, team, fromMs, toMs))
  const takers = new Set(team.rotations.flatMap(turnTakers))
  const held = new Map<string, Stretch[]>()
  for (const { role, holder, fromMs: from, toMs: to } of duties) {
    if (holder.kind === 'gap') continue
    const key = `${role} ${holder.person.id}`
    const stretches = held.get(key)
    if (stretches) stretches.push({ fromMs: from, toMs: to })
    else held.set(key, [{ fromMs: from, toMs: to }])
  }
  const stretchesOf = (person: Person, role: OnCallRole) => united(held.get(`${role} ${person.id}`) ?? [])
  const loads = team.people.flatMap((person): PersonLoad[] => {
    const primary = stretchesOf(person, 'primary')
    const backup = stretchesOf(person, 'backup')
    if (primary.length + backup.length === 0 && !takers.has(person.id)) return []
    const burden = primary
      .map((stretch) => burdenOf(person, stretch, team.majorHolidays))
      .reduce((total, part) => sum(total, part), nothing)
    const backupWeeks = backup.reduce((total, stretch) => total + (stretch.toMs - stretch.fromMs) / weekMs, 0)
    return [{ person, ...burden, backupWeeks, strain: strainOf(burden, backupWeeks) }]
  })
  return loads.sort((one, other) => other.strain - one.strain)
}

/** How evenly load is spread: 1 is even, 0 is all on one; `least` and `most` are strains, null without anybody. */
export type Fairness = {
  readonly measure: number
  readonly least: PersonLoad | null
  readonly most: PersonLoad | null
  /** The same in words, with its definition in reach. */
  readonly why: string
}

/**
 * How evenly loads are spread: one minus the Gini coefficient of their strains, scaled so that all load on one of n people gives 0
 * (Gini 1912, with the n/(n-1) correction for small groups). Nobody and nothing to carry is fair.
 */
export function fairnessOf(loads: readonly PersonLoad[]): Fairness {
  const strains = loads.map(({ strain }) => strain).toSorted((one, other) => one - other)
  const total = strains.reduce((all, strain) => all + strain, 0)
  const count = strains.length
  const byStrain = loads.toSorted((one, other) => one.strain - other.strain)
  const [least = null] = byStrain
  const most = byStrain.at(-1) ?? null
  if (count < 2 || total === 0 || !least || !most)
    return { measure: 1, least, most, why: 'There is nothing to share out.' }
  const ranked = strains.reduce((all, strain, at) => all + strain * (2 * (at + 1) - count - 1), 0)
  const measure = Math.min(1, Math.max(0, 1 - ranked / (total * (count - 1))))
  const why = `${most.person.name} carries most (${most.strain.toFixed(1)}), ${least.person.name} least (${least.strain.toFixed(1)}), in weeks with nights, weekends and holidays weighed in.`
  return { measure, least, most, why }
}
