import { Modal } from '@mantine/core'
import { useEffect, useMemo, useState } from 'react'
import type { RunbookRun } from '../../../../shared/incident/runbook-run.ts'
import { carriedSteps } from '../../../../shared/runbook/carry-steps.ts'
import { diffRunbook } from '../../../../shared/runbook/diff-runbook.ts'
import { useDeskStore, useOpenIncident, useSelected } from '../../../state/store-context.tsx'
import { ActionButton } from '../../../ui/action-button.tsx'
import dialog from '../../../ui/dialog.module.css'
import { LineDiff } from '../../../ui/line-diff.tsx'
import styles from './runbook.module.css'

const FOLLOWED = ', followed when the file changed'

/** What following the new text does to the work done so far. */
function Consequences({ run, text }: { readonly run: RunbookRun; readonly text: string }) {
  const lost = useMemo(() => {
    const { stepOf } = carriedSteps(run.path, run.text, text)
    return Object.entries(run.steps).flatMap(([id, { text: words, state }]) =>
      state !== 'open' && stepOf(id) === null ? [words] : [],
    )
  }, [run, text])
  return (
    <>
      <p className="dim">
        The run follows the version it began with. Steps that say the same keep what was done with them, wherever they
        moved to.
      </p>
      {lost.length === 0 ? null : (
        <p className={styles.over}>
          Not in the new version as they were done: {lost.join('; ')}. The log keeps what was done.
        </p>
      )}
    </>
  )
}

/** The text of the file as it is now, read again whenever it changes; null while nobody looks. */
function useTextNow(path: string) {
  const store = useDeskStore()
  const libraryVersion = useSelected((state) => state.libraryVersion)
  const [isOpen, setOpen] = useState(false)
  const [text, setText] = useState<string | null>(null)
  useEffect(() => {
    if (!isOpen || libraryVersion < 0) return
    void store.client.call('library.read', { path }).then((reply) => {
      if (reply.ok) return setText(reply.value.text)
      store.showRefusal(reply.error.message)
      setOpen(false)
    })
  }, [store, path, isOpen, libraryVersion])
  return { text: isOpen ? text : null, look: () => setOpen(true), close: () => setOpen(false) }
}

/** Says that the file changed under the run, shows how, and lets the person decide which version to follow (R6). */
export function ChangedSince({ run }: { readonly run: RunbookRun }) {
  const store = useDeskStore()
  const { incident } = useOpenIncident()
  const { text, look, close } = useTextNow(run.path)
  const follow = async (): Promise<void> => {
    const why = `${run.matchedBy.replace(FOLLOWED, '')}${FOLLOWED}`
    const reply = await store.openRunbook({ incident, path: run.path, reason: why.slice(0, 300) })
    if (reply.ok) close()
    else store.showRefusal(reply.error.message)
  }
  const diff = text === null ? null : diffRunbook(run.text, text)
  return (
    <>
      <button type="button" className={styles.changed} onClick={look}>
        The file has changed since
      </button>
      <Modal opened={diff !== null} onClose={close} title="Changed since this run began" size={760}>
        <div className={dialog.body}>
          {text === null || diff === null ? null : (
            <>
              <Consequences run={run} text={text} />
              {diff.changed ? <LineDiff changes={diff.changes} /> : <p>Only the line ends differ.</p>}
            </>
          )}
          <div className={dialog.actions}>
            <ActionButton onClick={() => void follow()}>Follow the new version</ActionButton>
            <ActionButton tone="primary" data-autofocus onClick={close}>
              Keep the pinned one
            </ActionButton>
          </div>
        </div>
      </Modal>
    </>
  )
}
