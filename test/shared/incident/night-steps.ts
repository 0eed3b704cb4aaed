import fc from 'fast-check'
import { comingRungs, rungDueAtMs } from '../../../shared/incident/deadlines.ts'
import type { Severity } from '../../../shared/incident/primitives.ts'
import { defaultPolicy, type Policy } from '../../../shared/schedule/policy.ts'
import { rungsOf } from './ladder-readings.ts'
import type { LadderSimulator } from './ladder-simulator.ts'

/** One thing that happens in a night, by name for a readable counterexample. */
export type NightStep = { readonly name: string; readonly does: (simulator: LadderSimulator) => unknown }

const minuteLength = 60_000
const hourLength = 60 * minuteLength

const named = (name: string, does: NightStep['does']): NightStep => ({ name, does, toString: () => name }) as NightStep

const lifecycleSteps: readonly NightStep[] = [
  named('acknowledge', (simulator) => simulator.say('incident.acknowledged', {})),
  named('mitigate', (simulator) => simulator.say('incident.mitigated', {})),
  named('recur', (simulator) => simulator.say('incident.recurred', { reason: 'it is back' })),
  named('resolve', (simulator) => simulator.say('incident.resolved', {})),
  named('reopen', (simulator) => simulator.say('incident.reopened', { reason: 'it is back' })),
  named('review', (simulator) => simulator.say('incident.reviewed', {})),
  named('close', (simulator) => simulator.say('incident.closed', {})),
  named('answer: notify secondary', (simulator) => simulator.answer('notifySecondary')),
  named('answer: fixed', (simulator) => simulator.answer('fixed')),
  named('restart', (simulator) => simulator.restart()),
  named('power failure', tear),
]

function snooze(simulator: LadderSimulator, minutes: number): boolean {
  const rung = comingRungs(simulator.context)[0]
  if (rung === undefined) return false
  const until = new Date(rungDueAtMs(simulator.context, rung) + minutes * minuteLength).toISOString()
  return simulator.say('rung.snoozed', {
    rungId: rung.id,
    deadlineId: simulator.deadlineId(rung.id),
    until,
    reason: 'x',
  })
}

function reach(simulator: LadderSimulator): boolean {
  const last = simulator.context.notifications.at(-1)
  if (last === undefined) return false
  const { notification, person } = last
  return simulator.say('call.made', { person, notification, channel: 'phone', outcome: 'reached' })
}

function changeSeverity(simulator: LadderSimulator, to: Severity): boolean {
  return simulator.say('severity.changed', { from: simulator.context.severity, to })
}

/** Power fails between a rung and the telling of somebody: the line being written is torn off and moved aside (J5). What was written before this moment stays. */
function tear(simulator: LadderSimulator): void {
  const last = simulator.records.at(-1)
  const isBeingWritten = last !== undefined && Date.parse(last.at) === simulator.nowMs
  if (isBeingWritten && (last.type === 'notification.requested' || last.type === 'rung.exhausted'))
    simulator.records.pop()
  simulator.restart()
}

const advanceAny = (simulator: LadderSimulator, index: number): boolean => {
  const { rungs } = simulator.context.policy
  return simulator.advanceRung(rungs[index % rungs.length]?.id ?? '')
}

/** Anything that a person, the laptop or its clock may do in a night. */
export const nightStep: fc.Arbitrary<NightStep> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...lifecycleSteps) },
  {
    weight: 4,
    arbitrary: fc.integer({ min: 1, max: 8 * minuteLength }).map((ms) => named(`pass ${ms} ms`, (it) => it.step(ms))),
  },
  {
    weight: 3,
    arbitrary: fc.integer({ min: 1, max: 9 * hourLength }).map((ms) => named(`sleep ${ms} ms`, (it) => it.step(ms))),
  },
  {
    weight: 1,
    arbitrary: fc
      .integer({ min: 1, max: 31 })
      .map((days) => named(`off ${days} d`, (it) => it.step(days * 24 * hourLength).restart())),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(-hourLength, hourLength, -1, 1, -30 * minuteLength)
      .map((ms) => named(`clock set ${ms} ms`, (it) => it.step(ms))),
  },
  {
    weight: 1,
    arbitrary: fc
      .integer({ min: -5, max: 40 })
      .map((minutes) => named(`snooze ${minutes}`, (it) => snooze(it, minutes))),
  },
  { weight: 1, arbitrary: fc.nat({ max: 5 }).map((index) => named(`advance ${index}`, (it) => advanceAny(it, index))) },
  {
    weight: 1,
    arbitrary: fc
      .integer({ min: -1, max: 90 })
      .map((minutes) => named(`more time ${minutes}`, (it) => it.moreTime(it.nowMs + minutes * minuteLength))),
  },
  { weight: 1, arbitrary: fc.constant(named('reach the last one told', reach)) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(1, 2, 3, 4, 5)
      .map((to) => named(`SEV-${to}`, (it) => changeSeverity(it, to as Severity))),
  },
)

/** Policies of all the shapes that people write. */
export const nightPolicy: fc.Arbitrary<Policy> = fc.constantFrom<Policy>(
  defaultPolicy,
  { ...defaultPolicy, clock: 'sla', repeat: 0 },
  rungsOf(['lead', 'P30D', 'lead']),
  rungsOf(
    ['a', 'PT5M', null],
    ['b', 'PT10M', null],
    ['c', 'PT11M', 'eng-b'],
    ['d', 'PT12M', 'lead'],
    ['e', 'PT13M', 'cto'],
  ),
  rungsOf(['lead', 'PT1M', 'lead'], ['ask', 'PT20M', null], ['secondary', 'PT40M', 'secondary']),
  rungsOf(),
)

/** Nights on which the clocks change in New York, a common night, and hours that close over midnight. */
export const nightDeclaration = fc.record({
  detectedAt: fc.constantFrom('2026-11-01T04:50:00.000Z', '2027-03-14T06:20:00.000Z', '2026-11-14T03:00:00.000Z'),
  severity: fc.constantFrom<Severity>(1, 2, 3, 4),
  slaAt: fc.constantFrom(null, '2026-11-01T06:30:00.000Z', '2027-03-14T06:00:00.000Z'),
  policy: nightPolicy,
  pagingHours: fc.constantFrom(
    null,
    { from: '07:00', to: '22:00', timezone: 'America/New_York', days: 'daily' as const },
    { from: '21:00', to: '02:30', timezone: 'America/New_York', days: 'weekdays' as const },
  ),
})
