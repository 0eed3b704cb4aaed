import { Modal, Textarea } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useDraft } from '../state/store-context.tsx'
import { ActionButton } from './action-button.tsx'
import styles from './dialog.module.css'
import { useOneAtATime } from './use-one-at-a-time.ts'

/** Asks for the words that a fact needs. They are kept until the fact is saved, also across a reload. */
export function ReasonDialog(props: {
  readonly opened: boolean
  readonly title: string
  readonly label: string
  readonly confirmLabel: string
  readonly draftKey: string
  readonly placeholder?: string
  /** When the words may be left out. */
  readonly optional?: boolean
  /** Whether the focus goes back to what had it, as it does unless told otherwise. */
  readonly returnFocus?: boolean
  readonly children?: ReactNode
  /** Saves; answers with what is wrong, or null when it is done. */
  readonly onSubmit: (reason: string) => Promise<string | null>
  readonly onClose: () => void
}) {
  const [reason, setReason] = useDraft(props.draftKey)
  const [problem, setProblem] = useState<string | null>(null)
  const close = (): void => {
    setProblem(null)
    props.onClose()
  }
  const oneAtATime = useOneAtATime()
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void oneAtATime(async () => {
      if (reason.trim() === '' && props.optional !== true)
        return setProblem('Say why in a few words: the log keeps it.')
      const refused = await props.onSubmit(reason.trim())
      if (refused !== null) return setProblem(refused)
      setReason('')
      close()
    })
  }
  return (
    <Modal opened={props.opened} onClose={close} title={props.title} returnFocus={props.returnFocus ?? true}>
      <form className={styles.body} onSubmit={submit}>
        {props.children}
        <Textarea
          label={props.label}
          placeholder={props.placeholder ?? ''}
          value={reason}
          error={problem}
          autosize
          minRows={2}
          maxRows={8}
          data-autofocus
          onChange={(event) => setReason(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) submit(event)
          }}
        />
        <div className={styles.actions}>
          <ActionButton onClick={close}>Cancel</ActionButton>
          <ActionButton tone="primary" type="submit">
            {props.confirmLabel}
          </ActionButton>
        </div>
      </form>
    </Modal>
  )
}
