import { z } from 'zod'
import { instantSchema } from '../incident/primitives.ts'
import type { Alert } from './alert.ts'

/** How long after an alert was resolved a report of the same start is late mail; after that it fires again. Senders retry for minutes. */
const LATE_MAIL_MS = 15 * 60_000

const at = instantSchema.nullable()

/** One time that an alert fired: every instant is one at which this console heard something, but `startsAt` and `endsAt`. */
export const episodeSchema = z.object({
  startsAt: at,
  endsAt: at,
  firedFirstAt: at,
  firedLastAt: at,
  resolvedFirstAt: at,
  resolvedLastAt: at,
  acknowledgedAt: at,
  /** How often each was reported: repeats and retries are normal. */
  fired: z.number().int().min(0),
  resolved: z.number().int().min(0),
  /** What somebody decided last, and when. */
  dismissed: z.object({ at: instantSchema, is: z.boolean() }).nullable(),
  attached: z.object({ at: instantSchema, incident: z.string().min(1) }).nullable(),
})

/** One time that an alert fired, as far as it was heard. */
export type Episode = z.infer<typeof episodeSchema>

/** Nothing heard yet. */
export const noEpisode: Episode = {
  startsAt: null,
  endsAt: null,
  firedFirstAt: null,
  firedLastAt: null,
  resolvedFirstAt: null,
  resolvedLastAt: null,
  acknowledgedAt: null,
  fired: 0,
  resolved: 0,
  dismissed: null,
  attached: null,
}

/** The earlier of two instants, of which either may be unknown; UTC ISO with milliseconds sorts as text. */
export const earlier = (one: string | null, other: string | null): string | null =>
  one === null || (other !== null && other < one) ? other : one

/** The later of two instants, of which either may be unknown. */
export const later = (one: string | null, other: string | null): string | null =>
  one === null || (other !== null && other > one) ? other : one

/** An episode with one more report of it. Adding reports in any order gives the same. */
export function withReport(episode: Episode, alert: Alert, heardAt: string): Episode {
  const startsAt = earlier(episode.startsAt, alert.startsAt)
  if (alert.status === 'resolved') {
    return {
      ...episode,
      startsAt,
      endsAt: later(episode.endsAt, alert.endsAt),
      resolvedFirstAt: earlier(episode.resolvedFirstAt, heardAt),
      resolvedLastAt: later(episode.resolvedLastAt, heardAt),
      resolved: episode.resolved + 1,
    }
  }
  return {
    ...episode,
    startsAt,
    firedFirstAt: earlier(episode.firedFirstAt, heardAt),
    firedLastAt: later(episode.firedLastAt, heardAt),
    acknowledgedAt: alert.acknowledged ? later(episode.acknowledgedAt, heardAt) : episode.acknowledgedAt,
    fired: episode.fired + 1,
  }
}

/** Whether an episode, resolved once, is firing again under the same start: heard too long after for a retry that was late. */
const firesAgain = ({ firedLastAt, resolvedLastAt }: Episode): boolean =>
  firedLastAt !== null && resolvedLastAt !== null && Date.parse(firedLastAt) - Date.parse(resolvedLastAt) > LATE_MAIL_MS

/** Whether its own end was reported, and it did not begin again since. */
export const isEnded = (episode: Episode): boolean => episode.resolvedLastAt !== null && !firesAgain(episode)

/** Whether somebody put it away, and nothing has happened since that they did not see. */
export function isDismissed(episode: Episode): boolean {
  const { dismissed, resolvedLastAt } = episode
  if (dismissed?.is !== true) return false
  return !(firesAgain(episode) && resolvedLastAt !== null && resolvedLastAt > dismissed.at)
}
