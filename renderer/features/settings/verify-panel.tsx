import { useState } from 'react'
import { useCommands } from '../../state/commands.ts'
import { hashOf } from '../../state/route.ts'
import { useSelected } from '../../state/store-context.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import styles from './settings.module.css'
import { useVerify, type Verifying } from './use-verify.ts'
import { type Verified, verdictOf } from './verify-run.ts'

const SHOWN_AT_FIRST = 20

function Result({ result }: { readonly result: Verified }) {
  return (
    <li>
      <strong className={result.isSound ? styles.sound : styles.error}>{result.title}</strong>
      <div>
        <a href={hashOf({ screen: 'incident', incident: result.incident })}>
          <bdi>{result.incidentTitle}</bdi>
        </a>{' '}
        <code className="faint">{result.incident}</code>
        <div className="dim">{result.detail}</div>
      </div>
    </li>
  )
}

function Results({ results, isRunning, of }: Verifying) {
  const [isWhole, setWhole] = useState(false)
  const worstFirst = results.toSorted((a, b) => Number(a.isSound) - Number(b.isSound))
  const shown = isWhole ? worstFirst : worstFirst.slice(0, SHOWN_AT_FIRST)
  const isPartial = !isRunning && results.length < of
  return (
    <div className={styles.results}>
      {isRunning ? (
        <>
          <progress value={results.length} max={of} aria-label="Journals verified" />
          <p className="dim num">
            {results.length} of {of} verified
          </p>
        </>
      ) : (
        <p className={styles.verdict}>
          {results.length === 0 ? 'Stopped before the first.' : verdictOf(results)}
          {isPartial && results.length > 0 ? ` Stopped after ${results.length} of ${of}.` : ''}
        </p>
      )}
      <ul>
        {shown.map((result) => (
          <Result key={result.incident} result={result} />
        ))}
      </ul>
      {worstFirst.length > shown.length ? (
        <ActionButton tone="quiet" onClick={() => setWhole(true)}>
          Show all {worstFirst.length}
        </ActionButton>
      ) : null}
    </div>
  )
}

/** Proves that no log was changed or cut: every hash of every journal, against the heads kept beside them. */
export function VerifyPanel() {
  const count = useSelected((state) => state.summaries.length)
  const { verifying, start, stop } = useVerify()
  const isRunning = verifying?.isRunning ?? false
  useCommands([
    {
      id: 'settings.verify',
      label: 'Verify all journals',
      group: 'Settings',
      run: () => void start(),
      isEnabled: () => count > 0 && !isRunning,
    },
  ])
  return (
    <Panel
      title="Journals"
      note={`${count} ${count === 1 ? 'incident' : 'incidents'}`}
      tools={
        isRunning ? (
          <ActionButton size="small" onClick={stop}>
            Stop
          </ActionButton>
        ) : (
          <ActionButton size="small" disabled={count === 0} onClick={() => void start()}>
            Verify all journals
          </ActionButton>
        )
      }
    >
      {count === 0 ? (
        <EmptyState title="There is nothing to verify yet.">
          Each incident gets a journal. Verifying proves that none of its records was changed, lost or put in later.
        </EmptyState>
      ) : verifying === null ? (
        <p className={styles.hint}>
          Reads every record again and proves that none was changed, lost or put in later. Nothing is written.
        </p>
      ) : (
        <Results {...verifying} />
      )}
    </Panel>
  )
}
