import { Modal } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'
import { ActionButton } from '../../../ui/action-button.tsx'
import dialog from '../../../ui/dialog.module.css'
import styles from './change.module.css'

/** The frame of every question about the schedule: its fields, and the way on to what the change does. Nothing is written here. */
export function ChangeForm(props: {
  readonly title: string
  readonly size?: 'md' | 'lg'
  readonly isIncomplete?: boolean
  /** The way on has the focus, because everything is chosen already. */
  readonly isReady?: boolean
  /** What else can be done with the change, before the way on. */
  readonly others?: ReactNode
  /** Takes back everything that was typed; null while there is nothing, and left out where nothing is typed. */
  readonly onClear?: (() => void) | null
  readonly onShow: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}) {
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    props.onShow()
  }
  return (
    <Modal opened onClose={props.onClose} title={props.title} size={props.size ?? 'md'}>
      <form className={dialog.body} onSubmit={submit} noValidate>
        {props.children}
        <div className={styles.foot}>
          <ActionButton onClick={props.onClose}>Cancel</ActionButton>
          {props.onClear === undefined ? null : (
            <ActionButton
              tone="quiet"
              aria-disabled={props.onClear === null}
              onClick={() => {
                props.onClear?.()
              }}
            >
              Clear
            </ActionButton>
          )}
          {props.others}
          <ActionButton
            tone="primary"
            type="submit"
            disabled={props.isIncomplete}
            {...(props.isReady === true && { 'data-autofocus': true })}
          >
            Show what it does
          </ActionButton>
        </div>
      </form>
    </Modal>
  )
}
