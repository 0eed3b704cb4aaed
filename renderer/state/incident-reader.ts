import type { StoreApi } from 'zustand/vanilla'
import type { Client } from '../../shared/contract/client.ts'
import { type IncidentSummary, isDamaged } from '../../shared/contract/incident-summary.ts'
import type { FactRecord } from '../../shared/incident/facts/fact-catalog.ts'
import { firstMissing, PAGE_SIZE } from './incident-log.ts'
import { missingFrom, openFrom, withNews } from './open-incident.ts'
import type { StoreState } from './store-state.ts'

/** What reads the open incident and keeps it up with the log. */
export type IncidentReader = {
  readonly open: (incident: string) => Promise<void>
  readonly take: (incident: string, records: readonly FactRecord[]) => void
  /** What the host found out about the open log; one that ends earlier than was shown, because it is damaged, is read anew (J5). */
  readonly heed: (summary: IncidentSummary) => void
  /** Reads what was written since, after a time without a connection. */
  readonly catchUp: () => void
  /** Reads the page of the log that holds this seq, once. */
  readonly readAround: (seq: number) => Promise<void>
  /** Reads whatever is missing, in large pieces, until nothing is or nobody wants it any more. */
  readonly readWhole: (isStale: () => boolean) => Promise<void>
}

/** Records that come with the opening: enough for a screen and a half of the timeline. */
const TAIL = 400

/** Records of one piece when the whole log is read: few enough that the window answers between two pieces. */
const PIECE = 5_000

/** Makes the reader over a store; each stretch of the log is asked for once at a time. */
export function createIncidentReader(
  { getState, setState }: Pick<StoreApi<StoreState>, 'getState' | 'setState'>,
  client: Client,
): IncidentReader {
  const reading = new Set<string>()
  /** An answer that another opening overtook is about what nobody looks at any more. */
  let openings = 0

  const take: IncidentReader['take'] = (incident, records) => {
    const { open } = getState()
    if (open?.incident !== incident || records.length === 0) return
    const next = withNews(open, records)
    setState({ open: next })
    const from = missingFrom(next)
    if (from !== null) void readFrom(incident, from)
  }

  const readFrom = async (incident: string, fromSeq: number, limit = PAGE_SIZE): Promise<void> => {
    const key = `${incident}:${fromSeq}`
    if (reading.has(key)) return
    reading.add(key)
    const reply = await client.call('incidents.read', { incident, fromSeq, limit })
    reading.delete(key)
    if (reply.ok) take(incident, reply.value.records)
  }

  const open: IncidentReader['open'] = async (incident) => {
    openings += 1
    const own = openings
    const { open: before } = getState()
    setState({ openProblem: null, ...(before?.incident === incident ? {} : { open: null }) })
    const reply = await client.call('incidents.open', { incident, tail: TAIL })
    if (own !== openings) return
    if (reply.ok) {
      const open = openFrom(incident, reply.value)
      const heard = getState().summaries.find((each) => each.incident === incident)?.seq ?? 0
      setState({ open })
      if (heard > open.state.seq) await readFrom(incident, open.state.seq + 1)
      return
    }
    if (getState().open?.incident === incident) return
    setState({ openProblem: { incident, message: reply.error.message, hint: reply.error.hint ?? null } })
  }

  return {
    take,
    open,
    heed: ({ incident, seq, integrity }) => {
      const { open: shown } = getState()
      if (shown?.incident !== incident) return
      if (shown.state.seq > seq && isDamaged(integrity)) void open(incident)
      else setState({ open: { ...shown, integrity } })
    },
    catchUp: () => {
      const { open } = getState()
      if (open !== null) void readFrom(open.incident, open.state.seq + 1)
    },
    readWhole: async (isStale) => {
      let from: number | null = 1
      while (!isStale()) {
        const { open } = getState()
        from = open === null ? null : firstMissing(open.log, from, open.log.total)
        if (open === null || from === null) return
        await readFrom(open.incident, from, PIECE)
        if (getState().open?.log.loaded === open.log.loaded) return
      }
    },
    readAround: async (seq) => {
      const { open } = getState()
      if (open === null) return
      const first = Math.floor((seq - 1) / PAGE_SIZE) * PAGE_SIZE + 1
      if (firstMissing(open.log, first, first + PAGE_SIZE - 1) !== null) await readFrom(open.incident, first)
    },
  }
}
