import type { HostEvent } from '../../shared/contract/host-event.ts'
import type { IncidentSummary } from '../../shared/contract/incident-summary.ts'
import type { Handlers } from '../../shared/contract/serve.ts'

type WatchedHost = {
  readonly handlers: Pick<Handlers, 'incidents.list'>
  readonly listen: (hear: (event: HostEvent) => void) => () => void
}

/** An open incident whose ladder will act by itself. */
export type PendingRung = {
  readonly incident: string
  readonly title: string
  readonly dueAt: string
  readonly words: string
}

/** Knows which rung of which open incident is due first. */
export type RungWatch = { readonly soonest: () => PendingRung | null }

const pendingRung = ({ incident, title, nextRung }: IncidentSummary): PendingRung[] =>
  nextRung === null ? [] : [{ incident, title, dueAt: nextRung.dueAt, words: nextRung.words }]

/** Follows the host's summaries; events that come before the first list are newer than it and win. */
export function createRungWatch(host: WatchedHost): RungWatch {
  const summaries = new Map<string, IncidentSummary>()
  const keepNewest = (summary: IncidentSummary): void => {
    const known = summaries.get(summary.incident)
    if (known === undefined || known.seq <= summary.seq) summaries.set(summary.incident, summary)
  }
  const readAll = async (): Promise<void> => {
    const listed = await host.handlers['incidents.list']({})
    if (listed.ok) for (const summary of listed.value) keepNewest(summary)
  }
  host.listen((event) => {
    if (event.type === 'facts' || event.type === 'summary') keepNewest(event.summary)
    if (event.type === 'reset') void readAll()
  })
  void readAll()
  return {
    soonest: () => {
      const pending = [...summaries.values()].flatMap(pendingRung)
      return pending.sort((one, other) => one.dueAt.localeCompare(other.dueAt))[0] ?? null
    },
  }
}
