import { type RefObject, useRef } from 'react'
import { parsedPin } from '../../../../shared/incident/checklist.ts'
import { runStanding } from '../../../../shared/incident/run-standing.ts'
import type { RunbookRun } from '../../../../shared/incident/runbook-run.ts'
import { ActionButton } from '../../../ui/action-button.tsx'
import { PinnedText } from './pinned-text.tsx'
import styles from './runbook.module.css'

/** Why there is nothing to tick, and what to do about it. */
function whyNot(run: RunbookRun, chosen: string | undefined): string {
  if (runStanding(run).is === 'unchosen') return 'Its steps stand under its scenarios: choose the one that fits.'
  const where = chosen === undefined ? 'in this runbook' : `for “${chosen}”`
  return `There is nothing to tick ${where}. Read it, or open another runbook. Its text, as it was when it was opened:`
}

/** Where a run has no steps its text is read; that of the scenario, once one is chosen. */
export function RunWithoutSteps(props: {
  readonly run: RunbookRun
  /** What scrolls. */
  readonly box: RefObject<Element | null>
  readonly onOthers: () => void
}) {
  const { run, box } = props
  const view = useRef<HTMLDivElement>(null)
  const scenario = parsedPin(run).scenarios.find(({ id }) => id === run.scenario?.id)
  return (
    <div className={styles.plain}>
      <p className="dim">{whyNot(run, scenario?.title)}</p>
      {runStanding(run).is === 'text' ? (
        <ActionButton onClick={props.onOthers}>Open another runbook</ActionButton>
      ) : null}
      <div ref={view}>
        <PinnedText run={run} box={box} view={view} scenario={scenario?.id} />
      </div>
    </div>
  )
}
