import { useEffect, useMemo, useState } from 'react'
import type { IncidentSummary } from '../../../shared/contract/incident-summary.ts'
import { hashOf } from '../../state/route.ts'
import { selectZone } from '../../state/selectors.ts'
import { useDeskStore, useSelected } from '../../state/store-context.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import { StateMark, stateWords } from '../../ui/state-mark.tsx'
import { dayKey } from '../../ui/time-words.ts'
import { ageWords, hiddenWords } from './filter-words.ts'
import styles from './library.module.css'
import { narrowShelves, type Shelved } from './narrow-shelves.ts'
import { Runbooks, type Shown } from './runbooks-panel.tsx'
import search from './search.module.css'
import { filterOf, isWide, type Narrowing } from './search-choices.ts'
import { ShelfCount } from './shelf-count.tsx'
import { type Listed, pastIncidents, referenceShelf } from './shelve.ts'
import { useRowInView } from './use-row-in-view.ts'

function PageRow({ page, isOpen }: { readonly page: Listed; readonly isOpen: boolean }) {
  const row = useRowInView(isOpen)
  return (
    <li>
      <a
        ref={row}
        data-row
        className={classNames(styles.row, styles.page)}
        href={hashOf({ screen: 'library', path: page.path })}
        aria-current={isOpen ? 'true' : undefined}
      >
        <bdi>{page.title}</bdi>
      </a>
    </li>
  )
}

function Reference({ documents, openPath, ofAll }: Shown) {
  const pages = referenceShelf(documents)
  return (
    <Panel title="Reference" tools={<ShelfCount of={pages.length} ofAll={ofAll} />}>
      {pages.length === 0 ? (
        <EmptyState title="The reference shelf is empty.">
          Checklists, contacts, agreements: whatever you want at hand with no network, as Markdown in the workspace's{' '}
          <code>reference</code> folder.
        </EmptyState>
      ) : (
        <ul className={styles.pages}>
          {pages.map((page) => (
            <PageRow key={page.path} page={page} isOpen={page.path === openPath} />
          ))}
        </ul>
      )}
    </Panel>
  )
}

const SHOWN_AT_FIRST = 8

function PastIncidents({ past, ofAll }: { readonly past: readonly IncidentSummary[] } & Pick<Shown, 'ofAll'>) {
  const [isWhole, setWhole] = useState(false)
  const zone = useSelected(selectZone)
  return (
    <Panel title="Past incidents" tools={<ShelfCount of={past.length} ofAll={ofAll} />}>
      {past.length === 0 ? (
        <EmptyState title="No incident is over yet.">
          Once one is resolved, everything written into its timeline can be found here: "have we seen this before?"
        </EmptyState>
      ) : (
        <ul>
          {(isWhole ? past : past.slice(0, SHOWN_AT_FIRST)).map((summary) => (
            <li key={summary.incident}>
              <a
                data-row
                className={classNames(styles.row, styles.past)}
                href={hashOf({ screen: 'incident', incident: summary.incident })}
              >
                <StateMark state={summary.lifecycle} />
                <bdi className={styles.pastTitle}>{summary.title}</bdi>
                <span className="visually-hidden">{stateWords[summary.lifecycle]}</span>
                <span className="faint num">{dayKey(summary.detectedAt, zone)}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
      {past.length > SHOWN_AT_FIRST && !isWhole ? (
        <ActionButton tone="quiet" onClick={() => setWhole(true)}>
          Show all {past.length}
        </ActionButton>
      ) : null}
    </Panel>
  )
}

const kindsOf = ({ documents, past }: Shelved): Readonly<Record<Listed['kind'] | 'incident', number>> => {
  const runbook = documents.filter(({ kind }) => kind === 'runbook').length
  return { runbook, reference: documents.length - runbook, incident: past.length }
}

/** What passes the filter, each kind on its shelf, and what the filter hides. */
function NarrowedShelves(props: {
  readonly all: Shelved
  readonly narrowing: Narrowing
  readonly onWiden: () => void
  readonly openPath: string | null
}) {
  const { all, narrowing, openPath } = props
  const { announce, now } = useDeskStore()
  const { shown, unfiltered } = useMemo(() => narrowShelves(all, filterOf(narrowing, now())), [all, narrowing, now])
  const [ofAll, counts] = [kindsOf(all), kindsOf(shown)]
  const count = shown.documents.length + shown.past.length
  const words = [
    hiddenWords(unfiltered, count),
    ageWords(narrowing),
    narrowing.scenario === '' || !['', 'incident'].includes(narrowing.kind)
      ? ''
      : 'Past incidents of this scenario are found by typing a word.',
  ].filter((each) => each !== '')
  const said = `${count} within the filter; ${hiddenWords(unfiltered, count)}`
  useEffect(() => announce(said), [announce, said])
  if (count === 0) {
    const isNoneOver = narrowing.kind === 'incident' && all.past.length === 0
    return (
      <div className={search.group}>
        <EmptyState
          title={isNoneOver ? 'No incident is over yet.' : 'Nothing is within the filter.'}
          action={<ActionButton onClick={props.onWiden}>Show all {unfiltered.total}</ActionButton>}
        >
          {isNoneOver ? 'Open ones stand under Tonight.' : words.join(' ')}
        </EmptyState>
      </div>
    )
  }
  return (
    <>
      <p className={search.note}>{words.join(' ')}</p>
      <div className={styles.shelves} data-shelves>
        {counts.runbook === 0 ? null : (
          <Runbooks documents={shown.documents} openPath={openPath} ofAll={ofAll.runbook} />
        )}
        {counts.reference + counts.incident === 0 ? null : (
          <div className={styles.side}>
            {counts.reference === 0 ? null : (
              <Reference documents={shown.documents} openPath={openPath} ofAll={ofAll.reference} />
            )}
            {counts.incident === 0 ? null : <PastIncidents past={shown.past} ofAll={ofAll.incident} />}
          </div>
        )}
      </div>
    </>
  )
}

/** Everything there is to read, or what of it passes the filter, when nothing is searched for. `onWiden` takes the filter off. */
export function Shelves(props: {
  readonly documents: readonly Listed[] | null
  readonly openPath: string | null
  readonly narrowing: Narrowing
  readonly onWiden: () => void
}) {
  const { documents, openPath, narrowing } = props
  const isLost = useSelected((state) => state.lostSinceMs !== null)
  const summaries = useSelected((state) => state.summaries)
  const past = useMemo(() => pastIncidents(summaries), [summaries])
  const all = useMemo(() => ({ documents: documents ?? [], past }), [documents, past])
  if (documents === null && isLost) {
    return (
      <EmptyState title="The library cannot be read now.">
        The console does not answer. The shelves come by themselves when it is back; until then the files can be read in
        the workspace folder.
      </EmptyState>
    )
  }
  if (documents === null) return null
  if (!isWide(narrowing)) {
    return <NarrowedShelves all={all} narrowing={narrowing} onWiden={props.onWiden} openPath={openPath} />
  }
  return (
    <div className={styles.shelves} data-shelves>
      <Runbooks documents={documents} openPath={openPath} ofAll={null} />
      <div className={styles.side}>
        <Reference documents={documents} openPath={openPath} ofAll={null} />
        <PastIncidents past={past} ofAll={null} />
      </div>
    </div>
  )
}
