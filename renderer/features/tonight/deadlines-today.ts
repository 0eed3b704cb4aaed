import type { IncidentSummary } from '../../../shared/contract/incident-summary.ts'
import { slaInstants } from '../../../shared/schedule/sla.ts'
import type { Pipeline, Team } from '../../../shared/schedule/team.ts'
import { dayNumberAt, startOfDay } from '../../../shared/schedule/zone-clock.ts'
import { shortTime, spanWords } from '../../ui/time-words.ts'

/** A deadline this near is worth a second look. */
const SOON_MS = 60 * 60_000

/** A pipeline's SLA deadline of today, as a row. */
export type DeadlineRow = {
  readonly pipeline: Pipeline
  readonly at: string
  readonly time: string
  readonly state: 'passed' | 'soon' | 'later'
  readonly words: string
  readonly incident: string | null
}

const isOpen = (summary: IncidentSummary): boolean =>
  summary.lifecycle === 'detected' || summary.lifecycle === 'debugging' || summary.lifecycle === 'mitigated'

/** The SLA deadlines of the reader's day, in order of time; an open incident on the pipeline is linked. */
export function deadlinesToday(
  team: Team,
  summaries: readonly IncidentSummary[],
  nowMs: number,
  zone: string,
): readonly DeadlineRow[] {
  const today = dayNumberAt(nowMs, zone)
  return team.pipelines
    .flatMap((pipeline) =>
      slaInstants(pipeline, startOfDay(today, zone), startOfDay(today + 1, zone)).map((at): DeadlineRow => {
        const leftMs = Date.parse(at) - nowMs
        const open = summaries.find((each) => each.pipeline?.id === pipeline.id && isOpen(each))
        const state = leftMs <= 0 ? 'passed' : leftMs <= SOON_MS ? 'soon' : 'later'
        const words = leftMs <= 0 ? `was due ${spanWords(-leftMs)} ago` : `in ${spanWords(leftMs)}`
        return { pipeline, at, time: shortTime(at, zone), state, words, incident: open?.incident ?? null }
      }),
    )
    .toSorted((a, b) => a.at.localeCompare(b.at) || a.pipeline.name.localeCompare(b.pipeline.name))
}
