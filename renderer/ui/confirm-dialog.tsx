import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { ActionButton, type ActionButtonProps } from './action-button.tsx'
import styles from './dialog.module.css'

/** Asks once, by name, before something that cannot be taken back. */
export function ConfirmDialog(props: {
  readonly opened: boolean
  readonly title: string
  readonly confirmLabel: string
  readonly tone?: ActionButtonProps['tone']
  readonly onConfirm: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}) {
  // An Enter that is held too long must not destroy anything.
  const begin = { 'data-autofocus': true } as const
  const isDanger = props.tone === 'danger'
  return (
    <Modal opened={props.opened} onClose={props.onClose} title={props.title}>
      <div className={styles.body}>
        <div>{props.children}</div>
        <div className={styles.actions}>
          <ActionButton {...(isDanger && begin)} onClick={props.onClose}>
            Cancel
          </ActionButton>
          <ActionButton
            tone={props.tone ?? 'primary'}
            {...(!isDanger && begin)}
            onClick={() => {
              props.onConfirm()
              props.onClose()
            }}
          >
            {props.confirmLabel}
          </ActionButton>
        </div>
      </div>
    </Modal>
  )
}
