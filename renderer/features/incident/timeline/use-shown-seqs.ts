import { useEffect, useState } from 'react'
import { useDeskStore, useOpenIncident } from '../../../state/store-context.tsx'
import { matchingSeqs, type Wanted } from './matching-seqs.ts'

/** What the timeline shows: every entry, or the wanted ones; `readSoFar` (0 to 1) while the rest of the log is being read. */
export type Shown = { readonly seqs: readonly number[] | null; readonly readSoFar: number }

/** Reads the whole log in the background while somebody looks for something in it. */
function useWholeLog(isNeeded: boolean): void {
  const store = useDeskStore()
  const { log, incident } = useOpenIncident()
  const isWhole = log.loaded >= log.total
  useEffect(() => {
    if (!isNeeded || isWhole) return
    let isStale = false
    void store.readWhole(() => isStale || store.getState().open?.incident !== incident)
    return () => {
      isStale = true
    }
  }, [isNeeded, isWhole, incident, store])
}

/** Which entries are shown for what is wanted. */
export function useShownSeqs({ filter, query }: Wanted): Shown {
  const { log, state } = useOpenIncident()
  const [seqs, setSeqs] = useState<readonly number[] | null>(null)
  const isAll = filter === 'all' && query.trim() === ''
  useWholeLog(!isAll)
  useEffect(() => {
    if (isAll) return setSeqs(null)
    if (log.loaded < log.total) return
    let isStale = false
    void matchingSeqs(log, state.entries, { filter, query }, () => isStale).then((found) => {
      if (found !== null) setSeqs(found)
    })
    return () => {
      isStale = true
    }
  }, [isAll, log, state.entries, filter, query])
  return { seqs: isAll ? null : (seqs ?? []), readSoFar: log.total === 0 ? 1 : log.loaded / log.total }
}
