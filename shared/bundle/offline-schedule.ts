import { holidaysFor } from '../schedule/holidays.ts'
import { type OnCallEntry, type Shift, shiftsBetween } from '../schedule/on-call.ts'
import { scheduleFindings } from '../schedule/schedule-findings.ts'
import { findPerson, type Pipeline, personName, type Rotation, type Team } from '../schedule/team.ts'
import { dateAt, dateInWords, plainDateAt, timeAt, weekdayOf } from '../schedule/wall-clock.ts'
import type { OfflineDuty, OfflineOwnership, OfflineRotation, OfflineSchedule } from './offline-copy.ts'

/** How the plan is put into words: `clean` takes out of a text what is not to be in the copy, `gap` is what a role without a person is called; while that is not known, the plan is not judged either. */
export type ScheduleWords = { readonly clean: (text: string) => string; readonly gap: 'Nobody' | 'Not known' }

const duty = (entry: OnCallEntry, { clean, gap }: ScheduleWords): OfflineDuty =>
  entry.kind === 'person'
    ? { person: entry.person.id, name: entry.person.name, why: clean(entry.why.replace(`${entry.person.name}: `, '')) }
    : { person: null, name: gap, why: clean(entry.reason) }

/** `Mon 23 Nov 2026, 10:00` on the wall of a zone. */
function wallWords(iso: string, timezone: string): string {
  const instantMs = Date.parse(iso)
  const day = weekdayOf(plainDateAt(instantMs, timezone))
  const shortDay = `${day.slice(0, 1).toUpperCase()}${day.slice(1, 3)}`
  return `${shortDay} ${dateInWords(dateAt(instantMs, timezone))}, ${timeAt(instantMs, timezone)}`
}

/** A shift that the span of the copy cuts, as long as it really is: until one of the two roles changes. A gap before all time has no begin. */
function wholeShift({ startsAt, endsAt, primary, backup }: Shift): { startsAt: string; endsAt: string } {
  const bounds = [primary, backup].map((entry) => (entry.kind === 'person' ? entry.shift : entry))
  const starts = bounds.flatMap((bound) => bound.startsAt ?? []).sort()
  const ends = bounds.flatMap((bound) => bound.endsAt ?? []).sort()
  return { startsAt: starts.at(-1) ?? startsAt, endsAt: ends[0] ?? endsAt }
}

function offlineRotation(
  rotation: Rotation,
  team: Team,
  fromMs: number,
  toMs: number,
  words: ScheduleWords,
): OfflineRotation {
  const { timezone } = rotation.handover
  const shifts = shiftsBetween(rotation, team, fromMs, toMs).map((shift) => {
    const { startsAt, endsAt } = wholeShift(shift)
    return {
      startsAt,
      endsAt,
      from: wallWords(startsAt, timezone),
      to: wallWords(endsAt, timezone),
      primary: duty(shift.primary, words),
      backup: duty(shift.backup, words),
    }
  })
  return { name: rotation.name, timezone, shifts }
}

/** The holidays of those who are on call in these weeks, each once with everybody who has it. */
function holidaysOf(team: Team, rotations: readonly OfflineRotation[], fromMs: number, toMs: number) {
  const onCall = new Set(
    rotations.flatMap(({ shifts }) => shifts.flatMap(({ primary, backup }) => [primary.person, backup.person])),
  )
  const byDay = new Map<string, { date: string; name: string; who: string[] }>()
  for (const person of team.people.filter(({ id }) => onCall.has(id))) {
    for (const { date, name } of holidaysFor(person, dateAt(fromMs, person.timezone), dateAt(toMs, person.timezone))) {
      const key = `${date} ${name}`
      const known = byDay.get(key) ?? { date, name, who: [] }
      known.who.push(person.name)
      byDay.set(key, known)
    }
  }
  return [...byDay.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, holiday]) => holiday)
}

function ownership(pipeline: Pipeline, team: Team): OfflineOwnership {
  const named = (id: string | undefined): string | null => (id === undefined ? null : personName(team, id))
  const { sla } = pipeline
  const days = sla === undefined || typeof sla.days === 'string' ? sla?.days : sla.days.join(', ')
  return {
    name: pipeline.name,
    primary: personName(team, pipeline.primary),
    secondary: named(pipeline.secondary),
    lead: named(pipeline.lead),
    sla: sla === undefined ? null : `${sla.by} ${sla.timezone.replaceAll('_', ' ')}, ${days}`,
  }
}

const findingsOf = (team: Team, fromMs: number, toMs: number, { clean }: ScheduleWords): OfflineSchedule['findings'] =>
  scheduleFindings(team, fromMs, toMs).map(({ date, severity, why }) => ({ date, severity, why: clean(why) }))

/** Who is on call from one instant to another (epoch ms), with all that bears on it; reasons that people wrote go through `words.clean`. */
export function offlineSchedule(team: Team, fromMs: number, toMs: number, words: ScheduleWords): OfflineSchedule {
  const rotations = team.rotations.map((rotation) => offlineRotation(rotation, team, fromMs, toMs, words))
  return {
    rotations,
    holidays: holidaysOf(team, rotations, fromMs, toMs),
    findings: words.gap === 'Not known' ? [] : findingsOf(team, fromMs, toMs, words),
    owners: team.pipelines.map((pipeline) => ownership(pipeline, team)),
  }
}

/** Everybody who is on call in these rotations, by id; they come first among the contacts. */
export const onCallIds = (schedule: OfflineSchedule, team: Team): ReadonlySet<string> =>
  new Set(
    schedule.rotations
      .flatMap(({ shifts }) => shifts.flatMap(({ primary, backup }) => [primary.person, backup.person]))
      .filter((id): id is string => id !== null && findPerson(team, id) !== undefined),
  )
