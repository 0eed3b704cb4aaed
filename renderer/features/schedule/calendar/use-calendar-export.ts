import { useState } from 'react'
import type { CallInput } from '../../../../shared/contract/contract.ts'
import { useDeskStore } from '../../../state/store-context.tsx'
import { refusalWords } from '../change/use-review.ts'

type Scope = CallInput<'calendar.export'>['scope']

function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/calendar' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}

/** Exports calendars: into the data folder, and into the person's own downloads. */
export function useCalendarExport() {
  const store = useDeskStore()
  const [savedTo, setSavedTo] = useState<string | null>(null)
  const make = async (scope: Scope): Promise<void> => {
    const reply = await store.client.call('calendar.export', { scope })
    if (!reply.ok) return store.showRefusal(refusalWords(reply.error))
    download(reply.value.name, reply.value.text)
    setSavedTo(reply.value.file)
    store.announce(`Calendar saved to ${reply.value.file}`)
  }
  return { make, savedTo, forget: () => setSavedTo(null) }
}
