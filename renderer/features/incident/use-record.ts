import type { PersonFact } from '../../../shared/contract/person-facts.ts'
import { useDeskStore, useOpenIncident } from '../../state/store-context.tsx'
import { isForbidden } from '../../state/unsaved.ts'

/** States facts of the open incident; answers with what was wrong, in words, or null when they are durable. */
export type RecordFacts = (...facts: readonly PersonFact[]) => Promise<string | null>

/** A way to state facts whose refusals are shown and said; a failed save also stands on screen as NOT SAVED. */
export function useRecord(): RecordFacts {
  const store = useDeskStore()
  const { incident } = useOpenIncident()
  return async (...facts) => {
    const reply = await store.record(incident, facts)
    store.showRefusal(null)
    if (reply.ok) return null
    const words = [reply.error.message.replace(/[^.!?]$/, '$&.'), reply.error.hint].filter(Boolean).join(' ')
    if (isForbidden(reply.error)) store.showRefusal(words)
    return words
  }
}
