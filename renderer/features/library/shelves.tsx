import { memo, startTransition, useEffect, useMemo, useState } from 'react'
import type { TrustSignals } from '../../../shared/library/trust-signals.ts'
import { trustNotes } from '../../../shared/library/trust-words.ts'
import { verifiedWords } from '../../../shared/library/verified-words.ts'
import { emptyTeam, personName, type Team } from '../../../shared/schedule/team.ts'
import { hashOf } from '../../state/route.ts'
import { selectZone } from '../../state/selectors.ts'
import { useNow, useSelected } from '../../state/store-context.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { afterPaint } from '../../ui/after-paint.ts'
import { classNames } from '../../ui/class-names.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import { StateMark, stateWords } from '../../ui/state-mark.tsx'
import { dayKey } from '../../ui/time-words.ts'
import styles from './library.module.css'
import {
  firstRunbooks,
  type Listed,
  pastIncidents,
  type RunbookShelf,
  referenceShelf,
  rowCount,
  shelvesOf,
} from './shelve.ts'
import { useKnownDocuments } from './trust/known-documents.tsx'
import { useRowInView } from './use-row-in-view.ts'

type Trust = ReadonlyMap<string, TrustSignals>
type Shown = { readonly documents: readonly Listed[]; readonly openPath: string | null }

/** What every row needs to know, asked once for all of them: there may be a thousand. */
type Surroundings = { readonly team: Team; readonly zone: string; readonly today: string }

const RunbookRow = memo(function RunbookRow(props: {
  readonly runbook: Listed
  readonly shelfName: string | null
  readonly isOpen: boolean
  readonly signals: TrustSignals | undefined
  readonly around: Surroundings
}) {
  const { runbook, shelfName, isOpen, signals } = props
  const row = useRowInView(isOpen)
  const { team, zone, today } = props.around
  const verified = verifiedWords(runbook.lastVerified, today)
  const notes = signals === undefined ? [] : trustNotes(signals, (at) => dayKey(at, zone))
  const warning = notes.find(({ about, isWarning }) => isWarning && about !== 'owner')
  const about = [
    shelfName === runbook.title ? null : shelfName,
    runbook.tags.length === 0 ? null : runbook.tags.join(', '),
  ].filter((each) => each !== null)
  return (
    <li>
      <a
        ref={row}
        data-row
        className={classNames(styles.row, styles.runbook)}
        href={hashOf({ screen: 'library', path: runbook.path })}
        aria-current={isOpen ? 'true' : undefined}
      >
        <bdi className={styles.title}>{runbook.title}</bdi>
        <span className={styles.about}>
          <bdi>{about.length === 0 ? runbook.path : about.join('. ')}</bdi>
        </span>
        <span className={classNames(styles.owner, signals?.owner?.isUnknown && styles.old)}>
          {runbook.owner === null ? 'no owner' : personName(team, runbook.owner)}
          {signals?.owner?.isUnknown === true ? ', not in team.yaml' : null}
        </span>
        <span className={classNames(styles.age, verified.isOld && styles.old)}>
          {verified.words}
          {warning === undefined ? null : (
            <span className={classNames(styles.doubt, styles.old)} title={warning.title}>
              {warning.words}
            </span>
          )}
        </span>
      </a>
    </li>
  )
})

function Shelf(props: {
  readonly shelf: RunbookShelf
  readonly openPath: string | null
  readonly trust: Trust
  readonly around: Surroundings
}) {
  const { shelf, openPath, trust, around } = props
  const { pipeline, runbooks } = shelf
  return (
    <>
      {pipeline === null ? <li className={classNames('caption', styles.folder)}>{shelf.name}</li> : null}
      {runbooks.map((runbook) => (
        <RunbookRow
          key={runbook.path}
          runbook={runbook}
          shelfName={pipeline === null ? null : shelf.name}
          isOpen={runbook.path === openPath}
          signals={trust.get(runbook.path)}
          around={around}
        />
      ))}
      {pipeline !== null && runbooks.length === 0 ? (
        <li className={classNames(styles.row, styles.bare)}>
          <span className={styles.title}>{pipeline.name}</span>
          <span className={styles.about}>
            No runbook yet. Put <code>pipeline: {pipeline.id}</code> into the front matter of one.
          </span>
        </li>
      ) : null}
    </>
  )
}

/** Runbooks painted at once when the library opens; the others follow, so many after each paint, while somebody looks at these. */
const FIRST_RUNBOOKS = 24
const SLICE = 150

function Runbooks({ documents, openPath }: Shown) {
  const team = useSelected((state) => state.desk?.workspace.team ?? emptyTeam)
  const zone = useSelected(selectZone)
  const today = dayKey(useNow(60_000), zone)
  const around = useMemo(() => ({ team, zone, today }), [team, zone, today])
  const shelves = useMemo(() => shelvesOf(documents, team.pipelines), [documents, team.pipelines])
  const [most, setMost] = useState(FIRST_RUNBOOKS)
  const { trust } = useKnownDocuments()
  const count = documents.filter(({ kind }) => kind === 'runbook').length
  const rows = rowCount(shelves)
  useEffect(() => {
    if (most < rows) return afterPaint(() => startTransition(() => setMost(most + SLICE)))
  }, [most, rows])
  return (
    <Panel title="Runbooks" tools={<span className="faint num">{count}</span>}>
      {count === 0 ? (
        <EmptyState title="There are no runbooks yet.">
          Put Markdown files into the workspace's <code>runbooks</code> folder. Plain ones work: headings become parts,
          lists become checklists. They show up here by themselves.
        </EmptyState>
      ) : (
        <ul>
          {firstRunbooks(shelves, most).map((shelf) => (
            <Shelf key={shelf.id} shelf={shelf} openPath={openPath} trust={trust} around={around} />
          ))}
        </ul>
      )}
    </Panel>
  )
}

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

function Reference({ documents, openPath }: Shown) {
  const pages = referenceShelf(documents)
  return (
    <Panel title="Reference" tools={<span className="faint num">{pages.length}</span>}>
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

function PastIncidents() {
  const [isWhole, setWhole] = useState(false)
  const zone = useSelected(selectZone)
  const past = pastIncidents(useSelected((state) => state.summaries))
  return (
    <Panel title="Past incidents" tools={<span className="faint num">{past.length}</span>}>
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

/** Everything there is to read, when nothing is searched for. */
export function Shelves({
  documents,
  openPath,
}: { readonly documents: readonly Listed[] | null } & Pick<Shown, 'openPath'>) {
  const isLost = useSelected((state) => state.lostSinceMs !== null)
  if (documents === null && isLost) {
    return (
      <EmptyState title="The library cannot be read now.">
        The console does not answer. The shelves come by themselves when it is back; until then the files can be read in
        the workspace folder.
      </EmptyState>
    )
  }
  if (documents === null) return null
  return (
    <div className={styles.shelves} data-shelves>
      <Runbooks documents={documents} openPath={openPath} />
      <div className={styles.side}>
        <Reference documents={documents} openPath={openPath} />
        <PastIncidents />
      </div>
    </div>
  )
}
