import { Modal, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { personName, type Team } from '../../../../shared/schedule/team.ts'
import { ActionButton } from '../../../ui/action-button.tsx'
import dialog from '../../../ui/dialog.module.css'
import type { Begin } from '../intent.ts'

/** Asks for a number that the ladder can call. */
export function PhoneDialog(props: {
  readonly team: Team
  readonly person: string
  readonly onBegin: Begin
  readonly onClose: () => void
}) {
  const [phone, setPhone] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const name = personName(props.team, props.person)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (phone.replace(/\D/g, '').length < 3) {
      setProblem('Write the number with its country code.')
      return
    }
    const title = `Add a phone for ${name}`
    const change = { kind: 'set-phone', person: props.person, phone: phone.trim() } as const
    props.onBegin({ kind: 'review', title, words: title, changes: [change] })
  }
  return (
    <Modal opened onClose={props.onClose} title={`Add a phone for ${name}`}>
      <form className={dialog.body} onSubmit={submit}>
        <TextInput
          label="Phone"
          placeholder="+1 555 0100"
          description="It stands in team.yaml, for everybody with the workspace"
          inputMode="tel"
          value={phone}
          error={problem}
          data-autofocus
          onChange={(event) => setPhone(event.currentTarget.value)}
        />
        <div className={dialog.actions}>
          <ActionButton onClick={props.onClose}>Cancel</ActionButton>
          <ActionButton tone="primary" type="submit">
            Show what it does
          </ActionButton>
        </div>
      </form>
    </Modal>
  )
}
