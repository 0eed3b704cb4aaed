import { useEffect, useMemo, useState } from 'react'
import type { RunbookSuggestion } from '../../../../shared/contract/answers.ts'
import type { CallOutput } from '../../../../shared/contract/contract.ts'
import type { AttachedAlerts } from '../../../../shared/incident/attached-alerts.ts'
import { standing } from '../../../../shared/incident/retraction.ts'
import { failureModesPage } from '../../../../shared/library/failure-modes.ts'
import { useDeskStore, useOpenIncident, useSelected } from '../../../state/store-context.tsx'
import { mergedSuggestions } from './runbook-offers.ts'

type Document = CallOutput<'library.list'>[number]

/** The runbooks that could be followed. */
export type Offers = {
  readonly fitting: readonly RunbookSuggestion[]
  /** Why it is not known of every alert what fits; null when it is. */
  readonly unknown: string | null
  /** Every runbook of the workspace. */
  readonly all: readonly Pick<Document, 'path' | 'title'>[]
  /** The page about failure modes, when this workspace has one. */
  readonly failureModes: Pick<Document, 'path' | 'title'> | null
}

/** Alerts of more names than this are not asked about. */
const MOST_ALERTS = 20

/** What to ask for: each name of an alert once, those that still fire first; one question without an alert when there is none. */
export function askedAlerts(
  alerts: AttachedAlerts,
): readonly { readonly id: string | null; readonly name: string | null }[] {
  const byName = new Map<string, { readonly id: string; readonly name: string }>()
  const firingFirst = [
    ...alerts.filter(({ status }) => status === 'firing'),
    ...alerts.filter(({ status }) => status === 'resolved'),
  ]
  for (const { source, fingerprint, name } of firingFirst) {
    if (!byName.has(name)) byName.set(name, { id: `${source}/${fingerprint}`, name })
  }
  return byName.size === 0 ? [{ id: null, name: null }] : [...byName.values()].slice(0, MOST_ALERTS)
}

/** The runbooks that fit, and why, and all others; words when they could not be read, null while they are being read. */
export function useOffers(): Offers | string | null {
  const { client } = useDeskStore()
  const { ladder, alerts } = useOpenIncident().state
  const libraryVersion = useSelected((state) => state.libraryVersion)
  const [offers, setOffers] = useState<Offers | string | null>(null)
  const { title, declaration } = ladder.context
  const pipeline = declaration.pipeline?.id ?? null
  const asked = useMemo(() => askedAlerts(standing(alerts)), [alerts])
  useEffect(() => {
    let isCurrent = libraryVersion >= 0
    const load = async (): Promise<void> => {
      const [all, ...suggested] = await Promise.all([
        client.call('library.list', {}),
        ...asked.map(async ({ id, name }) => {
          const reply = await client.call('runbooks.suggest', { pipeline, title, alert: id })
          return { alert: name, list: reply.ok ? reply.value : [], problem: reply.ok ? null : reply.error.message }
        }),
      ])
      if (!isCurrent) return
      if (!all.ok) return setOffers(all.error.message)
      setOffers({
        fitting: mergedSuggestions(suggested),
        unknown: suggested.find(({ problem }) => problem !== null)?.problem ?? null,
        all: all.value.filter(({ kind }) => kind === 'runbook'),
        failureModes: failureModesPage(all.value),
      })
    }
    void load()
    return () => {
      isCurrent = false
    }
  }, [client, pipeline, title, asked, libraryVersion])
  return offers
}
