import { useEffect, useRef, useState } from 'react'
import { selectReadOnly, selectZone } from '../../../state/selectors.ts'
import { useNow, useOpenIncident, useSelected } from '../../../state/store-context.tsx'
import { ActionButton } from '../../../ui/action-button.tsx'
import { arriveAt } from '../../../ui/open-dialog.ts'
import { ReasonDialog } from '../../../ui/reason-dialog.tsx'
import { shortTime } from '../../../ui/time-words.ts'
import { useRecord } from '../use-record.ts'
import styles from './escalation.module.css'
import { reliefNotice } from './relief-view.ts'

/** That a holiday mode relaxes this ladder, what it does, and the way back to the normal one (E15). */
export function ReliefNote() {
  const nowMs = useNow(10_000)
  const zone = useSelected(selectZone)
  const readOnly = useSelected(selectReadOnly)
  const { state, incident } = useOpenIncident()
  const record = useRecord()
  const [isAsking, ask] = useState(false)
  const { context } = state.ladder
  const { reliefSetAsideAt } = context
  const notice = context.active ? reliefNotice(context, nowMs, zone) : null
  const after = useRef<HTMLParagraphElement>(null)
  const isAwaited = useRef(false)
  // The button that asked is gone by then: the focus goes on to what came of it, once the dialog is closed and the fact is here.
  useEffect(() => {
    if (!isAwaited.current || isAsking || reliefSetAsideAt === null) return
    arriveAt(after.current)
    isAwaited.current = false
  }, [isAsking, reliefSetAsideAt])
  const submit = async (reason: string): Promise<string | null> => {
    const problem = await record({ type: 'relief.setAside', data: reason === '' ? {} : { reason } })
    isAwaited.current = problem === null
    return problem
  }
  return (
    <>
      {notice === null ? null : (
        <section className={styles.relief} aria-label="Holiday mode">
          <p>
            <strong>{notice.words}</strong>
          </p>
          <ul>
            {notice.effects.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
          <ActionButton size="small" disabled={readOnly !== null} onClick={() => ask(true)}>
            Use the normal ladder…
          </ActionButton>
        </section>
      )}
      {reliefSetAsideAt === null || !context.active ? null : (
        <p ref={after} tabIndex={-1} className={styles.reliefGone}>
          Normal ladder since {shortTime(reliefSetAsideAt, zone)}: the holiday mode is set aside
        </p>
      )}
      <ReasonDialog
        opened={isAsking}
        draftKey={`relief.${incident}`}
        title="Use the normal ladder"
        label="Why (may stay empty)"
        confirmLabel="Use the normal ladder"
        optional
        onSubmit={submit}
        onClose={() => ask(false)}
      >
        <p>
          The holiday mode no longer counts for this incident. A rung whose normal time has passed goes off at once.
          This cannot be taken back.
        </p>
      </ReasonDialog>
    </>
  )
}
