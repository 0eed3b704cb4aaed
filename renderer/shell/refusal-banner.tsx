import { useEffect, useRef } from 'react'
import { placeOf } from '../state/document-place.ts'
import { type Route, useRoute } from '../state/route.ts'
import { useDeskStore, useSelected } from '../state/store-context.tsx'
import { ActionButton } from '../ui/action-button.tsx'
import { ProblemBanner } from '../ui/problem-banner.tsx'

/** What tells one thing that is shown from another: two headings of a document are in the same one. */
function placeKey(route: Route): string {
  if (route.screen === 'library') return `library ${route.path === null ? '' : placeOf(route.path).path}`
  return 'incident' in route ? `${route.screen} ${route.incident}` : route.screen
}

/** Why the last thing was not done, where it was tried: elsewhere it would be said of what is shown there. Who comes back before having read it finds it again. */
export function RefusalBanner() {
  const store = useDeskStore()
  const refusal = useSelected((state) => state.refusal)
  const here = placeKey(useRoute())
  const left = useRef(new Map<string, string>())
  useEffect(() => {
    const places = left.current
    const unread = places.get(here)
    if (unread !== undefined) store.showRefusal(unread)
    places.delete(here)
    return () => {
      const { refusal: shown } = store.getState()
      if (shown === null) return
      places.set(here, shown)
      store.showRefusal(null)
    }
  }, [store, here])
  if (refusal === null) return null
  const dismiss = (
    <ActionButton size="small" onClick={() => store.showRefusal(null)}>
      Understood
    </ActionButton>
  )
  return (
    <ProblemBanner title="Not done." severity="warning" actions={dismiss}>
      {refusal}
    </ProblemBanner>
  )
}
