import type { PersonFact } from '../../../shared/contract/person-facts.ts'
import { useDeskStore, useOpenIncident } from '../../state/store-context.tsx'
import { refusalWords } from './refusal-words.ts'

/** States facts of the open incident; answers with what was wrong, in words, or null when they are durable. */
type StateFacts = (...facts: readonly PersonFact[]) => Promise<string | null>

/** A way to state facts whose refusal is shown and said; a failed save also stands on screen as not saved. */
export function useStateFacts(): StateFacts {
  const store = useDeskStore()
  const { incident } = useOpenIncident()
  return async (...facts) => {
    const reply = await store.record(incident, facts)
    const words = reply.ok ? null : refusalWords(reply.error)
    store.showRefusal(words)
    return words
  }
}
