import { useEffect, useState } from 'react'
import type { RunbookSuggestion } from '../../../../shared/contract/answers.ts'
import type { CallOutput } from '../../../../shared/contract/contract.ts'
import { failureModesPage } from '../../../../shared/library/failure-modes.ts'
import { useDeskStore, useOpenIncident, useSelected } from '../../../state/store-context.tsx'

type Document = CallOutput<'library.list'>[number]

/** The runbooks that could be followed. */
export type Offers = {
  readonly fitting: readonly RunbookSuggestion[]
  /** Why it is not known what fits; null when it is. */
  readonly unknown: string | null
  /** Every runbook of the workspace. */
  readonly all: readonly Pick<Document, 'path' | 'title' | 'sha256'>[]
  /** The page about failure modes, when this workspace has one. */
  readonly failureModes: Pick<Document, 'path' | 'title'> | null
}

/** The runbooks that fit, and why, and all others; words when they could not be read, null while they are being read. */
export function useOffers(): Offers | string | null {
  const { client } = useDeskStore()
  const { incident, state } = useOpenIncident()
  const { ladder, alerts } = state
  const libraryVersion = useSelected((desk) => desk.libraryVersion)
  const [offers, setOffers] = useState<Offers | string | null>(null)
  const { title, declaration } = ladder.context
  /** What the answer depends on: the host knows it as soon as this window does. */
  const known = JSON.stringify([
    title,
    declaration.pipeline?.id,
    alerts.map(({ entry, status, isRetracted }) => [entry, status, isRetracted]),
  ])
  useEffect(() => {
    let isCurrent = libraryVersion >= 0 && known !== ''
    const load = async (): Promise<void> => {
      const [all, fitting] = await Promise.all([
        client.call('library.list', {}),
        client.call('runbooks.suggest', { incident }),
      ])
      if (!isCurrent) return
      if (!all.ok) return setOffers(all.error.message)
      setOffers({
        fitting: fitting.ok ? fitting.value : [],
        unknown: fitting.ok ? null : fitting.error.message,
        all: all.value.filter(({ kind }) => kind === 'runbook'),
        failureModes: failureModesPage(all.value),
      })
    }
    void load()
    return () => {
      isCurrent = false
    }
  }, [client, incident, known, libraryVersion])
  return offers
}
