import type { PersonFact } from '../../../shared/contract/person-facts.ts'
import { refusalWords } from '../../../shared/contract/refusal-words.ts'
import { useDeskStore, useOpenIncident } from '../../state/store-context.tsx'
import { isForbidden } from '../../state/unsaved.ts'

/** States facts of the open incident; answers with why they were refused, or null when there is nothing more to say here. */
type StateFacts = (...facts: readonly PersonFact[]) => Promise<string | null>

/** A way to state facts whose refusal is shown and said; what could not be saved stands on screen as NOT SAVED. */
export function useStateFacts(): StateFacts {
  const store = useDeskStore()
  const { incident } = useOpenIncident()
  return async (...facts) => {
    const reply = await store.record(incident, facts)
    const words = reply.ok || !isForbidden(reply.error) ? null : refusalWords(reply.error)
    store.showRefusal(words)
    return words
  }
}
