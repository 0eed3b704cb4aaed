import { type FormEvent, type ReactNode, useState } from 'react'
import { ActionButton } from '../../../ui/action-button.tsx'
import dialog from '../../../ui/dialog.module.css'
import { useOneAtATime } from '../../../ui/use-one-at-a-time.ts'
import styles from './forms.module.css'

/** The inside of a dialog that states something: its fields, what was wrong with them, and the two ways out. */
export function FormBody(props: {
  readonly confirmLabel: string
  readonly isDisabled?: boolean
  readonly tools?: ReactNode
  /** Saves; answers with what is wrong, or null when it is done. */
  readonly onSubmit: () => Promise<string | null>
  readonly onDone: () => void
  readonly children: ReactNode
}) {
  const [problem, setProblem] = useState<string | null>(null)
  const oneAtATime = useOneAtATime()
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void oneAtATime(async () => {
      const refused = await props.onSubmit()
      setProblem(refused)
      if (refused === null) props.onDone()
    })
  }
  return (
    <form className={dialog.body} onSubmit={submit}>
      {props.children}
      {problem === null ? null : <p role="alert">{problem}</p>}
      <div className={styles.actions}>
        {props.tools === undefined ? null : <div className={styles.tools}>{props.tools}</div>}
        <ActionButton onClick={props.onDone}>Cancel</ActionButton>
        <ActionButton tone="primary" type="submit" disabled={props.isDisabled}>
          {props.confirmLabel}
        </ActionButton>
      </div>
    </form>
  )
}
