import { exportCalendar } from '../../shared/schedule/calendar/export-calendar.ts'
import { dutiesBetween } from '../../shared/schedule/duties.ts'
import { loadPerPerson } from '../../shared/schedule/load.ts'
import { shiftsBetween, whoIsOnCall } from '../../shared/schedule/on-call.ts'
import { scheduleFindings } from '../../shared/schedule/schedule-findings.ts'
import { scheduleQuality } from '../../shared/schedule/schedule-quality.ts'
import { editTeamYaml } from '../../shared/schedule/swaps/edit-team-yaml.ts'
import { effectOfChange } from '../../shared/schedule/swaps/effect-of-change.ts'
import { proposeSwaps } from '../../shared/schedule/swaps/propose-swaps.ts'
import type { ScheduleChange } from '../../shared/schedule/swaps/schedule-change.ts'
import type { Team } from '../../shared/schedule/team.ts'
import { type BenchRow, percentile, timed } from './append-setup.ts'
import { largeTeam, largeTeamText } from './schedule-setup.ts'

const weekMs = 7 * 24 * 3_600_000
const fromMs = Date.parse('2026-11-02T15:00:00Z')
const toMs = fromMs + 104 * weekMs
const nowMs = fromMs + 3 * weekMs
const rounds = 40

const change: ScheduleChange = {
  kind: 'stand-in',
  rotationId: 'r1',
  overrides: [{ from: '2026-12-24', to: '2026-12-26', person: 'p9' }],
  temporary: [],
}
const turn = { fromMs: nowMs + 4 * weekMs, toMs: nowMs + 5 * weekMs }
const text = largeTeamText()

type Task = { readonly name: string; readonly run: (team: Team) => unknown; readonly target?: string }

const tasks: readonly Task[] = [
  {
    name: 'shifts of 5 rotations over 2 years',
    run: (team) => team.rotations.map((rotation) => shiftsBetween(rotation, team, fromMs, toMs)),
    target: '< 50 ms p95',
  },
  {
    name: 'shifts, duties and load over 2 years',
    run: (team) => [
      team.rotations.map((rotation) => shiftsBetween(rotation, team, fromMs, toMs)),
      team.rotations.map((rotation) => dutiesBetween(rotation, team, fromMs, toMs)),
      loadPerPerson(team, fromMs, toMs),
    ],
    target: '< 50 ms p95',
  },
  { name: 'load over 2 years', run: (team) => loadPerPerson(team, fromMs, toMs) },
  { name: 'findings over 12 weeks', run: (team) => scheduleFindings(team, nowMs, nowMs + 12 * weekMs) },
  { name: 'findings over 2 years', run: (team) => scheduleFindings(team, fromMs, toMs) },
  { name: 'quality over 12 weeks', run: (team) => scheduleQuality(team, nowMs, nowMs + 12 * weekMs) },
  { name: 'proposed partners for a week', run: (team) => proposeSwaps(team, 'r1', turn, nowMs) },
  { name: 'effect of a change over 12 weeks', run: (team) => effectOfChange(team, change, nowMs) },
  { name: 'edit of team.yaml', run: () => editTeamYaml(text, change) },
  {
    name: 'calendar of everything, 1 year',
    run: (team) => exportCalendar(team, { kind: 'everything' }, fromMs, fromMs + 52 * weekMs, nowMs),
  },
  {
    name: '1,000 answers of who is on call',
    run: (team) => {
      const [rotation] = team.rotations
      for (let hour = 0; rotation && hour < 1_000; hour += 1) whoIsOnCall(rotation, team, fromMs + hour * 3_600_000)
    },
  },
]

/** The schedule of 20 people in 5 rotations: each round on a team of its own, so that nothing remembered for another helps; only the holidays and zones of the first are known. */
export function benchSchedule(): BenchRow[] {
  return tasks.flatMap(({ name, run, target }): BenchRow[] => {
    const cold = timed(() => run(largeTeam(text)))
    const teams = Array.from({ length: rounds }, () => largeTeam(text))
    const durations = teams.map((team) => timed(() => run(team)))
    return [
      { name: `${name}, first ever with parsing`, value: cold, unit: 'ms' },
      { name: `${name}, best`, value: Math.min(...durations), unit: 'ms' },
      { name: `${name}, p50`, value: percentile(durations, 0.5), unit: 'ms' },
      { name: `${name}, p95`, value: percentile(durations, 0.95), unit: 'ms', ...(target !== undefined && { target }) },
    ]
  })
}

if (import.meta.main) {
  for (const { name, value, unit, target } of benchSchedule()) {
    console.log([name.padEnd(64), value.toFixed(3).padStart(10), unit, target ?? ''].join(' '))
  }
}
