const DAY = /^(\d{4}-\d{2}-\d{2})(?:[T ].*)?$/

/** The calendar day at the begin of a text, `2026-12-24`, also where a time of day follows; null when there is none that exists. */
export function calendarDayIn(text: string | null | undefined): string | null {
  const day = DAY.exec(text ?? '')?.[1]
  if (day === undefined) return null
  const ms = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(day) ? day : null
}
