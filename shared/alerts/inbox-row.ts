import { z } from 'zod'
import { instantSchema } from '../incident/primitives.ts'
import { type Alert, type AlertSource, alertSchema, alertSources } from './alert.ts'
import { type Episode, episodeSchema, isEnded, noEpisode, withReport } from './episode.ts'

/** How many times of firing are remembered for one alert; the newest. */
const MOST_EPISODES = 20

/** One alert, whatever number of times it fired and was reported. */
export const inboxRowSchema = z.object({
  /** `source/fingerprint`. */
  id: z.string().min(1),
  source: z.enum(alertSources),
  fingerprint: z.string().min(1),
  /** By when they began: the sender's start, else when the first report of it was heard. */
  episodes: z.record(z.string(), episodeSchema),
  /** Episodes that are no longer remembered one by one. */
  forgotten: z.number().int().min(0),
  /** The report whose words are shown, with the episode and the hour it belongs to. */
  told: z.object({ alert: alertSchema, episode: z.string(), at: instantSchema }),
})

/** One alert of the inbox, folded from its reports. */
export type InboxRow = z.infer<typeof inboxRowSchema>

/** The id of the row that a report belongs to. */
export const rowIdOf = ({ source, fingerprint }: Pick<Alert, 'source' | 'fingerprint'>): string =>
  `${source}/${fingerprint}`

/** Senders whose start names the episode. The others' alerts are open or closed, and a report while open is a repeat. */
const namesEpisodes: ReadonlySet<AlertSource> = new Set<AlertSource>(['alertmanager', 'grafana'])

/** The episode that stands for the row: the newest that fired, else the newest that was heard of. */
export function currentKey({ episodes }: Pick<InboxRow, 'episodes'>): string {
  const keys = Object.keys(episodes).sort()
  return keys.findLast((key) => (episodes[key]?.fired ?? 0) > 0) ?? keys.at(-1) ?? ''
}

/** The episode under a key; an unknown one is one of which nothing was heard. */
export const episodeAt = ({ episodes }: Pick<InboxRow, 'episodes'>, key: string): Episode =>
  (Object.hasOwn(episodes, key) ? episodes[key] : undefined) ?? noEpisode

/**
 * Whether the alert is over: its current episode's end was reported, or the end of one that was never heard firing, after
 * the last report that it fires. A sender that restarted gives another start with the end than with the beginning.
 */
export function isOver(row: Pick<InboxRow, 'episodes'>): boolean {
  const current = episodeAt(row, currentKey(row))
  if (isEnded(current)) return true
  return Object.values(row.episodes).some(
    ({ fired, resolvedLastAt }) =>
      fired === 0 && resolvedLastAt !== null && resolvedLastAt > (current.firedLastAt ?? ''),
  )
}

function keyFor(row: InboxRow | undefined, alert: Alert, heardAt: string): string {
  const { startsAt, status, source } = alert
  const isKnown = row !== undefined && startsAt !== null && Object.hasOwn(row.episodes, startsAt)
  if (startsAt !== null && (isKnown || namesEpisodes.has(source))) return startsAt
  if (row !== undefined && (status === 'resolved' || !isOver(row))) return currentKey(row)
  return startsAt ?? heardAt
}

type Told = InboxRow['told']

/** Of two reports the one to show: one that fires and says something, of the newest episode, the last heard. */
function betterTold(one: Told, other: Told): Told {
  const rank = ({ alert, episode, at }: Told): string =>
    `${alert.status === 'firing' && alert.summary !== '' ? 1 : 0} ${episode} ${at} ${JSON.stringify(alert)}`
  return rank(other) > rank(one) ? other : one
}

function newest(episodes: Readonly<Record<string, Episode>>): Readonly<Record<string, Episode>> {
  const keys = Object.keys(episodes).sort()
  const kept = keys.slice(-MOST_EPISODES)
  return kept.length === keys.length
    ? episodes
    : Object.fromEntries(kept.flatMap((key) => (episodes[key] === undefined ? [] : [[key, episodes[key]]])))
}

/** A row with one more report; without a row, the row that the report begins. */
export function rowWithReport(row: InboxRow | undefined, alert: Alert, heardAt: string): InboxRow {
  const key = keyFor(row, alert, heardAt)
  const told: Told = { alert, episode: key, at: heardAt }
  const before = row ?? {
    id: rowIdOf(alert),
    source: alert.source,
    fingerprint: alert.fingerprint,
    episodes: {},
    forgotten: 0,
    told,
  }
  const all = { ...before.episodes, [key]: withReport(episodeAt(before, key), alert, heardAt) }
  const episodes = newest(all)
  const forgotten = before.forgotten + Object.keys(all).length - Object.keys(episodes).length
  return { ...before, episodes, forgotten, told: betterTold(before.told, told) }
}

/** A row whose episode somebody decided about. An episode that is not remembered changes nothing. */
export function rowWithEpisode(row: InboxRow, key: string, change: Partial<Episode>): InboxRow {
  if (!Object.hasOwn(row.episodes, key)) return row
  return { ...row, episodes: { ...row.episodes, [key]: { ...episodeAt(row, key), ...change } } }
}
