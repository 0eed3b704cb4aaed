import { useState } from 'react'
import type { CallInput } from '../../../../shared/contract/contract.ts'
import { refusalWords } from '../../../../shared/contract/refusal-words.ts'
import { useDeskStore } from '../../../state/store-context.tsx'
import { download } from '../../../ui/download.ts'

type Scope = CallInput<'calendar.export'>['scope']

/** Exports calendars: into the data folder, and into the person's own downloads. */
export function useCalendarExport() {
  const store = useDeskStore()
  const [savedTo, setSavedTo] = useState<string | null>(null)
  const make = async (scope: Scope): Promise<void> => {
    const reply = await store.client.call('calendar.export', { scope })
    if (!reply.ok) return store.showRefusal(refusalWords(reply.error))
    download(reply.value.name, reply.value.text, 'text/calendar')
    setSavedTo(reply.value.file)
    store.announce(`Calendar saved to ${reply.value.file}`)
  }
  return { make, savedTo, forget: () => setSavedTo(null) }
}
