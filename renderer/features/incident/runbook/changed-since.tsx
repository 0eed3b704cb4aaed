import { Modal } from '@mantine/core'
import { useState } from 'react'
import type { RunbookRun } from '../../../../shared/incident/runbook-run.ts'
import { diffRunbook, type LineChange } from '../../../../shared/runbook/diff-runbook.ts'
import { useDeskStore, useOpenIncident } from '../../../state/store-context.tsx'
import { ActionButton } from '../../../ui/action-button.tsx'
import { classNames } from '../../../ui/class-names.ts'
import dialog from '../../../ui/dialog.module.css'
import styles from './runbook.module.css'

const SHOWN_AROUND = 3
const signs = { added: '+', removed: '-', same: ' ' } as const

/** The lines of a piece that are worth showing: all that changed, and a few around it. */
function shownLines({ change, lines }: LineChange): readonly string[] {
  if (change !== 'same' || lines.length <= SHOWN_AROUND * 2 + 1) return lines
  const left = lines.length - SHOWN_AROUND * 2
  return [...lines.slice(0, SHOWN_AROUND), `… ${left} lines unchanged …`, ...lines.slice(-SHOWN_AROUND)]
}

function Diff({ changes }: { readonly changes: readonly LineChange[] }) {
  return (
    <pre className={styles.diff}>
      {changes.map((piece) => (
        <code
          key={`${piece.oldLine}:${piece.newLine}:${piece.change}`}
          className={classNames(piece.change === 'added' && styles.added, piece.change === 'removed' && styles.removed)}
        >
          {shownLines(piece)
            .map((line) => `${signs[piece.change]} ${line}\n`)
            .join('')}
        </code>
      ))}
    </pre>
  )
}

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
          {text === null ? null : <Diff changes={diffRunbook(run.text, text).changes} />}
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
