import { rangeBounds } from './rotation-slots.ts'
import { findPipeline, type HolidayMode, type PagingHours, type Team, tiers, type Weekday } from './team.ts'
import { dateInWords, toIso } from './wall-clock.ts'

/** A holiday mode with its bounds as instants, UTC ISO, end excluded, and what it says in words for the screen. */
export type HolidayModeInForce = {
  readonly mode: HolidayMode
  readonly startsAt: string
  readonly endsAt: string
  readonly words: string
}

/** Every day from 09:00 to 18:00: when a severity that waits over a holiday may page, unless the team says otherwise. */
const usualMorning = { from: '09:00', to: '18:00', days: 'daily' } as const

const morningOf = (mode: HolidayMode): PagingHours => mode.hours ?? { ...usualMorning, timezone: mode.timezone }

/** `twice`, `1.5 times`. */
export const timesWords = (times: number): string => (times === 2 ? 'twice' : `${times} times`)

/** What a holiday mode relaxes, part by part in words; empty when it relaxes nothing and only says so. */
export function relaxationsOf(mode: HolidayMode): readonly string[] {
  const { stretch, severityFloor, thresholds } = mode
  return [
    ...(stretch === undefined ? [] : [`the ladder takes ${timesWords(stretch)} as long, SEV-1 excepted`]),
    ...(severityFloor === undefined ? [] : [`below SEV-${severityFloor} pages wait until ${morningOf(mode).from}`]),
    ...(thresholds === undefined ? [] : [thresholds]),
  ]
}

/** What was agreed, without the name and the days: `the ladder takes twice as long, SEV-1 excepted; experiment pipelines only`. */
export const agreementInWords = (mode: HolidayMode): string =>
  [...relaxationsOf(mode), ...(mode.tiers.length === 0 ? [] : [`${mode.tiers.join(' and ')} pipelines only`])].join(
    '; ',
  )

function inWords(mode: HolidayMode): string {
  const what = agreementInWords(mode)
  return `${mode.reason}, until ${dateInWords(mode.to)}${what === '' ? '' : `: ${what}`}.`
}

const boundsOf = (mode: HolidayMode) => rangeBounds(mode, mode.timezone)

/** The holiday modes that touch a span (epoch ms, end excluded), soonest first. */
export function holidayModesBetween(team: Team, fromMs: number, toMs: number): readonly HolidayModeInForce[] {
  return team.holidayModes
    .map((mode) => ({ mode, ...boundsOf(mode) }))
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

/** Do two modes hold on a common day for a common pipeline? Then only what both relax would be relaxed (E15). */
export function modesOverlap(one: HolidayMode, other: HolidayMode): boolean {
  const [first, second] = [boundsOf(one), boundsOf(other)]
  const tiersOf = (mode: HolidayMode) => (mode.tiers.length === 0 ? tiers : mode.tiers)
  const shareTier = tiersOf(one).some((tier) => tiersOf(other).includes(tier))
  return shareTier && first.fromMs < second.toMs && second.fromMs < first.toMs
}

/** What a mode relaxes for one incident, with its bounds as instants: the shape that a declaration keeps (E15). */
export type AgreedRelief = {
  reason: string
  startsAt: string
  endsAt: string
  stretch: number | null
  severityFloor: number | null
  hours: (Omit<PagingHours, 'days'> & { days: 'daily' | 'weekdays' | Weekday[] }) | null
}

/** Hours with a list of days of their own, since a fact is written down as it is. */
const ownHours = (hours: PagingHours) => ({
  ...hours,
  days: typeof hours.days === 'string' ? hours.days : [...hours.days],
})

/**
 * What the team has agreed to relax for a pipeline from an instant (epoch ms) on, soonest first (E15): modes that are over, that are
 * for other tiers, or that relax neither the ladder nor a severity are left out. A pipeline that team.yaml does not know has no tier.
 */
export function reliefFor(team: Team, pipelineId: string | undefined, fromMs: number): AgreedRelief[] {
  const tier = findPipeline(team, pipelineId)?.tier
  return holidayModesBetween(team, fromMs, Number.POSITIVE_INFINITY).flatMap(({ mode, startsAt, endsAt }) => {
    const isMeant = mode.tiers.length === 0 || (tier !== undefined && mode.tiers.includes(tier))
    const { stretch = null, severityFloor = null } = mode
    if (!isMeant || (stretch === null && severityFloor === null)) return []
    const hours = severityFloor === null ? null : ownHours(morningOf(mode))
    return [{ reason: mode.reason, startsAt, endsAt, stretch, severityFloor, hours }]
  })
}
