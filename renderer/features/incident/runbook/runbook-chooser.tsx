import { useEffect, useState } from 'react'
import type { RunbookSuggestion } from '../../../../shared/contract/answers.ts'
import { hashOf } from '../../../state/route.ts'
import { useDeskStore, useOpenIncident, useSelected } from '../../../state/store-context.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { SeenBefore } from '../seen-before/seen-before.tsx'
import styles from './runbook.module.css'

type Offers = {
  readonly fitting: readonly RunbookSuggestion[]
  readonly others: readonly RunbookSuggestion[]
  /** The page about failure modes, when this workspace has one. */
  readonly failureModes: string | null
}

/** More runbooks than this are narrowed down by typing. */
const MANY = 8

/** The runbooks that fit, and why, before all others; words when they could not be read. */
function useOffers(): Offers | string | null {
  const { client } = useDeskStore()
  const { ladder, alerts } = useOpenIncident().state
  const { context } = ladder
  const alert = alerts.map(({ source, fingerprint }) => `${source}/${fingerprint}`).at(0) ?? null
  const libraryVersion = useSelected((state) => state.libraryVersion)
  const [offers, setOffers] = useState<Offers | string | null>(null)
  const pipeline = context.declaration.pipeline?.id ?? null
  const { title } = context
  useEffect(() => {
    let isCurrent = libraryVersion >= 0
    const load = async (): Promise<void> => {
      const [suggested, all] = await Promise.all([
        client.call('runbooks.suggest', { pipeline, title, alert }),
        client.call('library.list', {}),
      ])
      if (!isCurrent) return
      if (!all.ok) return setOffers(all.error.message)
      const fitting = suggested.ok ? suggested.value : []
      const taken = new Set(fitting.map(({ path }) => path))
      const others = all.value
        .filter(({ kind, path }) => kind === 'runbook' && !taken.has(path))
        .map((each) => ({ path: each.path, title: each.title, reason: 'chosen by hand', scenario: null }))
      const page = all.value.find(({ kind, path }) => kind === 'reference' && /(?:^|\/)failure-modes\.md$/.test(path))
      setOffers({ fitting, others, failureModes: page?.path ?? null })
    }
    void load()
    return () => {
      isCurrent = false
    }
  }, [client, pipeline, title, alert, libraryVersion])
  return offers
}

function OfferList(props: {
  readonly heading: string
  readonly offers: readonly RunbookSuggestion[]
  readonly below: (offer: RunbookSuggestion) => string
  readonly onOpen: (offer: RunbookSuggestion) => void
}) {
  if (props.offers.length === 0) return null
  return (
    <>
      <h3 className={`caption ${styles.section}`}>{props.heading}</h3>
      <div className={styles.list}>
        {props.offers.map((offer) => (
          <button key={offer.path} type="button" className={styles.choice} onClick={() => props.onOpen(offer)}>
            <strong>{offer.title}</strong>
            <span>{props.below(offer)}</span>
          </button>
        ))}
      </div>
    </>
  )
}

/** All the rest, narrowed down by what stands in a title or a path. */
function OtherRunbooks(props: {
  readonly offers: readonly RunbookSuggestion[]
  readonly onOpen: (offer: RunbookSuggestion) => void
}) {
  const [typed, setTyped] = useState('')
  const words = typed.toLowerCase().split(/\s+/)
  const found = props.offers.filter(({ title, path }) => {
    const text = `${title} ${path}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
  return (
    <>
      {props.offers.length > MANY ? (
        <div className={styles.picker}>
          <label>
            Find a runbook
            <input type="search" value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
          </label>
        </div>
      ) : null}
      <OfferList heading="All runbooks" offers={found} below={({ path }) => path} onOpen={props.onOpen} />
      {found.length === 0 && typed !== '' ? (
        <p className={styles.section} role="status">
          No title or path holds all of: {typed}
        </p>
      ) : null}
    </>
  )
}

/** Picks the runbook to follow. Its text is pinned into the log, so later changes of the file do not move the steps. */
export function RunbookChooser({ onChosen }: { readonly onChosen?: () => void }) {
  const store = useDeskStore()
  const { incident } = useOpenIncident()
  const offers = useOffers()
  if (offers === null) return null
  if (typeof offers === 'string') return <EmptyState title="The runbooks could not be read.">{offers}</EmptyState>
  const { fitting, others, failureModes } = offers
  if (fitting.length + others.length === 0) {
    return (
      <EmptyState title="There are no runbooks yet.">
        Put Markdown files into the workspace's runbooks folder. They show up here by themselves.
      </EmptyState>
    )
  }
  const open = async (offer: RunbookSuggestion): Promise<void> => {
    const reply = await store.openRunbook(incident, offer.path, offer.reason)
    if (reply.ok) onChosen?.()
    else store.showRefusal([reply.error.message, reply.error.hint].filter(Boolean).join(' '))
  }
  return (
    <div className={styles.scroll}>
      <OfferList
        heading={fitting.length > 1 ? `${fitting.length} fit this incident, the best first` : 'Fits this incident'}
        offers={fitting}
        below={({ reason }) => reason}
        onOpen={open}
      />
      <OtherRunbooks offers={others} onOpen={open} />
      {failureModes === null ? null : (
        <p className={styles.section}>
          None fits? Look at <a href={hashOf({ screen: 'library', path: failureModes })}>the failure modes</a>.
        </p>
      )}
      <SeenBefore />
    </div>
  )
}
