import type { StoreApi } from 'zustand/vanilla'
import type { Desk } from '../../shared/contract/answers.ts'
import type { Client } from '../../shared/contract/client.ts'
import type { HostEvent } from '../../shared/contract/host-event.ts'
import type { IncidentSummary } from '../../shared/contract/incident-summary.ts'
import { createAlertNews } from './alert-news.ts'
import { hostClock } from './host-clock.ts'
import type { IncidentReader } from './incident-reader.ts'
import type { SecretDesk } from './secret-desk.ts'
import type { StoreState } from './store-state.ts'

/** What the host tells, taken into the store. */
export type DeskNews = { readonly hear: (event: HostEvent) => void; readonly readDesk: () => Promise<void> }

const withSummary = (list: readonly IncidentSummary[], summary: IncidentSummary): readonly IncidentSummary[] =>
  list.some((each) => each.incident === summary.incident)
    ? list.map((each) => (each.incident === summary.incident ? summary : each))
    : [summary, ...list]

/** A list that was read, with what was heard since it was asked for: events may overtake an answer. */
function newerOf(read: readonly IncidentSummary[], heard: readonly IncidentSummary[]): readonly IncidentSummary[] {
  const known = new Map(heard.map((each) => [each.incident, each]))
  const isNew = ({ incident }: IncidentSummary): boolean => !read.some((each) => each.incident === incident)
  const newer = (each: IncidentSummary): IncidentSummary => {
    const other = known.get(each.incident)
    return other !== undefined && other.seq > each.seq ? other : each
  }
  return [...heard.filter(isNew), ...read.map(newer)]
}

/** The desk as it is now; whether it took over from another console is seen by what it was before. */
const withDesk = (before: StoreState, desk: Desk, atMs: number): Partial<StoreState> => ({
  // What a console that only read refused, one that writes does not.
  ...(before.desk?.readOnly && desk.readOnly === null ? { refusal: null } : {}),
  desk,
  deskProblem: null,
  clock: hostClock(desk.clock, desk.now, atMs),
  tookOverFrom: desk.readOnly === null ? (before.desk?.readOnly?.holder ?? before.tookOverFrom) : null,
})

/** Makes the ear of a store. `nowMs` is the window's own clock. */
export function createDeskNews(
  { getState, setState }: Pick<StoreApi<StoreState>, 'getState' | 'setState'>,
  client: Client,
  reader: IncidentReader & Pick<SecretDesk, 'readSecrets'>,
  nowMs: () => number,
): DeskNews {
  const heard = { desks: 0, clocks: 0 }
  const alerts = createAlertNews({ getState, setState }, client)
  const takeDesk = (desk: Desk): void => setState((before) => withDesk(before, desk, nowMs()))
  const takeSummary = (summary: IncidentSummary): void =>
    setState(({ summaries }) => ({ summaries: withSummary(summaries, summary) }))

  const readDesk = async (): Promise<void> => {
    const before = { ...heard }
    const reading = alerts.read()
    const [desk, list] = await Promise.all([client.call('desk.describe', {}), client.call('incidents.list', {})])
    if (!desk.ok) setState({ deskProblem: desk.error.message })
    else if (heard.desks === before.desks) {
      const { clock } = getState()
      takeDesk(desk.value)
      if (heard.clocks !== before.clocks) setState({ clock })
    }
    if (list.ok) setState(({ summaries }) => ({ summaries: newerOf(list.value, summaries) }))
    await reading
  }

  // A host that was started anew holds none of the values that were given to the one before.
  const readSecretsAgain = async (): Promise<void> => {
    const { secrets } = getState()
    if (secrets !== null) await reader.readSecrets(secrets.incident)
  }

  const hear = (event: HostEvent): void => {
    switch (event.type) {
      case 'facts':
        takeSummary(event.summary)
        reader.take(event.incident, event.records)
        break
      case 'summary':
        takeSummary(event.summary)
        reader.heed(event.summary)
        break
      case 'desk':
        heard.desks += 1
        takeDesk(event.desk)
        break
      case 'alerts':
        alerts.hear(event)
        break
      case 'intake':
        setState({ intake: event.intake })
        break
      case 'secrets':
        if (getState().open?.incident === event.incident) void reader.readSecrets(event.incident)
        break
      case 'library':
        setState(({ libraryVersion }) => ({ libraryVersion: libraryVersion + 1 }))
        break
      case 'clock':
        heard.clocks += 1
        setState(({ clock }) => ({ clock: hostClock(clock.kind, event.now, nowMs()) }))
        break
      case 'saveFailed':
        setState({ saveFailure: { incident: event.incident, message: event.message } })
        break
      case 'reset':
        void readDesk()
        reader.catchUp()
        void readSecretsAgain()
        break
    }
  }
  return { hear, readDesk }
}
