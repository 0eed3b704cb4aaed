import type { StoreApi } from 'zustand/vanilla'
import type { Client } from '../../shared/contract/client.ts'
import type { Desk, HostEvent } from '../../shared/contract/contract.ts'
import type { IncidentSummary } from '../../shared/contract/incident-summary.ts'
import { hostClock } from './host-clock.ts'
import type { IncidentReader } from './incident-reader.ts'
import type { StoreState } from './store-state.ts'

/** What the host tells, taken into the store. */
export type DeskNews = { readonly hear: (event: HostEvent) => void; readonly readDesk: () => Promise<void> }

const withSummary = (list: readonly IncidentSummary[], summary: IncidentSummary): readonly IncidentSummary[] =>
  list.some((each) => each.incident === summary.incident)
    ? list.map((each) => (each.incident === summary.incident ? summary : each))
    : [summary, ...list]

/** Makes the ear of a store. `nowMs` is the window's own clock. */
export function createDeskNews(
  { setState }: Pick<StoreApi<StoreState>, 'setState'>,
  client: Client,
  reader: IncidentReader,
  nowMs: () => number,
): DeskNews {
  const takeDesk = (desk: Desk): void =>
    setState({ desk, deskProblem: null, clock: hostClock(desk.clock, desk.now, nowMs()) })
  const takeSummary = (summary: IncidentSummary): void =>
    setState(({ summaries }) => ({ summaries: withSummary(summaries, summary) }))

  const readDesk = async (): Promise<void> => {
    const [desk, list] = await Promise.all([client.call('desk.describe', {}), client.call('incidents.list', {})])
    if (desk.ok) takeDesk(desk.value)
    else setState({ deskProblem: desk.error.message })
    if (list.ok) setState({ summaries: list.value })
  }

  const hear = (event: HostEvent): void => {
    switch (event.type) {
      case 'facts':
        takeSummary(event.summary)
        reader.take(event.incident, event.records)
        break
      case 'summary':
        takeSummary(event.summary)
        break
      case 'desk':
        takeDesk(event.desk)
        break
      case 'library':
        setState(({ libraryVersion }) => ({ libraryVersion: libraryVersion + 1 }))
        break
      case 'clock':
        setState(({ clock }) => ({ clock: hostClock(clock.kind, event.now, nowMs()) }))
        break
      case 'saveFailed':
        setState({ saveFailure: { incident: event.incident, message: event.message } })
        break
      case 'reset':
        void readDesk()
        reader.catchUp()
        break
    }
  }
  return { hear, readDesk }
}
