import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { selectZone } from '../../../state/selectors.ts'
import { useDeskStore, useNow, useSelected } from '../../../state/store-context.tsx'
import { useRecord } from '../use-record.ts'
import { FormBody } from './form-body.tsx'
import { promisedAt, promiseTimes } from './promise-times.ts'

/** A promise of word: it counts down in the header, and passing it without word is a fact (E14). */
export function PromiseForm({ onDone }: { readonly onDone: () => void }) {
  const store = useDeskStore()
  const record = useRecord('dialog')
  const zone = useSelected(selectZone)
  const nowMs = useNow(10_000)
  const [minutes, choose] = useState('30')
  const [audience, setAudience] = useState('')
  const submit = (): Promise<string | null> => {
    const to = audience.trim()
    const data = { dueAt: promisedAt(store.now(), minutes), ...(to && { audience: to }) }
    return record({ type: 'update.promised', data })
  }
  return (
    <FormBody confirmLabel="Promise it" onSubmit={submit} onDone={onDone}>
      <NativeSelect
        label="Next update"
        value={minutes}
        data={[...promiseTimes(nowMs, zone)]}
        data-autofocus
        onChange={(event) => choose(event.currentTarget.value)}
      />
      <TextInput
        label="To whom (may stay empty)"
        value={audience}
        onChange={(event) => setAudience(event.currentTarget.value)}
      />
    </FormBody>
  )
}
