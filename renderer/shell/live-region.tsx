import { useSelected } from '../state/store-context.tsx'

/** What changed, for those who do not see it change: politely, or at once for rungs and failures. */
export function LiveRegion() {
  const announcement = useSelected((state) => state.announcement)
  return (
    <>
      <div role="status" aria-live="polite" className="visually-hidden">
        {announcement?.urgent === false ? <span key={announcement.id}>{announcement.text}</span> : null}
      </div>
      <div role="alert" aria-live="assertive" className="visually-hidden">
        {announcement?.urgent === true ? <span key={announcement.id}>{announcement.text}</span> : null}
      </div>
    </>
  )
}
