import { relaxationsOf } from '../../../../shared/schedule/holiday-modes.ts'
import { parseDurationMs, type Rung, resolvePolicy } from '../../../../shared/schedule/policy.ts'
import { type ScheduleChange, sameMode } from '../../../../shared/schedule/swaps/schedule-change.ts'
import type { HolidayMode, Pipeline, Team } from '../../../../shared/schedule/team.ts'
import { spanWords } from '../../../ui/time-words.ts'
import { rangeWords } from './ranges.ts'

const isMeant = (mode: HolidayMode, { tier }: Pipeline): boolean => mode.tiers.length === 0 || mode.tiers.includes(tier)

const rungName = ({ action }: Rung): string => (action.do === 'ask' ? 'question' : action.who)

/** `question after 1 h instead of 30 min, secondary after 2 h instead of 1 h`. */
const slowed = ({ policy }: Pipeline, stretch: number): string =>
  resolvePolicy(policy)
    .rungs.map((rung) => {
      const delayMs = parseDurationMs(rung.after) ?? 0
      return `${rungName(rung)} after ${spanWords(delayMs * stretch)} instead of ${spanWords(delayMs)}`
    })
    .join(', ')

function linesOf(team: Team, mode: HolidayMode): readonly string[] {
  const meant = team.pipelines.filter((pipeline) => isMeant(mode, pipeline))
  const { stretch } = mode
  const ladders = new Map<string, string[]>()
  for (const pipeline of stretch === undefined ? [] : meant) {
    const words = slowed(pipeline, stretch ?? 1)
    ladders.set(words, [...(ladders.get(words) ?? []), pipeline.name])
  }
  const others = relaxationsOf(mode).filter((words) => !words.startsWith('the ladder'))
  return [...[...ladders].map(([words, names]) => `${names.join(', ')}: ${words}`), ...others]
}

/** What changes do to the ladders of incidents, in words: which rung of which pipeline comes how much later, and what waits. */
export function ladderEffect(team: Team, changes: readonly ScheduleChange[]): readonly string[] {
  return changes.flatMap((change): readonly string[] => {
    switch (change.kind) {
      case 'holiday-mode':
      case 'edit-holiday-mode':
        return linesOf(team, change.mode)
      case 'remove-holiday-mode':
        return [`The normal ladder, ${rangeWords(change.mode)}`]
      default:
        return []
    }
  })
}

/** What lies between two versions of a team for the ladders: the modes that go, and those that come or become others. */
export function ladderBetween(before: Team, after: Team): readonly string[] {
  const gone = before.holidayModes.filter((mode) => !after.holidayModes.some((each) => sameMode(each, mode)))
  const known = new Set(before.holidayModes.map((mode) => JSON.stringify(mode)))
  const come = after.holidayModes.filter((mode) => !known.has(JSON.stringify(mode)))
  return ladderEffect(after, [
    ...gone.map((mode) => ({ kind: 'remove-holiday-mode', mode }) as const),
    ...come.map((mode) => ({ kind: 'holiday-mode', mode }) as const),
  ])
}
