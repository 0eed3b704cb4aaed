import { dateOfDay, dayNumberAt, isoWeekday, startOfDay } from '../../../../shared/schedule/zone-clock.ts'
import { placeIn, type Span } from '../window-of-weeks.ts'

/** A line or a band of the picture's background: shares of its width. */
export type Tick = { readonly key: string; readonly at: number; readonly label: string }
export type Band = { readonly key: string; readonly from: number; readonly to: number }

/** What stands behind the lanes: weeks, months and weekends on the wall of a zone. */
export type Axis = {
  readonly weeks: readonly Tick[]
  readonly months: readonly Tick[]
  readonly weekends: readonly Band[]
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Beyond this many days single weeks are too narrow to tell apart: only months are drawn. */
export const MOST_DAYS_IN_WEEKS = 140

/** `14` for the 14th: the month stands above it. */
const dayLabel = (date: string): string => String(Number(date.slice(8)))

/** Works out the background of a span. Days with a change of the clocks are 23 or 25 hours wide, as they are. */
export function axisOf(span: Span, zone: string): Axis {
  const first = dayNumberAt(span.fromMs, zone)
  const last = dayNumberAt(span.toMs - 1, zone)
  const place = (day: number): number => placeIn(span, startOfDay(day, zone))
  const weeks: Tick[] = []
  const monthTicks: Tick[] = []
  const weekends: Band[] = []
  for (let day = first; day <= last; day += 1) {
    const date = dateOfDay(day)
    if (isoWeekday(day) === 1) weeks.push({ key: date, at: place(day), label: dayLabel(date) })
    if (isoWeekday(day) === 6) weekends.push({ key: date, from: place(day), to: place(day + 2) })
    if (day === first || date.endsWith('-01')) {
      const month = months[Number(date.slice(5, 7)) - 1] ?? ''
      const label = day === first || month === 'Jan' ? `${month} ${date.slice(0, 4)}` : month
      monthTicks.push({ key: date, at: place(day), label })
    }
  }
  const crowded = (tick: Tick, next: Tick | undefined): boolean => next !== undefined && next.at - tick.at < 0.06
  if (last - first > MOST_DAYS_IN_WEEKS) {
    return { weeks: monthTicks.map((tick) => ({ ...tick, label: '' })), months: monthTicks, weekends: [] }
  }
  return { weeks, months: monthTicks.filter((tick, at) => !crowded(tick, monthTicks[at + 1])), weekends }
}
