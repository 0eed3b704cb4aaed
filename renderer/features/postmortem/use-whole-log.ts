import { useEffect, useState } from 'react'
import type { FactRecord } from '../../../shared/incident/facts/fact-catalog.ts'
import { recordAt } from '../../state/incident-log.ts'
import { useDeskStore, useOpenIncident } from '../../state/store-context.tsx'

/** Records read at a time: the most that the host gives. */
const PAGE = 5_000

/** The log as far as it has been read. A postmortem from half a log would be wrong, so the screen waits for all of it. */
type WholeLog = {
  readonly records: readonly FactRecord[]
  readonly total: number
  readonly problem: string | null
  readonly readAgain: () => void
}

/** Reads every record of the open incident, then follows the log as it grows. */
export function useWholeLog(): WholeLog {
  const store = useDeskStore()
  const open = useOpenIncident()
  const [records, setRecords] = useState<readonly FactRecord[]>([])
  const [problem, setProblem] = useState<string | null>(null)
  const total = open.state.seq
  const { incident, log } = open

  useEffect(() => {
    if (problem !== null || records.length >= total) return
    const news: FactRecord[] = []
    for (let seq = records.length + 1; seq <= total; seq += 1) {
      const record = recordAt(log, seq)
      if (record === undefined) break
      news.push(record)
    }
    if (news.length > 0) return setRecords([...records, ...news])
    let isCurrent = true
    void store.client.call('incidents.read', { incident, fromSeq: records.length + 1, limit: PAGE }).then((reply) => {
      if (!isCurrent) return
      if (!reply.ok) setProblem(reply.error.message)
      else if (reply.value.records.length === 0) setProblem('The host gave no records where the log has some.')
      else setRecords([...records, ...reply.value.records])
    })
    return () => {
      isCurrent = false
    }
  }, [store, incident, log, records, total, problem])

  return {
    records,
    total,
    problem,
    readAgain: () => setProblem(null),
  }
}
