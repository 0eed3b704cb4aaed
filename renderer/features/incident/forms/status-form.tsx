import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { PersonFact } from '../../../../shared/contract/person-facts.ts'
import { statusDraft } from '../../../../shared/incident/status-draft.ts'
import { selectZone } from '../../../state/selectors.ts'
import { useDeskStore, useNow, useOpenIncident, useSelected } from '../../../state/store-context.tsx'
import { ActionButton } from '../../../ui/action-button.tsx'
import { useRecord } from '../use-record.ts'
import { FormBody } from './form-body.tsx'
import { promisedAt, promiseTimes } from './promise-times.ts'
import { useCopy } from './use-copy.ts'

const NONE = 'none'

/** A status update, drafted from the log: conditions, actions, needs. It keeps a promise and may make the next one. */
export function StatusForm({ onDone }: { readonly onDone: () => void }) {
  const store = useDeskStore()
  const record = useRecord('dialog')
  const copy = useCopy()
  const zone = useSelected(selectZone)
  const nowMs = useNow(10_000)
  const { state } = useOpenIncident()
  const [text, type] = useState(() => statusDraft(state, store.now()))
  const [audience, setAudience] = useState('')
  const [next, choose] = useState(NONE)
  const submit = async (): Promise<string | null> => {
    const to = audience.trim() === '' ? {} : { audience: audience.trim() }
    if (text.trim() === '') return 'Write the update.'
    const given: PersonFact = { type: 'status.updated', data: { text: text.trim(), ...to } }
    if (next === NONE) return record(given)
    return record(given, { type: 'update.promised', data: { dueAt: promisedAt(store.now(), next), ...to } })
  }
  const tools = <ActionButton onClick={() => copy(text, 'Update')}>Copy update</ActionButton>
  return (
    <FormBody confirmLabel="Log update" tools={tools} onSubmit={submit} onDone={onDone}>
      <Textarea
        label="Update"
        description="Drafted from the log. Read it over: nothing is sent from here, it is logged and can be copied"
        autosize
        minRows={5}
        maxRows={12}
        value={text}
        data-autofocus
        onChange={(event) => type(event.currentTarget.value)}
      />
      <TextInput
        label="To whom (may stay empty)"
        value={audience}
        onChange={(event) => setAudience(event.currentTarget.value)}
      />
      <NativeSelect
        label="Next update"
        value={next}
        data={[{ value: NONE, label: 'not promised' }, ...promiseTimes(nowMs, zone)]}
        onChange={(event) => choose(event.currentTarget.value)}
      />
    </FormBody>
  )
}
