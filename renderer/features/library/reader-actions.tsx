import { useState } from 'react'
import type { RunbookRun } from '../../../shared/incident/runbook-run.ts'
import { useCommands } from '../../state/commands.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import styles from './reader.module.css'
import type { Listed } from './shelve.ts'
import { MarkVerifiedButton } from './trust/mark-verified.tsx'
import { useTakeAlong } from './use-take-along.ts'

/** What can be done with a runbook from here: follow it in the incident that is open, or declare one with it. */
export function ReaderActions({
  runbook,
}: {
  readonly runbook: Pick<Listed, 'path' | 'title' | 'pipeline' | 'sha256'>
}) {
  const { incident, readOnly, runInForce, openInIncident, declareWith } = useTakeAlong(runbook)
  const [replaced, setReplaced] = useState<RunbookRun | null>(null)
  const canWrite = readOnly === null
  const open = async (): Promise<void> => {
    const run = await runInForce()
    if (run === null) await openInIncident()
    else setReplaced(run)
  }
  useCommands([
    {
      id: 'library.openInIncident',
      label: 'Open in the current incident',
      group: 'Library',
      run: () => void open(),
      isEnabled: () => canWrite && incident !== null,
    },
    {
      id: 'library.declareWith',
      label: 'Declare with this runbook',
      group: 'Library',
      run: declareWith,
      isEnabled: () => canWrite,
    },
  ])
  return (
    <div className={styles.actions}>
      {incident === null ? null : (
        <ActionButton tone="primary" title={incident.title} disabled={!canWrite} onClick={() => void open()}>
          Open in the current incident
        </ActionButton>
      )}
      <ActionButton disabled={!canWrite} title={readOnly ?? undefined} onClick={declareWith}>
        Declare with this runbook
      </ActionButton>
      <MarkVerifiedButton path={runbook.path} />
      <ConfirmDialog
        opened={replaced !== null}
        title="Change the runbook?"
        confirmLabel="Change runbook"
        onConfirm={() => void openInIncident()}
        onClose={() => setReplaced(null)}
      >
        <strong>{incident?.title}</strong> follows <strong>{replaced?.title}</strong> now. Its checklist makes room for{' '}
        <strong>{runbook.title}</strong>; what was ticked in either is kept, and “Other runbook” leads back.
      </ConfirmDialog>
    </div>
  )
}
