import { useState } from 'react'
import type { CallOutput } from '../../../shared/contract/contract.ts'
import { refusalWords } from '../../../shared/contract/refusal-words.ts'
import { useDeskStore } from '../../state/store-context.tsx'
import { useCurrentWriting } from './use-writing.ts'

type Format = 'md' | 'json'

/** An export that was made: where it lies, and its text. */
export type Exported = CallOutput<'postmortem.export'> & { readonly format: Format }

/** Makes exports of the open postmortem. What is typed is saved first: an export never lacks the last words. */
export function useExport(incident: string) {
  const store = useDeskStore()
  const writing = useCurrentWriting()
  const [exported, setExported] = useState<Exported | null>(null)
  const [isRunning, setRunning] = useState(false)
  const make = async (format: Format): Promise<void> => {
    setRunning(true)
    const isSaved = await writing.flushAll()
    if (!isSaved) {
      setRunning(false)
      return store.showRefusal('Nothing was exported: some words are not saved yet. They are kept; save them first.')
    }
    const reply = await store.client.call('postmortem.export', { incident, format })
    setRunning(false)
    if (!reply.ok) return store.showRefusal(refusalWords(reply.error))
    store.showRefusal(null)
    setExported({ ...reply.value, format })
    store.announce(`Exported to ${reply.value.file}`)
  }
  return { exported, isRunning, make, forget: () => setExported(null) }
}
