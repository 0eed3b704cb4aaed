import { useState } from 'react'
import type { RunbookSuggestion } from '../../../../shared/contract/answers.ts'
import type { CallInput } from '../../../../shared/contract/contract.ts'
import { repeatedTitles } from '../../../../shared/library/repeated-titles.ts'
import { hashOf } from '../../../state/route.ts'
import { useDeskStore, useOpenIncident } from '../../../state/store-context.tsx'
import { whyItFits } from '../../../state/why-it-fits.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { useRecord } from '../use-record.ts'
import styles from './runbook.module.css'
import { type BegunRunbook, begunRunbooks, isNews } from './runbook-offers.ts'
import { type Offers, useOffers } from './use-offers.ts'

/** More runbooks than this are narrowed down by typing. */
const MANY = 8

type Row = {
  readonly key: string
  readonly title: string
  readonly words: readonly string[]
  readonly onOpen: () => void
}

function RowList({ heading, rows }: { readonly heading: string; readonly rows: readonly Row[] }) {
  if (rows.length === 0) return null
  return (
    <>
      <h3 className={`caption ${styles.section}`}>{heading}</h3>
      <div className={styles.list}>
        {rows.map(({ key, title, words, onOpen }) => (
          <button key={key} type="button" className={styles.choice} onClick={onOpen}>
            <strong>{title}</strong>
            {words.map((line) => (
              <span key={line}>{line}</span>
            ))}
          </button>
        ))}
      </div>
    </>
  )
}

/** All the rest, narrowed down by what stands in a title or a path. */
function OtherRunbooks(props: { readonly all: Offers['all']; readonly onOpen: (path: string) => void }) {
  const [typed, setTyped] = useState('')
  const words = typed.toLowerCase().split(/\s+/)
  const found = props.all.filter(({ title, path }) => {
    const text = `${title} ${path}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
  return (
    <>
      {props.all.length > MANY ? (
        <div className={styles.picker}>
          <label>
            Find a runbook
            <input type="search" value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
          </label>
        </div>
      ) : null}
      <RowList
        heading="All runbooks"
        rows={found.map(({ path, title }) => ({ key: path, title, words: [path], onOpen: () => props.onOpen(path) }))}
      />
      {found.length === 0 && typed !== '' ? (
        <p className={styles.section} role="status">
          No title or path holds all of: {typed}
        </p>
      ) : null}
    </>
  )
}

/** Where to look when no runbook fits: before everything else then, else a line below those that do. */
function FailureModes({ page, isFirst }: { readonly page: Offers['failureModes']; readonly isFirst: boolean }) {
  if (page === null) return null
  const href = hashOf({ screen: 'library', path: page.path })
  if (!isFirst) {
    return (
      <p className={styles.section}>
        None fits? Look at <a href={href}>the failure modes</a>.
      </p>
    )
  }
  return (
    <>
      <h3 className={`caption ${styles.section}`}>No runbook fits this incident</h3>
      <div className={styles.list}>
        <a className={styles.choice} href={href}>
          <strong>{page.title}</strong>
          <span>Look at the failure modes in the library first, or choose a runbook below</span>
        </a>
      </div>
    </>
  )
}

/** Opens what was chosen, and says so when that could not be done. */
function useOpening(onChosen: () => void) {
  const store = useDeskStore()
  const record = useRecord()
  const { incident, state } = useOpenIncident()
  const open = async (input: Omit<CallInput<'runbook.open'>, 'incident'>): Promise<void> => {
    const reply = await store.openRunbook({ incident, ...input })
    if (reply.ok) onChosen()
    else store.showRefusal([reply.error.message, reply.error.hint].filter(Boolean).join(' '))
  }
  return {
    openFile: (path: string) => void open({ path, reason: 'chosen by hand' }),
    goOn: ({ run, isInForce }: BegunRunbook): void => {
      if (isInForce) onChosen()
      else void open({ path: run.path, reason: run.matchedBy, goOn: true })
    },
    openFitting: async ({ path, reason, scenario }: RunbookSuggestion): Promise<void> => {
      if (path !== state.run?.path || scenario === null) {
        return open({ path, reason, scenario: scenario?.id ?? null, goOn: true })
      }
      const refused = await record({ type: 'scenario.chosen', data: { scenario: scenario.id, title: scenario.title } })
      if (refused === null) onChosen()
    },
  }
}

/** Picks the runbook to follow. Its text is pinned into the log, so later changes of the file do not move the steps. */
export function RunbookChooser({ onChosen }: { readonly onChosen: () => void }) {
  const { state } = useOpenIncident()
  const offers = useOffers()
  const { openFile, goOn, openFitting } = useOpening(onChosen)
  if (offers === null) return null
  if (typeof offers === 'string') return <EmptyState title="The runbooks could not be read.">{offers}</EmptyState>
  const begun = begunRunbooks(state)
  const fitting = offers.fitting.filter((offer) => isNews(offer, begun))
  const taken = new Set([...begun.map(({ run }) => run.path), ...fitting.map(({ path }) => path)])
  const others = offers.all.filter(({ path }) => !taken.has(path))
  if (taken.size + others.length === 0) {
    return (
      <EmptyState title="There are no runbooks yet.">
        Put Markdown files into the workspace's runbooks folder. They show up here by themselves.
      </EmptyState>
    )
  }
  const repeated = repeatedTitles([...begun.map(({ run }) => run), ...fitting, ...others])
  const pathIfNeeded = ({ title, path }: { title: string; path: string }) => (repeated.has(title) ? [path] : [])
  return (
    <div className={styles.scroll}>
      <RowList
        heading="In this incident"
        rows={begun.map((each) => ({
          key: each.run.path,
          title: each.run.title,
          words: [each.words, ...pathIfNeeded(each.run)],
          onOpen: () => goOn(each),
        }))}
      />
      <RowList
        heading={fitting.length > 1 ? `${fitting.length} fit this incident, the best first` : 'Fits this incident'}
        rows={fitting.map((offer) => ({
          key: `${offer.path}#${offer.scenario?.id ?? ''}`,
          title: offer.title,
          words: [whyItFits(offer), ...pathIfNeeded(offer)],
          onOpen: () => void openFitting(offer),
        }))}
      />
      <FailureModes page={offers.failureModes} isFirst={offers.fitting.length === 0} />
      <OtherRunbooks all={others} onOpen={openFile} />
    </div>
  )
}
