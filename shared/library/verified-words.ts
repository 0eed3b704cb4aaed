import { calendarDayIn } from '../kit/calendar-day.ts'
import { dateInWords } from '../schedule/wall-clock.ts'

const DAY_MS = 86_400_000

/** How far a runbook can be trusted, in words; `isOld` when it was never verified or that is long ago. */
export type Verified = { readonly words: string; readonly isOld: boolean }

/** A runbook that names no period of its own is looked at again after this. */
export const OLD_AFTER_DAYS = 180

const dayMs = (day: string): number => Date.parse(`${day}T00:00:00Z`)

/** How long ago a day was, counted in days from it: `today`, `12 days ago`, `3 months ago`. */
export function daysAgoInWords(days: number): string {
  if (days === 0) return 'today'
  if (days === 1) return 'yesterday'
  if (days < 60) return `${days} days ago`
  return days < 730 ? `${Math.round(days / 30.44)} months ago` : `${Math.floor(days / 365.25)} years ago`
}

/** Reads `lastVerified` against today; both are calendar days, YYYY-MM-DD, where the reader is. */
export function verifiedWords(lastVerified: string | null, today: string): Verified {
  if (lastVerified === null) return { words: 'never verified', isOld: true }
  const day = calendarDayIn(lastVerified)
  if (day === null) return { words: `verified "${lastVerified}"`, isOld: true }
  const days = Math.round((dayMs(today) - dayMs(day)) / DAY_MS)
  if (days < 0) return { words: `verified ${dateInWords(day)}, which is to come`, isOld: true }
  return { words: `verified ${daysAgoInWords(days)}`, isOld: days > OLD_AFTER_DAYS }
}
