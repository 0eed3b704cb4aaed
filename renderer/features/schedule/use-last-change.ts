import { useCallback, useEffect, useState } from 'react'
import type { ScheduleFile } from '../../../shared/contract/answers.ts'
import { useDeskStore, useSelected } from '../../state/store-context.tsx'
import { refusalWords } from './change/use-review.ts'

/** The last change made from here, and how to take it back; asked again whenever the workspace changes. */
export function useLastChange() {
  const store = useDeskStore()
  const { client } = store
  const team = useSelected((state) => state.desk?.workspace.team)
  const [file, setFile] = useState<ScheduleFile | null>(null)
  useEffect(() => {
    let isCurrent = team !== undefined
    void client.call('schedule.read', {}).then((reply) => {
      if (isCurrent) setFile(reply.ok ? reply.value : null)
    })
    return () => {
      isCurrent = false
    }
  }, [client, team])
  const undo = useCallback(async (): Promise<void> => {
    const current = await client.call('schedule.read', {})
    if (!current.ok) return store.showRefusal(refusalWords(current.error))
    const { lastChange, sha256 } = current.value
    if (lastChange === null) return store.announce('There is no change to take back.')
    const reply = await client.call('schedule.undo', { baseSha256: sha256 })
    if (!reply.ok) return store.showRefusal(refusalWords(reply.error))
    setFile(reply.value)
    store.announce(`Taken back: ${lastChange.words}`)
  }, [client, store])
  return { lastChange: file?.lastChange ?? null, undo }
}
