import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { exportCalendar } from '../../../shared/schedule/calendar/export-calendar.ts'
import { dutiesBetween } from '../../../shared/schedule/duties.ts'
import { fairnessOf, loadPerPerson } from '../../../shared/schedule/load.ts'
import { scheduleFindings } from '../../../shared/schedule/schedule-findings.ts'
import { scheduleQuality } from '../../../shared/schedule/schedule-quality.ts'
import type { Team } from '../../../shared/schedule/team.ts'
import { dateAt, timeAt } from '../../../shared/schedule/wall-clock.ts'
import { checkCalendar } from '../../support/calendar-checker.ts'
import { demoTeam as team } from '../../support/demo-team.ts'
import { at, onlyRotation } from './sample-team.ts'

const golden = (name: string) => fileURLToPath(new URL(`../../../fixtures/schedules/${name}`, import.meta.url))
const zone = 'America/New_York'

const moment = (ms: number) => `${dateAt(ms, zone)} ${timeAt(ms, zone)}`

/** Every turn on a line of its own, in New York time. */
function turns(each: Team, fromMs: number, toMs: number): string[] {
  return dutiesBetween(onlyRotation(each), each, fromMs, toMs)
    .toSorted((one, other) => one.fromMs - other.fromMs || one.role.localeCompare(other.role) * -1)
    .map(({ role, holder, fromMs: from, toMs: to }) => {
      const hours = `${((to - from) / 3_600_000).toFixed(0).padStart(3)} h`
      const who = holder.kind === 'person' ? holder.person.id : `nobody: ${holder.reason}`
      const instead = holder.kind === 'person' && holder.standsInFor ? ` for ${holder.standsInFor}` : ''
      return `${moment(from)}  ${moment(to)}  ${hours}  ${role.padEnd(7)}  ${who}${instead}`
    })
}

const findings = (each: Team, fromMs: number, toMs: number) =>
  scheduleFindings(each, fromMs, toMs).map(
    ({ date, severity, kind, why }) => `${date}  ${severity.padEnd(7)}  ${kind.padEnd(17)}  ${why}`,
  )

function loads(each: Team, fromMs: number, toMs: number): string[] {
  const found = loadPerPerson(each, fromMs, toMs)
  const number = (value: number) => value.toFixed(2).padStart(8)
  const rows = found.map(({ person, weeks, backupWeeks, nights, weekends, holidays, majorHolidays, strain }) =>
    [person.id.padEnd(8), ...[weeks, backupWeeks, nights, weekends, holidays, majorHolidays, strain].map(number)].join(
      '',
    ),
  )
  return [
    'person     weeks  backup  nights weekends holidays  major  strain',
    ...rows,
    `fairness ${fairnessOf(found).measure.toFixed(3)}`,
  ]
}

function inWords(each: Team, fromMs: number, toMs: number): string {
  const { score, parts } = scheduleQuality(each, fromMs, toMs)
  const section = (title: string, lines: readonly string[]) => `## ${title}\n\n${lines.join('\n')}\n`
  return [
    section(`Turns, ${zone}`, turns(each, fromMs, toMs)),
    section('Findings', findings(each, fromMs, toMs)),
    section('Load', loads(each, fromMs, toMs)),
    section('Quality', [`${score} of 100`, ...parts.map(({ name, why }) => `${name}: ${why}`)]),
  ].join('\n')
}

describe('golden schedules of the demo team', () => {
  it.each([
    ['demo-2026.txt', '2026-10-26T14:00:00Z', '2027-01-01T05:00:00Z'],
    ['demo-2027.txt', '2027-01-01T05:00:00Z', '2028-01-01T05:00:00Z'],
    ['demo-2028.txt', '2028-01-01T05:00:00Z', '2029-01-01T05:00:00Z'],
  ])('S1 S2 S3 S4 S6 %s', async (name, from, to) => {
    await expect(inWords(team, at(from), at(to))).toMatchFileSnapshot(golden(name))
  })

  it.each([
    ['demo-year-end-2026.ics', '2026-12-14T15:00:00Z', '2027-01-11T15:00:00Z'],
    ['demo-year-end-2027.ics', '2027-12-13T15:00:00Z', '2028-01-10T15:00:00Z'],
  ])('S5 %s', async (name, from, to) => {
    const calendar = exportCalendar(team, { kind: 'everything' }, at(from), at(to), at('2026-11-20T03:00:00Z'))
    if (!calendar.ok) throw new Error(calendar.error)
    checkCalendar(calendar.value)
    await expect(calendar.value).toMatchFileSnapshot(golden(name))
  })
})
