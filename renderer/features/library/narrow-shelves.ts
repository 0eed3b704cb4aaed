import type { IncidentSummary } from '../../../shared/contract/incident-summary.ts'
import { calendarDayIn } from '../../../shared/kit/calendar-day.ts'
import { type Filtered, passesFilter, type SearchFilter } from '../../../shared/library/search-filter.ts'
import { type Unfiltered, unfilteredOf } from '../../../shared/library/unfiltered.ts'
import type { Listed } from './shelve.ts'

/** What stands on the shelves. */
export type Shelved = { readonly documents: readonly Listed[]; readonly past: readonly IncidentSummary[] }

const documentAt = ({ kind, pipeline, tags, lastVerified }: Listed): Filtered => ({
  kind,
  pipeline,
  scenarios: tags,
  at: calendarDayIn(lastVerified),
})

const incidentAt = ({ pipeline, detectedAt }: IncidentSummary): Filtered => ({
  kind: 'incident',
  pipeline: pipeline?.id ?? null,
  scenarios: [],
  at: detectedAt,
})

/**
 * What of the shelves passes a filter, as it is told of what is found (L6). The list of incidents does not know their scenarios: when one
 * is asked for, none of them stands there, nor is counted.
 */
export function narrowShelves(
  { documents, past }: Shelved,
  filter: SearchFilter,
): { readonly shown: Shelved; readonly unfiltered: Unfiltered } {
  const incidents = filter.scenario === undefined ? past : []
  return {
    shown: {
      documents: documents.filter((each) => passesFilter(documentAt(each), filter)),
      past: incidents.filter((each) => passesFilter(incidentAt(each), filter)),
    },
    unfiltered: unfilteredOf([...documents.map(documentAt), ...incidents.map(incidentAt)], filter, 'every'),
  }
}
