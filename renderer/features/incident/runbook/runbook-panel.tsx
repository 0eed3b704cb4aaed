import { useEffect, useRef, useState } from 'react'
import { parsedPin } from '../../../../shared/incident/checklist.ts'
import type { RunbookRun } from '../../../../shared/incident/runbook-run.ts'
import { trustNotes } from '../../../../shared/library/trust-words.ts'
import { selectReadOnly, selectZone } from '../../../state/selectors.ts'
import { useDeskStore, useOpenIncident, useSelected } from '../../../state/store-context.tsx'
import { useTrust } from '../../../state/use-trust.ts'
import { ActionButton } from '../../../ui/action-button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { ReasonDialog } from '../../../ui/reason-dialog.tsx'
import { dayKey } from '../../../ui/time-words.ts'
import { useKeptFocus } from '../../../ui/use-kept-focus.ts'
import { SeenBefore } from '../seen-before/seen-before.tsx'
import { useChecklist, useNextAction } from '../use-next-action.ts'
import { ChangedSince } from './changed-since.tsx'
import styles from './runbook.module.css'
import { RunbookChooser } from './runbook-chooser.tsx'
import { ScenarioPicker } from './scenario-picker.tsx'
import { StepRow } from './step-row.tsx'
import { stepStartedAtMs } from './time-box.ts'
import { type Steps, useSteps } from './use-steps.ts'

/** Whether the file has changed since the run pinned it (R6); null while that is not known. */
function useChangedSince(run: RunbookRun): boolean | null {
  const { client } = useDeskStore()
  const libraryVersion = useSelected((state) => state.libraryVersion)
  const [changed, setChanged] = useState<boolean | null>(null)
  useEffect(() => {
    let isCurrent = libraryVersion >= 0
    void client.call('library.list', {}).then((reply) => {
      const now = reply.ok ? reply.value.find((each) => each.path === run.path) : undefined
      if (isCurrent) setChanged(now === undefined ? null : now.sha256 !== run.sha256)
    })
    return () => {
      isCurrent = false
    }
  }, [client, run.path, run.sha256, libraryVersion])
  return changed
}

/** How far the file that is followed can be trusted, in one line. */
function TrustLine({ path }: { readonly path: string }) {
  const zone = useSelected(selectZone)
  const signals = useTrust(path).get(path)
  if (signals === undefined) return null
  const verified = signals.lastVerified === null ? 'never verified' : `verified ${signals.lastVerified}`
  const notes = trustNotes(signals, (at) => dayKey(at, zone))
  return (
    <div>
      {signals.lastVerified === null ? <strong className={styles.doubt}>{verified}</strong> : verified}
      {notes.map(({ words, title, isWarning }) => (
        <span key={words} title={title}>
          , {isWarning ? <strong className={styles.doubt}>{words}</strong> : words}
        </span>
      ))}
    </div>
  )
}

function PinnedNote({ run }: { readonly run: RunbookRun }) {
  const changed = useChangedSince(run)
  return (
    <footer className={styles.foot}>
      <span className="mono">{run.path.split('/').at(-1)}</span>, pinned{' '}
      <span className="mono">{run.sha256.slice(0, 6)}</span>, {run.matchedBy}
      {changed === true ? <ChangedSince run={run} /> : null}
      <TrustLine path={run.path} />
    </footer>
  )
}

const questions = {
  skip: { title: 'Skip this step', label: 'Why is it skipped?', confirmLabel: 'Skip step' },
  note: { title: 'Note on this step', label: 'Note', confirmLabel: 'Add note' },
  stuck: { title: 'Stuck at this step', label: 'What have you tried, and what is in the way?', confirmLabel: 'Log it' },
} as const

function StepDialog({ steps }: { readonly steps: Steps }) {
  const { question } = steps
  const words = questions[question?.about ?? 'note']
  return (
    <ReasonDialog
      opened={question !== null}
      {...words}
      draftKey={`step.${question?.item.step.id ?? ''}.${question?.about ?? ''}`}
      onSubmit={steps.answer}
      onClose={steps.closeQuestion}
    >
      <p className="dim">{question?.item.step.text}</p>
    </ReasonDialog>
  )
}

function Run({ run }: { readonly run: RunbookRun }) {
  const steps = useSteps()
  const isReadOnly = useSelected(selectReadOnly) !== null
  const { items, current, selected } = steps
  const action = useNextAction()
  const part = useRef<HTMLDivElement>(null)
  useKeptFocus(part, current?.step.id ?? null)
  const finished = items.filter(({ progress }) => progress !== null && progress.state !== 'open').length
  const startedAtMs = stepStartedAtMs(run, items)
  return (
    <>
      <div className={styles.bar} aria-hidden="true">
        <i style={{ width: `${items.length === 0 ? 0 : (finished / items.length) * 100}%` }} />
      </div>
      <div ref={part} className={styles.scroll} tabIndex={-1}>
        <ScenarioPicker runbook={parsedPin(run)} />
        {items.length === 0 ? (
          <EmptyState title="This runbook has no steps.">Choose a scenario, or read it in the Library.</EmptyState>
        ) : (
          <ol>
            {items.map((item) => (
              <StepRow
                key={item.step.id}
                item={item}
                isCurrent={item === current}
                isNext={action.do === 'step' && action.item.step.id === item.step.id}
                isSelected={item === selected}
                startedAtMs={startedAtMs}
                isReadOnly={isReadOnly}
                actions={steps.actions}
              />
            ))}
          </ol>
        )}
        <SeenBefore />
      </div>
      <PinnedNote run={run} />
      <StepDialog steps={steps} />
    </>
  )
}

function useProgressWords(run: RunbookRun | null): string {
  const items = useChecklist()
  if (run === null) return ''
  const done = items.filter(({ progress }) => progress !== null && progress.state !== 'open').length
  return `${run.scenario?.title ?? 'General steps'}, ${done} of ${items.length}`
}

/** The runbook as a checklist, at the version that the run has pinned. */
export function RunbookPanel() {
  const { run } = useOpenIncident().state
  const [isChoosing, setChoosing] = useState(false)
  const words = useProgressWords(run)
  const isOpen = run !== null && !isChoosing
  const change = (
    <ActionButton size="small" tone="quiet" onClick={() => setChoosing(!isChoosing)}>
      {isChoosing ? 'Back to the steps' : 'Other runbook'}
    </ActionButton>
  )
  return (
    <Panel title="Runbook" note={words} flush {...(run === null ? {} : { tools: change })}>
      {isOpen ? <Run key={run.sha256} run={run} /> : <RunbookChooser onChosen={() => setChoosing(false)} />}
    </Panel>
  )
}
