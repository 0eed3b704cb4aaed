import { selectReadOnly, selectZone } from '../../../state/selectors.ts'
import { useNow, useOpenIncident, useSelected } from '../../../state/store-context.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { shortTime, spanWords } from '../../../ui/time-words.ts'
import { useBeginForm } from '../forms/forms-context.tsx'
import styles from './incident-header.module.css'

const SOON_MS = 5 * 60_000

/** The promise of word as it stands: what it says, and whether it presses. Null when nobody waits for one (E14). */
export function updateWords(
  due: { readonly promisedFor: string | null; readonly missedFor: string | null },
  nowMs: number,
  zone: string,
): { readonly words: string; readonly presses: boolean } | null {
  if (due.promisedFor !== null) {
    const leftMs = Date.parse(due.promisedFor) - nowMs
    return leftMs > 0
      ? { words: `Update due in ${spanWords(leftMs)}`, presses: leftMs <= SOON_MS }
      : { words: 'Update due now', presses: true }
  }
  return due.missedFor === null ? null : { words: `Update missed at ${shortTime(due.missedFor, zone)}`, presses: true }
}

/** Counts down to the promised update and opens its draft. */
export function UpdateChip() {
  const begin = useBeginForm()
  const nowMs = useNow(1_000)
  const zone = useSelected(selectZone)
  const readOnly = useSelected(selectReadOnly)
  const { data, ladder } = useOpenIncident().state
  const due = updateWords({ promisedFor: data.updatePromisedFor, missedFor: data.updateMissedFor }, nowMs, zone)
  if (due === null || ladder.context.resolvedAt !== null) return null
  return (
    <button
      type="button"
      className={classNames(styles.update, due.presses && styles.presses)}
      aria-label={`${due.words}. Write it`}
      disabled={readOnly !== null}
      onClick={() => begin('status')}
    >
      {due.words}
    </button>
  )
}
