import { openSummaries } from '../state/selectors.ts'
import { useSelected } from '../state/store-context.tsx'

/** The incident that "the incident" means: the one that was looked at last, else the first that is open. */
export function useIncidentAtHand(): string | undefined {
  const summaries = useSelected((state) => state.summaries)
  const looked = useSelected((state) => state.open?.incident)
  return looked ?? openSummaries(summaries)[0]?.incident
}
