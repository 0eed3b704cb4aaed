import { rangeBounds } from './rotation-slots.ts'
import { findPipeline, type HolidayMode, type Team } from './team.ts'
import { dateInWords, toIso } from './wall-clock.ts'

/** A holiday mode with its bounds as instants, UTC ISO, end excluded, and what it says in words for the screen. */
export type HolidayModeInForce = {
  readonly mode: HolidayMode
  readonly startsAt: string
  readonly endsAt: string
  readonly words: string
}

function inWords({ reason, to, severityFloor, tiers, thresholds }: HolidayMode): string {
  const agreed = [
    severityFloor === undefined ? null : `only SEV-${severityFloor} and worse page`,
    tiers.length === 0 ? null : `${tiers.join(' and ')} pipelines wait`,
    thresholds ?? null,
  ].filter((part) => part !== null)
  const what = agreed.length === 0 ? '' : `: ${agreed.join('; ')}`
  return `${reason}, until ${dateInWords(to)}${what}.`
}

/** The holiday modes that touch a span (epoch ms, end excluded), soonest first. */
export function holidayModesBetween(team: Team, fromMs: number, toMs: number): readonly HolidayModeInForce[] {
  return team.holidayModes
    .map((mode) => ({ mode, ...rangeBounds(mode, mode.timezone) }))
    .filter((mode) => mode.fromMs < toMs && mode.toMs > fromMs)
    .sort((one, other) => one.fromMs - other.fromMs)
    .map((one) => ({
      mode: one.mode,
      startsAt: toIso(one.fromMs),
      endsAt: toIso(one.toMs),
      words: inWords(one.mode),
    }))
}

/** The holiday modes in force at an instant (epoch ms): what Tonight shows (S3.2). */
export const holidayModesAt = (team: Team, instantMs: number): readonly HolidayModeInForce[] =>
  holidayModesBetween(team, instantMs, instantMs + 1)

/**
 * Why a page waits because of a holiday mode at an instant (epoch ms), in words; null when none makes it wait.
 * `severity` counts from 1, the worst. A pipeline that team.yaml does not know waits by severity alone.
 */
export function holidayRelief(team: Team, pipelineId: string, severity: number, instantMs: number): string | null {
  const tier = findPipeline(team, pipelineId)?.tier
  for (const { mode } of holidayModesAt(team, instantMs)) {
    if (mode.severityFloor !== undefined && severity > mode.severityFloor) {
      return `until ${dateInWords(mode.to)} only SEV-${mode.severityFloor} and worse page (${mode.reason})`
    }
    if (tier !== undefined && mode.tiers.includes(tier)) {
      return `until ${dateInWords(mode.to)} ${tier} pipelines wait (${mode.reason})`
    }
  }
  return null
}
