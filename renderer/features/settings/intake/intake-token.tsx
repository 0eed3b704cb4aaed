import { useState } from 'react'
import type { Intake } from '../../../../shared/contract/alert-answers.ts'
import { ActionButton } from '../../../ui/action-button.tsx'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { longDate } from '../../../ui/time-words.ts'
import { Copyable } from '../copyable.tsx'
import styles from '../settings.module.css'

function standing(token: Intake['token'], zone: string): string {
  if (token === null) return 'None yet: everything is turned away.'
  if (token.madeAt === null) return 'Given on the command line, for this run.'
  return `Made on ${longDate(token.madeAt, zone)}. Only its digest is kept here.`
}

/** The key that senders show: made here, seen once. */
export function IntakeToken(props: {
  readonly token: Intake['token']
  readonly made: string | null
  readonly zone: string
  readonly isReadOnly: boolean
  readonly onMake: () => void
}) {
  const { token, made, onMake } = props
  const [isAsked, setAsked] = useState(false)
  return (
    <div className={styles.field}>
      <span className={styles.label}>Token</span>
      {made === null ? (
        <p className="dim">{standing(token, props.zone)}</p>
      ) : (
        <>
          <Copyable text={made} what="the token" />
          <p className={styles.warning}>Shown this once. Copy it now, or make another one later.</p>
        </>
      )}
      <ActionButton
        size="small"
        disabled={props.isReadOnly}
        onClick={() => (token === null ? onMake() : setAsked(true))}
      >
        {token === null ? 'Make a token' : 'Make a new token'}
      </ActionButton>
      <ConfirmDialog
        opened={isAsked}
        title="Make a new token?"
        confirmLabel="Make a new token"
        onConfirm={onMake}
        onClose={() => setAsked(false)}
      >
        Every sender that uses the one in force is turned away until it has the new one.
      </ConfirmDialog>
    </div>
  )
}
