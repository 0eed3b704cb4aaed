import type { IncidentSummary } from '../../../shared/contract/incident-summary.ts'
import { slaChoice } from '../../../shared/schedule/sla.ts'
import type { Pipeline, Team } from '../../../shared/schedule/team.ts'

/** A pipeline that is past its SLA, and the instant at which it was due (UTC ISO). */
export type LatePipeline = { readonly pipeline: Pipeline; readonly dueAt: string }

/** Data lands around its deadline: nobody calls it late within the first minute. */
const OBVIOUS_MS = 60_000

const isAbout = (summary: IncidentSummary, pipeline: Pipeline, dueAt: string): boolean =>
  summary.pipeline?.id === pipeline.id &&
  (summary.originAt === dueAt ||
    Date.parse(summary.detectedAt) >= Date.parse(dueAt) ||
    (summary.resolvedAt === null && summary.lifecycle !== 'closed'))

/**
 * The one pipeline that a blank form is most likely about at an instant (epoch ms): past its SLA by no more than people mean by
 * "missed" (E1), and without an incident of its own. Null when there is none, or more than one to choose from.
 */
export function latePipeline(team: Team, summaries: readonly IncidentSummary[], nowMs: number): LatePipeline | null {
  const late = team.pipelines.flatMap((pipeline): LatePipeline[] => {
    if (pipeline.sla === undefined) return []
    const { missed, suggested } = slaChoice(pipeline, nowMs)
    if (missed === null || suggested !== 'missed' || nowMs - Date.parse(missed) < OBVIOUS_MS) return []
    return summaries.some((summary) => isAbout(summary, pipeline, missed)) ? [] : [{ pipeline, dueAt: missed }]
  })
  return late.length === 1 ? (late[0] ?? null) : null
}
