import { dateOfDay, dayNumberAt, isoWeekday, startOfDay } from '../../../../shared/schedule/zone-clock.ts'
import type { Block, Lane, Mark } from '../picture/lanes.ts'
import type { Span } from '../window-of-weeks.ts'

/** One day of a month: who has it, in order, and who is off. */
export type DayCell = Span & {
  readonly date: string
  readonly isInMonth: boolean
  readonly primary: readonly Block[]
  readonly backup: readonly Block[]
  /** Holidays and leave of those with turns. */
  readonly off: readonly { readonly name: string; readonly mark: Mark }[]
}

/** The whole weeks that hold a span, Monday first. */
export function weeksOf(span: Span, zone: string): Span {
  const first = dayNumberAt(span.fromMs, zone)
  const last = dayNumberAt(span.toMs - 1, zone)
  return {
    fromMs: startOfDay(first - isoWeekday(first) + 1, zone),
    toMs: startOfDay(last + 8 - isoWeekday(last), zone),
  }
}

/** The days of the weeks of a month in a zone, seven to a row. `lanes` must reach over `weeksOf` the month. */
export function monthCells(month: Span, zone: string, lanes: readonly Lane[]): readonly (readonly DayCell[])[] {
  const { fromMs, toMs } = weeksOf(month, zone)
  const first = dayNumberAt(fromMs, zone)
  const count = dayNumberAt(toMs - 1, zone) - first + 1
  const touches = (part: Span, day: Span): boolean => part.fromMs < day.toMs && part.toMs > day.fromMs
  const blocks = lanes.flatMap((lane) => lane.blocks).toSorted((one, other) => one.fromMs - other.fromMs)
  const days = Array.from({ length: count }, (_, at): DayCell => {
    const day = { fromMs: startOfDay(first + at, zone), toMs: startOfDay(first + at + 1, zone) }
    const there = blocks.filter((block) => touches(block, day))
    const noon = (day.fromMs + day.toMs) / 2
    return {
      ...day,
      date: dateOfDay(first + at),
      isInMonth: day.fromMs >= month.fromMs && day.fromMs < month.toMs,
      primary: there.filter(({ role }) => role === 'primary'),
      backup: there.filter(({ role }) => role === 'backup'),
      off: lanes.flatMap(({ person, marks }) =>
        person === null
          ? []
          : marks
              .filter((mark) => mark.fromMs <= noon && mark.toMs > noon)
              .map((mark) => ({ name: person.name, mark })),
      ),
    }
  })
  return Array.from({ length: count / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7))
}
