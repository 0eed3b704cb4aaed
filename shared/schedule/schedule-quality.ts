import type { Duty } from './duties.ts'
import { dutiesBetween } from './duties.ts'
import { absencesDuring, holidaysDuring, overlapOf, type PersonalDuty, personIn, spanOf } from './finding-scene.ts'
import { fairnessOf, loadPerPerson } from './load.ts'
import { shiftsBetween } from './on-call.ts'
import { rangeBounds } from './rotation-slots.ts'
import type { Person, Team } from './team.ts'

/** One thing a schedule is measured by: `value` from 0 to 1, `weight` its part of the score. */
export type QualityPart = {
  readonly name: 'covered' | 'backed-up' | 'present' | 'off-on-holidays' | 'reachable' | 'double-cover' | 'fair'
  readonly value: number
  readonly weight: number
  readonly why: string
}

/** How good a schedule is, from 0 to 100, and what makes it so. */
export type ScheduleQuality = { readonly score: number; readonly parts: readonly QualityPart[] }

/** Our own weights, of 100: a night without anybody is the worst there is, an uneven load the slowest to hurt. */
const weights = {
  covered: 35,
  'backed-up': 10,
  present: 20,
  'off-on-holidays': 10,
  reachable: 10,
  'double-cover': 5,
  fair: 10,
} as const satisfies Record<QualityPart['name'], number>

const length = ({ fromMs, toMs }: { fromMs: number; toMs: number }) => toMs - fromMs

const total = (spans: readonly { fromMs: number; toMs: number }[]) => spans.reduce((all, span) => all + length(span), 0)

/** The share of `part` in `whole`; nothing to be measured is perfect. */
const share = (part: number, whole: number): number => (whole === 0 ? 1 : Math.min(1, Math.max(0, part / whole)))

const inPercent = (value: number): string => {
  const percent = value * 100
  return `${percent > 99 && percent < 100 ? percent.toFixed(1) : Math.round(percent)} %`
}

type Measured = { readonly name: QualityPart['name']; readonly value: number; readonly what: string }

const toPart = ({ name, value, what }: Measured): QualityPart => ({
  name,
  value,
  weight: weights[name],
  why: `${inPercent(value)} ${what}`,
})

const held = (duties: readonly Duty[]): readonly PersonalDuty[] =>
  duties.flatMap(({ holder, ...duty }) => (holder.kind === 'person' ? [{ ...duty, ...holder }] : []))

const isWanted = ({ holder }: Duty): boolean => holder.kind === 'person' || holder.cause !== 'outside-hours'

const lost = (
  duties: readonly PersonalDuty[],
  during: (person: Person, duty: PersonalDuty) => readonly { fromMs: number; toMs: number }[],
) => duties.reduce((all, duty) => all + Math.min(length(duty), total(during(duty.person, duty))), 0)

/** The time in which somebody is their own backup. */
function aloneMs(team: Team, fromMs: number, toMs: number): number {
  const alone = team.rotations
    .flatMap((rotation) => shiftsBetween(rotation, team, fromMs, toMs))
    .filter(({ primary, backup }) => {
      const person = personIn(primary)
      return person !== undefined && person.id === personIn(backup)?.id
    })
  return total(alone.map(spanOf))
}

/** The part of the days that want two people on which two different ones are there. */
function doubleCovered(team: Team, fromMs: number, toMs: number): number {
  let wantedMs = 0
  let coveredMs = 0
  for (const rotation of team.rotations) {
    const ranges = rotation.doubleCover.map((range) => rangeBounds(range, rotation.handover.timezone))
    if (ranges.length === 0) continue
    for (const shift of shiftsBetween(rotation, team, fromMs, toMs)) {
      for (const range of ranges) {
        const span = overlapOf(spanOf(shift), range)
        if (!span) continue
        wantedMs += length(span)
        const [one, other] = [personIn(shift.primary), personIn(shift.backup)]
        const present = one && other && one.id !== other.id
        if (present && [one, other].every((person) => absencesDuring(person, span).length === 0))
          coveredMs += length(span)
      }
    }
  }
  return share(coveredMs, wantedMs)
}

/**
 * How good the schedule is from one instant to another (epoch ms, end excluded): seven parts, each a share of time or of people,
 * weighed into a number from 0 to 100. All rotations count alike; a rotation's hours without duty do not count (S4.2).
 */
export function scheduleQuality(team: Team, fromMs: number, toMs: number): ScheduleQuality {
  const duties = team.rotations.flatMap((rotation) => dutiesBetween(rotation, team, fromMs, toMs)).filter(isWanted)
  const primary = duties.filter(({ role }) => role === 'primary')
  const mine = held(primary)
  const backups = held(duties.filter(({ role }) => role === 'backup'))
  const onDuty = new Map([...mine, ...backups].map(({ person }) => [person.id, person]))
  const reachable = [...onDuty.values()].filter(({ phone }) => phone !== undefined).length
  const awayMs = lost(mine, (person, duty) => absencesDuring(person, duty).map(({ during }) => during))
  const holidayMs = lost(mine, (person, duty) =>
    holidaysDuring(person, duty).flatMap(({ holiday, during }) =>
      person.worksOn?.includes(holiday.date) ? [] : [during],
    ),
  )
  const tenth = total(mine) / 10
  const fairness = fairnessOf(loadPerPerson(team, fromMs, toMs))
  const parts = (
    [
      { name: 'covered', value: share(total(mine), total(primary)), what: 'of the time has somebody on call' },
      {
        name: 'backed-up',
        value: share(total(backups) - aloneMs(team, fromMs, toMs), total(primary)),
        what: 'of the time has a backup who is somebody else',
      },
      { name: 'present', value: share(total(mine) - awayMs, total(mine)), what: 'of the turns are free of leave' },
      {
        name: 'off-on-holidays',
        value: share(tenth - holidayMs, tenth),
        what: 'kept free of holidays, where a tenth of the turns on holidays would be 0',
      },
      { name: 'reachable', value: share(reachable, onDuty.size), what: 'of the people on duty have a phone' },
      {
        name: 'double-cover',
        value: doubleCovered(team, fromMs, toMs),
        what: 'of the days that want two people have two',
      },
      { name: 'fair', value: fairness.measure, what: `even. ${fairness.why}` },
    ] satisfies readonly Measured[]
  ).map(toPart)
  const score = team.rotations.length === 0 ? 0 : parts.reduce((sum, { value, weight }) => sum + value * weight, 0)
  return { score: Math.round(score), parts }
}
