import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useOpenIncident } from '../../../state/store-context.tsx'
import { useRecord } from '../use-record.ts'
import { FormBody } from './form-body.tsx'

const MOST_CHARACTERS = 300

/** Another title, when what is wrong turns out to be something else. */
export function RenameForm({ onDone }: { readonly onDone: () => void }) {
  const record = useRecord('dialog')
  const { title } = useOpenIncident().state.ladder.context
  const [typed, type] = useState(title)
  const submit = async (): Promise<string | null> => {
    const given = typed.trim()
    if (given === '') return 'Say in a few words what is wrong.'
    return given === title ? null : record({ type: 'incident.retitled', data: { title: given } })
  }
  return (
    <FormBody confirmLabel="Rename incident" onSubmit={submit} onDone={onDone}>
      <TextInput
        label="Title"
        description="The old one stays in the timeline"
        maxLength={MOST_CHARACTERS}
        value={typed}
        data-autofocus
        onChange={(event) => type(event.currentTarget.value)}
      />
    </FormBody>
  )
}
