import { shortTime, spanWords } from '../../../ui/time-words.ts'

const MINUTES = [15, 30, 60, 120, 240] as const

/** When a next update may be promised for, as choices; `value` is minutes from now. */
export const promiseTimes = (nowMs: number, zone: string): readonly { value: string; label: string }[] =>
  MINUTES.map((minutes) => ({
    value: String(minutes),
    label: `in ${spanWords(minutes * 60_000)}, at ${shortTime(nowMs + minutes * 60_000, zone)}`,
  }))

/** The instant that a choice means, on the minute that its label shows. */
export const promisedAt = (nowMs: number, minutes: string): string =>
  new Date(Math.floor((nowMs + Number(minutes) * 60_000) / 60_000) * 60_000).toISOString()
