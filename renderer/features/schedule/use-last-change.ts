import { useEffect, useState } from 'react'
import type { LastChange } from '../../../shared/contract/answers.ts'
import { useDeskStore, useSelected } from '../../state/store-context.tsx'

/** The last change made from here, while it can be taken back; asked again whenever the workspace changes. */
export function useLastChange(): LastChange | null {
  const { client } = useDeskStore()
  const team = useSelected((state) => state.desk?.workspace.team)
  const [lastChange, setLastChange] = useState<LastChange | null>(null)
  useEffect(() => {
    let isCurrent = team !== undefined
    void client.call('schedule.read', {}).then((reply) => {
      if (isCurrent) setLastChange(reply.ok ? reply.value.lastChange : null)
    })
    return () => {
      isCurrent = false
    }
  }, [client, team])
  return lastChange
}
