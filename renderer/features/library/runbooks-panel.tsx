import { memo, startTransition, useEffect, useMemo, useState } from 'react'
import { namesakes } from '../../../shared/library/namesakes.ts'
import type { TrustSignals } from '../../../shared/library/trust-signals.ts'
import { trustNotes } from '../../../shared/library/trust-words.ts'
import { verifiedWords } from '../../../shared/library/verified-words.ts'
import { emptyTeam, personName, type Team } from '../../../shared/schedule/team.ts'
import { hashOf } from '../../state/route.ts'
import { selectZone } from '../../state/selectors.ts'
import { useNow, useSelected } from '../../state/store-context.tsx'
import { afterPaint } from '../../ui/after-paint.ts'
import { classNames } from '../../ui/class-names.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import { dayKey } from '../../ui/time-words.ts'
import styles from './library.module.css'
import { ShelfCount } from './shelf-count.tsx'
import { firstRunbooks, type Listed, type RunbookShelf, rowCount, shelvesOf } from './shelve.ts'
import { useKnownDocuments } from './trust/known-documents.tsx'
import { useRowInView } from './use-row-in-view.ts'

type Trust = ReadonlyMap<string, TrustSignals>
/** What a shelf shows. */
export type Shown = {
  readonly documents: readonly Listed[]
  readonly openPath: string | null
  /** How many there are without the filter; null when there is none. */
  readonly ofAll: number | null
}

/** What every row needs to know, asked once for all of them: there may be a thousand. */
type Surroundings = {
  readonly team: Team
  readonly zone: string
  readonly today: string
  /** Paths of those that only their path tells apart. */
  readonly twins: ReadonlySet<string>
}

const RunbookRow = memo(function RunbookRow(props: {
  readonly runbook: Listed
  readonly shelfName: string | null
  readonly isOpen: boolean
  readonly signals: TrustSignals | undefined
  readonly around: Surroundings
}) {
  const { runbook, shelfName, isOpen, signals } = props
  const row = useRowInView(isOpen)
  const { team, zone, today, twins } = props.around
  const isTwin = twins.has(runbook.path)
  const verified = verifiedWords(runbook.lastVerified, today)
  const notes = signals === undefined ? [] : trustNotes(signals, (at) => dayKey(at, zone))
  const warnings = notes.filter(({ about, isWarning }) => isWarning && about !== 'owner')
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
        <span className={classNames(styles.about, isTwin && styles.apart)}>
          <bdi>{isTwin || about.length === 0 ? runbook.path : about.join('. ')}</bdi>
        </span>
        <span className={classNames(styles.owner, signals?.owner?.isUnknown && styles.old)}>
          {runbook.owner === null ? 'no owner' : personName(team, runbook.owner)}
          {signals?.owner?.isUnknown === true ? ', not in team.yaml' : null}
        </span>
        <span className={classNames(styles.age, verified.isOld && styles.old)}>
          {verified.words}
          {warnings.map((warning) => (
            <span key={warning.about} className={classNames(styles.doubt, styles.old)} title={warning.title}>
              {warning.words}
            </span>
          ))}
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

/** The runbooks, shelf by shelf. */
export function Runbooks({ documents, openPath, ofAll }: Shown) {
  const team = useSelected((state) => state.desk?.workspace.team ?? emptyTeam)
  const folder = useSelected((state) => state.desk?.workspace.path ?? 'the workspace')
  const zone = useSelected(selectZone)
  const today = dayKey(useNow(60_000), zone)
  const twins = useMemo(() => namesakes(documents, ({ path }) => path), [documents])
  const around = useMemo(() => ({ team, zone, today, twins }), [team, zone, today, twins])
  const isNarrowed = ofAll !== null
  const shelves = useMemo(
    () => shelvesOf(documents, team.pipelines).filter(({ runbooks }) => !isNarrowed || runbooks.length > 0),
    [documents, team.pipelines, isNarrowed],
  )
  const [most, setMost] = useState(FIRST_RUNBOOKS)
  const { trust } = useKnownDocuments()
  const count = documents.filter(({ kind }) => kind === 'runbook').length
  const rows = rowCount(shelves)
  useEffect(() => {
    if (most < rows) return afterPaint(() => startTransition(() => setMost(most + SLICE)))
  }, [most, rows])
  return (
    <Panel title="Runbooks" tools={<ShelfCount of={count} ofAll={ofAll} />}>
      {count === 0 ? (
        <EmptyState title="There are no runbooks yet.">
          Put Markdown files into the folder <code>runbooks</code> in <bdi className="mono">{folder}</bdi>, or choose in{' '}
          <a href={hashOf({ screen: 'settings' })}>Settings</a> the folder that yours lies in. Plain ones work: headings
          become parts, lists become checklists. They show up here by themselves.
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
