import { useEffect, useMemo, useState } from 'react'
import type { FactRecord } from '../../../../shared/incident/facts/fact-catalog.ts'
import { type HandoffPacket, handoffPacket } from '../../../../shared/incident/handoff-packet.ts'
import { useDeskStore, useNow, useOpenIncident } from '../../../state/store-context.tsx'

/** Records read at a time: the most that the host gives. */
const PAGE = 5_000

/** Every record of the open incident up to now, or what was wrong. A packet of half a log would hide what was ruled out. */
function useRecords(): { readonly records: readonly FactRecord[] | null; readonly problem: string | null } {
  const { client } = useDeskStore()
  const { incident, state } = useOpenIncident()
  const [read, setRead] = useState<readonly FactRecord[]>([])
  const [problem, setProblem] = useState<string | null>(null)
  const isWhole = read.length >= state.seq
  useEffect(() => {
    if (isWhole) return
    let isCurrent = true
    void client.call('incidents.read', { incident, fromSeq: read.length + 1, limit: PAGE }).then((reply) => {
      if (!isCurrent) return
      if (!reply.ok) setProblem(reply.error.message)
      else if (reply.value.records.length === 0) setProblem('The log could not be read to its end.')
      else setRead([...read, ...reply.value.records])
    })
    return () => {
      isCurrent = false
    }
  }, [client, incident, read, isWhole])
  return { records: isWhole ? read : null, problem }
}

/** The packet of the open incident as its reader would read it in a zone; null while the log is being read. */
export function usePacket(zone: string): { readonly packet: HandoffPacket | null; readonly problem: string | null } {
  const { state } = useOpenIncident()
  const { records, problem } = useRecords()
  const nowMs = useNow(60_000)
  const packet = useMemo(
    () => (records === null ? null : handoffPacket(state, records, nowMs, zone)),
    [records, state, nowMs, zone],
  )
  return { packet, problem }
}
