import {
  absencesDuring,
  type Draft,
  dateIn,
  holidaysDuring,
  type PersonalDuty,
  personalDuties,
  type Scene,
  wayOut,
} from './finding-scene.ts'
import { isMajorHoliday } from './holidays.ts'
import { personName, type Team } from './team.ts'
import { dateAt, dateInWords, timeAt, toIso } from './wall-clock.ts'

const halfDayMs = 12 * 3_600_000

/** Somebody has a turn on a public holiday where they are; a backup's, or less than half of the day, or a turn taken over by agreement is only a note (S3, S4). */
export const holidays = (scene: Scene): readonly Draft[] =>
  personalDuties(scene).flatMap(({ person, role, agreed, shift, fromMs, toMs }) =>
    holidaysDuring(person, { fromMs, toMs }).flatMap(({ holiday, during, day: whole }): Draft[] => {
      const { date, name } = holiday
      if (person.worksOn?.includes(date)) return []
      const major = role === 'primary' && agreed === undefined && isMajorHoliday(holiday, scene.team.majorHolidays)
      const day = wayOut(scene, role, during, person.id)
      const turn = { fromMs: Date.parse(shift.startsAt), toMs: Date.parse(shift.endsAt) }
      const week = major ? wayOut(scene, role, turn, person.id) : day
      const hint = major ? `A major holiday in an on-call week: swap in advance. ${week.hint}` : day.hint
      const remedies = [
        ...week.remedies.filter(({ kind }) => kind === 'swap'),
        ...day.remedies.filter(({ kind }) => kind === 'cover'),
      ]
      const short = during.toMs - during.fromMs < halfDayMs
      const until = during.toMs === whole.toMs ? '24:00' : timeAt(during.toMs, person.timezone)
      const part = `, from ${timeAt(during.fromMs, person.timezone)} to ${until} their time`
      const isWhole = during.fromMs === whole.fromMs && during.toMs === whole.toMs
      const duty = role === 'primary' ? 'on call' : 'backup'
      const consent = agreed === undefined ? '' : `, agreed on ${dateInWords(agreed)}`
      const feast = holiday.own ? 'a holiday of theirs' : 'a public holiday where they are'
      return [
        {
          kind: 'holiday',
          severity: role === 'primary' && !short && agreed === undefined ? 'warning' : 'note',
          date,
          who: [person.id],
          ...(major && { major }),
          about: role,
          why: `${person.name} is ${duty} on ${name}, ${feast}${isWhole ? '' : part}${consent}.`,
          hint,
          remedies: [...remedies, { kind: 'work-holiday', person: person.id, date }],
        },
      ]
    }),
  )

/** Somebody has a turn while away, which nobody would find out before the page goes unanswered (S4). */
export const absences = (scene: Scene): readonly Draft[] =>
  personalDuties(scene).flatMap((duty) =>
    absencesDuring(duty.person, duty).map(({ absence, during }): Draft => {
      const { person, role, standsInFor } = duty
      const instead = standsInFor === undefined ? '' : `, standing in for ${personName(scene.team, standsInFor)},`
      const reason = absence.reason === undefined ? '' : ` (${absence.reason})`
      const turn = role === 'primary' ? 'is on call' : 'is backup'
      const why = `${person.name} ${turn}${instead} while away from ${absence.from} to ${absence.to}${reason}.`
      const severity = role === 'primary' ? 'error' : 'warning'
      const date = dateAt(during.fromMs, person.timezone)
      const way = wayOut(scene, role, during, person.id)
      return { kind: 'away', severity, date, who: [person.id], about: role, why, ...way }
    }),
  )

/** Somebody has a turn and no phone number: once per person, at their first turn (S4). */
export function withoutPhone(scene: Scene): readonly Draft[] {
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
      remedies: [{ kind: 'add-phone', person: person.id }],
    }
  })
}

/** A pipeline whose two owners are one person (S4); dated at the beginning of the span, as it has no date of its own. */
export function ownedTwice(team: Team, fromMs: number): readonly Draft[] {
  return team.pipelines.flatMap((pipeline): Draft[] => {
    if (pipeline.primary !== pipeline.secondary) return []
    const why = `${personName(team, pipeline.primary)} is primary and secondary owner of ${pipeline.name}, so its secondary rung has nobody new to tell.`
    const hint = 'Name somebody else as secondary.'
    const date = toIso(fromMs).slice(0, 10)
    return [
      {
        kind: 'same-person',
        severity: 'warning',
        date,
        who: [pipeline.primary],
        about: pipeline.id,
        why,
        hint,
        remedies: [{ kind: 'name-owner', pipelineId: pipeline.id, role: 'secondary' }],
      },
    ]
  })
}
