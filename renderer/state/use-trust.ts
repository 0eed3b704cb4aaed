import { useEffect, useState } from 'react'
import type { TrustSignals } from '../../shared/library/trust-signals.ts'
import { useDeskStore, useSelected } from './store-context.tsx'

/** The trust signals of one runbook, or of all for null, by path; read again when a file changes. Empty until they are there. */
export function useTrust(path: string | null): ReadonlyMap<string, TrustSignals> {
  const { client } = useDeskStore()
  const libraryVersion = useSelected((state) => state.libraryVersion)
  const [signals, setSignals] = useState<ReadonlyMap<string, TrustSignals>>(new Map())
  useEffect(() => {
    let isCurrent = libraryVersion >= 0
    void client.call('library.trust', { path }).then((reply) => {
      if (isCurrent && reply.ok) setSignals(new Map(reply.value.map((each) => [each.path, each])))
    })
    return () => {
      isCurrent = false
    }
  }, [client, path, libraryVersion])
  return signals
}
