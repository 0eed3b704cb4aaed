import type { AlertRow } from '../../../../shared/alerts/alert-row.ts'
import type { IncidentSummary } from '../../../../shared/contract/incident-summary.ts'
import { openSummaries } from '../../../state/selectors.ts'

/** What decides of an alert; `before` is the incident that an earlier time of it belonged to. */
type AttachedAlert = Pick<AlertRow, 'name' | 'incident' | 'before'>

/**
 * Open incidents that an alert can be put to, the likeliest first, for that one is pressed by Enter: the one that it belonged to before, then those of
 * its own pipeline, then those that hold an alert of its name. Among equals the order stays.
 */
export function attachTargets(
  row: AttachedAlert,
  known: {
    readonly summaries: readonly IncidentSummary[]
    /** All alerts, also those that belong to an incident. */
    readonly rows: readonly AttachedAlert[]
    /** The id of the pipeline that the alert is about. */
    readonly pipeline: string | undefined
  },
): readonly IncidentSummary[] {
  const alike = new Set(known.rows.filter(({ name }) => name === row.name).flatMap(({ incident }) => incident ?? []))
  const signs = ({ incident, pipeline }: IncidentSummary): number =>
    (incident === row.before ? 4 : 0) +
    (known.pipeline !== undefined && pipeline?.id === known.pipeline ? 2 : 0) +
    (alike.has(incident) ? 1 : 0)
  return openSummaries(known.summaries)
    .filter(({ incident }) => incident !== row.incident)
    .toSorted((one, other) => signs(other) - signs(one))
}
