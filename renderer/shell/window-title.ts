import { useEffect } from 'react'
import type { IncidentSummary } from '../../shared/contract/incident-summary.ts'
import { openSummaries } from '../state/selectors.ts'
import { useNow, useSelected } from '../state/store-context.tsx'
import { spanWords } from '../ui/time-words.ts'

/** The title of the window: what is due next comes first, because a task bar cuts the end. */
export function windowTitle(summaries: readonly IncidentSummary[], nowMs: number): string {
  const next = openSummaries(summaries)[0]
  if (next === undefined) return 'Nightdesk'
  const due =
    next.nextRung === null ? '' : `${spanWords(Date.parse(next.nextRung.dueAt) - nowMs)} to ${next.nextRung.rungId}, `
  return `${next.questionOpen ? 'Still stuck? ' : ''}${due}${next.title} - Nightdesk`
}

/** Keeps the window's title at the next rung's countdown. */
export function useWindowTitle(): void {
  const title = windowTitle(
    useSelected((state) => state.summaries),
    useNow(1_000),
  )
  useEffect(() => {
    document.title = title
  }, [title])
}
