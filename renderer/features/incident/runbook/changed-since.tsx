import { Modal } from '@mantine/core'
import { useState } from 'react'
import type { RunbookRun } from '../../../../shared/incident/runbook-run.ts'
import { diffRunbook } from '../../../../shared/runbook/diff-runbook.ts'
import { useDeskStore, useOpenIncident } from '../../../state/store-context.tsx'
import { ActionButton } from '../../../ui/action-button.tsx'
import dialog from '../../../ui/dialog.module.css'
import { LineDiff } from '../../../ui/line-diff.tsx'
import styles from './runbook.module.css'

/** Says that the file changed under the run, shows how, and lets the person decide which version to follow (R6). */
export function ChangedSince({ run }: { readonly run: RunbookRun }) {
  const store = useDeskStore()
  const { incident } = useOpenIncident()
  const [text, setText] = useState<string | null>(null)
  const look = async (): Promise<void> => {
    const reply = await store.client.call('library.read', { path: run.path })
    if (reply.ok) setText(reply.value.text)
    else store.showRefusal(reply.error.message)
  }
  const follow = async (): Promise<void> => {
    const reply = await store.openRunbook(incident, run.path, 'the file changed during the run')
    if (reply.ok) setText(null)
    else store.showRefusal(reply.error.message)
  }
  return (
    <>
      {'. '}
      <button type="button" className={styles.changed} onClick={() => void look()}>
        The file has changed since
      </button>
      <Modal opened={text !== null} onClose={() => setText(null)} title="Changed since this run began" size={760}>
        <div className={dialog.body}>
          <p className="dim">
            The run follows the version it began with. Steps that are the same in both keep what was done with them.
          </p>
          {text === null ? null : <LineDiff changes={diffRunbook(run.text, text).changes} />}
          <div className={dialog.actions}>
            <ActionButton onClick={() => void follow()}>Follow the new version</ActionButton>
            <ActionButton tone="primary" data-autofocus onClick={() => setText(null)}>
              Keep the pinned one
            </ActionButton>
          </div>
        </div>
      </Modal>
    </>
  )
}
