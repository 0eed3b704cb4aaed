import { selectReadOnly, selectZone } from '../state/selectors.ts'
import { useSelected } from '../state/store-context.tsx'
import { isWaiting } from '../state/unsaved.ts'
import { Chip } from '../ui/chip.tsx'
import { shortTime } from '../ui/time-words.ts'
import styles from './shell.module.css'

function SavedChip() {
  const unsaved = useSelected((state) => state.unsaved.filter(isWaiting).length)
  const pending = useSelected((state) => state.pendingSaves)
  const lostSinceMs = useSelected((state) => state.lostSinceMs)
  const zone = useSelected(selectZone)
  const readOnly = useSelected(selectReadOnly)
  if (unsaved > 0) {
    return (
      <Chip tone="lead" mark={<strong aria-hidden="true">!</strong>}>
        {unsaved} not saved
      </Chip>
    )
  }
  if (lostSinceMs !== null) {
    return (
      <Chip tone="secondary" mark={<strong aria-hidden="true">!</strong>}>
        Console lost since {shortTime(lostSinceMs, zone)}
        <span className={styles.wideOnly}>, trying again</span>
      </Chip>
    )
  }
  if (readOnly !== null) return <Chip tone="secondary">Read-only</Chip>
  return (
    <Chip mark={<span className={`${styles.dot} ${pending > 0 ? '' : styles.saved}`} />}>
      {pending > 0 ? (
        'Saving'
      ) : (
        <>
          All saved<span className={styles.wideOnly}> on this disk</span>
        </>
      )}
    </Chip>
  )
}

/** How the desk stands: saved or not, and whether its clock is a test's. */
export function StatusChips() {
  const clock = useSelected((state) => state.clock)
  const zone = useSelected(selectZone)
  return (
    <>
      {clock.kind === 'test' ? (
        <Chip tone="drill">
          Test clock <span className={styles.wideOnly}>stands at </span>
          {shortTime(clock.standsAtMs, zone)}
        </Chip>
      ) : null}
      <SavedChip />
    </>
  )
}
