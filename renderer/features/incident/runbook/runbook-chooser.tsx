import { useEffect, useState } from 'react'
import type { RunbookSuggestion } from '../../../../shared/contract/contract.ts'
import { hashOf } from '../../../state/route.ts'
import { useDeskStore, useOpenIncident, useSelected } from '../../../state/store-context.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { SeenBefore } from '../seen-before/seen-before.tsx'
import styles from './runbook.module.css'

type Offer = RunbookSuggestion & { readonly fits: boolean }

/** The runbooks that fit, and why, before all others. */
function useOffers(): readonly Offer[] | null {
  const { client } = useDeskStore()
  const { context } = useOpenIncident().state.ladder
  const libraryVersion = useSelected((state) => state.libraryVersion)
  const [offers, setOffers] = useState<readonly Offer[] | null>(null)
  const pipeline = context.declaration.pipeline?.id ?? null
  const { title } = context
  useEffect(() => {
    let isCurrent = libraryVersion >= 0
    const load = async (): Promise<void> => {
      const [fitting, all] = await Promise.all([
        client.call('runbooks.suggest', { pipeline, title }),
        client.call('library.list', {}),
      ])
      const first = fitting.ok ? fitting.value.map((each) => ({ ...each, fits: true })) : []
      const taken = new Set(first.map(({ path }) => path))
      const others = (all.ok ? all.value : []).flatMap((document): Offer[] =>
        document.kind === 'runbook' && !taken.has(document.path)
          ? [{ path: document.path, title: document.title, reason: 'chosen by hand', fits: false }]
          : [],
      )
      if (isCurrent) setOffers([...first, ...others])
    }
    void load()
    return () => {
      isCurrent = false
    }
  }, [client, pipeline, title, libraryVersion])
  return offers
}

/** Picks the runbook to follow. Its text is pinned into the log, so later changes of the file do not move the steps. */
export function RunbookChooser({ onChosen }: { readonly onChosen?: () => void }) {
  const store = useDeskStore()
  const { incident } = useOpenIncident()
  const offers = useOffers()
  if (offers === null) return null
  if (offers.length === 0) {
    return (
      <EmptyState title="There are no runbooks yet.">
        Put Markdown files into the workspace's runbooks folder. They show up here by themselves.
      </EmptyState>
    )
  }
  const open = async (offer: Offer): Promise<void> => {
    const reply = await store.openRunbook(incident, offer.path, offer.reason)
    if (reply.ok) onChosen?.()
    else store.showRefusal([reply.error.message, reply.error.hint].filter(Boolean).join(' '))
  }
  const group = (fits: boolean, heading: string) => {
    const list = offers.filter((offer) => offer.fits === fits)
    if (list.length === 0) return null
    return (
      <>
        <h3 className={`caption ${styles.section}`}>{heading}</h3>
        <div className={styles.list}>
          {list.map((offer) => (
            <button key={offer.path} type="button" className={styles.choice} onClick={() => void open(offer)}>
              <strong>{offer.title}</strong>
              <span>{fits ? offer.reason : offer.path}</span>
            </button>
          ))}
        </div>
      </>
    )
  }
  return (
    <div className={styles.scroll}>
      {group(true, 'Fits this incident')}
      {group(false, 'All runbooks')}
      <p className={styles.section}>
        None fits? Look at{' '}
        <a href={hashOf({ screen: 'library', path: 'reference/failure-modes.md' })}>the failure modes</a>.
      </p>
      <SeenBefore />
    </div>
  )
}
