import { openDeadlines } from '../../../shared/incident/deadlines.ts'
import { defaultPolicy, type Policy } from '../../../shared/schedule/policy.ts'
import { minuteMs } from '../../support/log-builder.ts'
import type { LadderSimulator } from './ladder-simulator.ts'

/** Every open deadline, with the minutes after detection at which it is due. */
export const dueMinutes = (simulator: LadderSimulator): readonly (readonly [string, number])[] =>
  openDeadlines(simulator.context).map((each) => [each.id, (each.dueAtMs - minuteMs(0)) / 60_000] as const)

/** The firings written down so far: which rung, and what came of it. */
export const outcomes = (simulator: LadderSimulator): readonly string[] =>
  simulator.ofType('rung.fired').map(({ data }) => `${data.rungId} ${data.outcome}`)

/** Everybody told so far: for which rung, who, and for which time. */
export const told = (simulator: LadderSimulator): readonly string[] =>
  simulator.ofType('notification.requested').map(({ data }) => `${data.rungId} ${data.person.id} ${data.attempt}`)

/** A policy with these rungs; one that tells nobody asks. */
export const rungsOf = (...rungs: readonly (readonly [id: string, after: string, who: string | null])[]): Policy => ({
  ...defaultPolicy,
  rungs: rungs.map(([id, after, who]) => ({
    id,
    after,
    action: who === null ? { do: 'ask' as const } : { do: 'tell' as const, who },
  })),
})
