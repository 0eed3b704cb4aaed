import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { saidTime } from '../../../state/said-time.ts'
import { selectZone } from '../../../state/selectors.ts'
import { useDeskStore, useOpenIncident, useSelected } from '../../../state/store-context.tsx'
import { dayKey, shortTime, timeWithDay } from '../../../ui/time-words.ts'
import { useRecord } from '../use-record.ts'
import { FormBody } from './form-body.tsx'

/** When people began to be hurt: no machine knows it, and the postmortem's first metric counts from it (P2). */
export function ImpactForm({ onDone }: { readonly onDone: () => void }) {
  const store = useDeskStore()
  const record = useRecord('dialog')
  const zone = useSelected(selectZone)
  const { impactStartedAt, declaration } = useOpenIncident().state.ladder.context
  const from = impactStartedAt ?? declaration.detectedAt
  const [typed, type] = useState(() => `${dayKey(from, zone)} ${shortTime(from, zone)}`)
  const known =
    impactStartedAt === null ? 'Not stated yet' : `Stated so far: ${timeWithDay(impactStartedAt, store.now(), zone)}`
  const submit = async (): Promise<string | null> => {
    const startedAt = saidTime(typed, zone, store.now())
    if (startedAt === null) return 'Write a time that has passed, such as 08:15 or 2026-12-24 08:15.'
    return record({ type: 'impact.stated', data: { startedAt } })
  }
  return (
    <FormBody confirmLabel="State it" onSubmit={submit} onDone={onDone}>
      <TextInput
        label={`Impact began at (${zone})`}
        description={`${known}. Date and time, or the time alone for the last time it was that`}
        value={typed}
        data-autofocus
        onChange={(event) => type(event.currentTarget.value)}
      />
    </FormBody>
  )
}
