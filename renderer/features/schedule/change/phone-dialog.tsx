import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { personName, type Team } from '../../../../shared/schedule/team.ts'
import type { Begin } from '../intent.ts'
import { ChangeForm } from './change-form.tsx'
import { useTyped } from './use-typed.ts'

/** Asks for a number that the ladder can call. */
export function PhoneDialog(props: {
  readonly team: Team
  readonly person: string
  readonly onBegin: Begin
  readonly onClose: () => void
}) {
  const { typed, type, clear, forget } = useTyped(`phone.${props.person}`)
  const { phone = '' } = typed
  const [problem, setProblem] = useState<string | null>(null)
  const name = personName(props.team, props.person)
  const show = (): void => {
    if (phone.replace(/\D/g, '').length < 3) {
      setProblem('Write the number with its country code.')
      return
    }
    const title = `Add a phone for ${name}`
    const change = { kind: 'set-phone', person: props.person, phone: phone.trim() } as const
    props.onBegin({ kind: 'review', title, words: title, changes: [change], onWritten: forget })
  }
  return (
    <ChangeForm title={`Add a phone for ${name}`} onShow={show} onClose={props.onClose} onClear={clear}>
      <TextInput
        label="Phone"
        placeholder="+1 555 0100"
        description="It stands in team.yaml, for everybody with the workspace"
        inputMode="tel"
        value={phone}
        error={problem}
        data-autofocus
        onChange={(event) => type({ phone: event.currentTarget.value })}
      />
    </ChangeForm>
  )
}
