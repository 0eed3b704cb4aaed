import { isPagingAllowed, windowOfDay } from './paging-hours.ts'
import type { Layer } from './team.ts'
import { weekdays } from './team.ts'
import { wallTimeOfDay } from './wall-clock.ts'
import { dayNumber, dayNumberAt, isoWeekday, startOfDay } from './zone-clock.ts'

/** What weeks on call are made of: a rotation, or a layer over one. */
export type WeeklyTurns = Pick<Layer, 'start' | 'until' | 'handover' | 'hours' | 'weeks'>

/** The handovers of weekly turns; weeks count from 0 at the first handover and go on backwards below it. All in epoch ms. */
export type WeeklyClock = {
  readonly turns: WeeklyTurns
  readonly firstMs: number
  /** The end of its last day; infinite without one. */
  readonly untilMs: number
  readonly handoverMs: (week: number) => number
  readonly weekAt: (instantMs: number) => number
}

const weekMs = 7 * 24 * 3_600_000

function firstHandoverDay({ start, handover }: WeeklyTurns): number {
  let day = dayNumber(start)
  while (weekdays[isoWeekday(day) - 1] !== handover.day) day += 1
  return day
}

/** The clock of weekly turns. A week is found by dividing first and then correcting by the wall clock, since DST weeks are not 168 h. */
export function weeklyClock(turns: WeeklyTurns): WeeklyClock {
  const { at, timezone } = turns.handover
  const firstDay = firstHandoverDay(turns)
  const handoverMs = (week: number): number => wallTimeOfDay(firstDay + 7 * week, at, timezone)
  const firstMs = handoverMs(0)
  const untilMs =
    turns.until === undefined ? Number.POSITIVE_INFINITY : startOfDay(dayNumber(turns.until) + 1, timezone)
  const weekAt = (instantMs: number): number => {
    let week = Math.floor((instantMs - firstMs) / weekMs)
    while (handoverMs(week) > instantMs) week -= 1
    while (handoverMs(week + 1) <= instantMs) week += 1
    return week
  }
  return { turns, firstMs, untilMs, handoverMs, weekAt }
}

/** The place in the weeks, from 0, that has duty at an instant; null before the start, after the end, outside the hours, or without weeks. */
export function placeOnDuty({ turns, firstMs, untilMs, weekAt }: WeeklyClock, instantMs: number): number | null {
  if (turns.weeks.length === 0 || instantMs < firstMs || instantMs >= untilMs) return null
  if (turns.hours && !isPagingAllowed(turns.hours, instantMs)) return null
  return weekAt(instantMs) % turns.weeks.length
}

/** Every instant between two (epoch ms, both finite) at which the turns may change hands: handovers, hours, the start and the end. */
export function changesBetween(clock: WeeklyClock, fromMs: number, toMs: number): readonly number[] {
  const { turns, firstMs, untilMs, handoverMs, weekAt } = clock
  if (turns.weeks.length === 0 || toMs <= firstMs || fromMs >= untilMs) return []
  const changes = [untilMs]
  for (let week = weekAt(Math.max(fromMs, firstMs)); handoverMs(week) < toMs; week += 1) changes.push(handoverMs(week))
  if (!turns.hours) return changes
  const { hours } = turns
  const last = dayNumberAt(toMs, hours.timezone)
  for (let day = dayNumberAt(fromMs, hours.timezone) - 1; day <= last; day += 1) {
    const window = windowOfDay(hours, day)
    if (window) changes.push(window.fromMs, window.toMs)
  }
  return changes
}
