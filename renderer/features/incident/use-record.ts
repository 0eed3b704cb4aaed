import type { PersonFact } from '../../../shared/contract/person-facts.ts'
import { refusalWords } from '../../../shared/contract/refusal-words.ts'
import { useDeskStore, useOpenIncident } from '../../state/store-context.tsx'
import { isForbidden } from '../../state/unsaved.ts'

/** How stating facts ended: durable, kept by the window as NOT SAVED (which says so itself), or refused, in words. */
export type Stated = { readonly kind: 'durable' | 'kept' } | { readonly kind: 'refused'; readonly words: string }

/** Where a refusal is shown: in the banner of the window, or by the dialog that asked. */
type ShownIn = 'banner' | 'dialog'

/** A way to state facts of the open incident, for who must know whether they are durable. Refusals are shown and said. */
export function useStateFacts(shownIn: ShownIn = 'banner'): (...facts: readonly PersonFact[]) => Promise<Stated> {
  const store = useDeskStore()
  const { incident } = useOpenIncident()
  return async (...facts) => {
    const reply = await store.record(incident, facts)
    store.showRefusal(null)
    if (reply.ok) return { kind: 'durable' }
    if (!isForbidden(reply.error)) return { kind: 'kept' }
    const words = refusalWords(reply.error)
    if (shownIn === 'banner') store.showRefusal(words)
    return { kind: 'refused', words }
  }
}

/** States facts of the open incident; answers with why they were refused, or null when there is nothing more to say here. */
export type RecordFacts = (...facts: readonly PersonFact[]) => Promise<string | null>

/** A way to state facts from a button or a dialog: what could not be saved leaves it and stands on screen as NOT SAVED. */
export function useRecord(shownIn: ShownIn = 'banner'): RecordFacts {
  const stateFacts = useStateFacts(shownIn)
  return async (...facts) => {
    const stated = await stateFacts(...facts)
    return stated.kind === 'refused' ? stated.words : null
  }
}
