import { useEffect, useState } from 'react'
import type { TrustSignals } from '../../shared/library/trust-signals.ts'
import { useDeskStore, useSelected } from './store-context.tsx'

/** Runs are read anew when no further fact came for this long. */
const QUIET_MS = 1_000

/** Changes a while after facts were logged in any incident; stays 0 where nobody asks. */
function useFactsLogged(isAsked: boolean): number {
  const logged = useSelected(({ summaries }) => (isAsked ? summaries.reduce((sum, { seq }) => sum + seq, 0) : 0))
  const [settled, setSettled] = useState(logged)
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(logged), QUIET_MS)
    return () => window.clearTimeout(timer)
  }, [logged])
  return settled
}

/**
 * The trust signals of one runbook, or of all for null, by path; read again when a file changes, and `withRuns` also when an incident goes on, here
 * or in another window. Empty until they are there.
 */
export function useTrust(path: string | null, { withRuns = false } = {}): ReadonlyMap<string, TrustSignals> {
  const { client } = useDeskStore()
  const libraryVersion = useSelected((state) => state.libraryVersion)
  const factsLogged = useFactsLogged(withRuns)
  const [signals, setSignals] = useState<ReadonlyMap<string, TrustSignals>>(new Map())
  useEffect(() => {
    let isCurrent = libraryVersion >= 0 && factsLogged >= 0
    void client.call('library.trust', { path }).then((reply) => {
      if (isCurrent && reply.ok) setSignals(new Map(reply.value.map((each) => [each.path, each])))
    })
    return () => {
      isCurrent = false
    }
  }, [client, path, libraryVersion, factsLogged])
  return signals
}
