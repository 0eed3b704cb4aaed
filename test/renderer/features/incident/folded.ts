import type { FactDraft, FactRecord } from '../../../../shared/incident/facts/fact-catalog.ts'
import { foldIncident, type IncidentState } from '../../../../shared/incident/incident-state.ts'
import { declaration, minuteMs, recordOf, stated } from '../../../support/log-builder.ts'

/** A fact and the minute after detection in which it was recorded. */
export type Timed = readonly [minute: number, draft: FactDraft]

/** The records of a declared incident and what happened then. */
export const recordsOf = (
  facts: readonly Timed[],
  change: Parameters<typeof declaration>[0] = {},
): readonly FactRecord[] =>
  [[0, stated('incident.declared', declaration(change))] as const, ...facts].map(([minute, draft], index) =>
    recordOf(draft, index + 1, minuteMs(minute)),
  )

/** The state that they fold to. */
export function folded(facts: readonly Timed[], change: Parameters<typeof declaration>[0] = {}): IncidentState {
  const state = foldIncident(null, recordsOf(facts, change))
  if (state === null) throw new Error('nothing was declared')
  return state
}
