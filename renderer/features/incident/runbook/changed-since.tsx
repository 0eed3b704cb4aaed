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

/** The steps, by their words, that were done and skipped and that the new text does not have as they were. */
function useLost(run: RunbookRun, text: string): Readonly<Record<'done' | 'skipped', readonly string[]>> {
  return useMemo(() => {
    const { stepOf } = carriedSteps(run.path, run.text, text)
    const gone = Object.entries(run.steps).filter(([id]) => stepOf(id) === null)
    const those = (wanted: 'done' | 'skipped') =>
      gone.flatMap(([, { text: words, state }]) => (state === wanted ? [words] : []))
    return { done: those('done'), skipped: those('skipped') }
  }, [run, text])
}

/** What following the new text does to the work done so far. */
function Consequences({ run, text }: { readonly run: RunbookRun; readonly text: string }) {
  const lost = useLost(run, text)
  return (
    <>
      <p className="dim">
        The run follows the version it began with. Steps that say the same keep what was done with them, wherever they
        moved to.
      </p>
      {lost.done.length === 0 ? null : (
        <p className={styles.over}>
          Not in the new version as they were done: {lost.done.join('; ')}. The log keeps what was done.
        </p>
      )}
      {lost.skipped.length === 0 ? null : (
        <p className={styles.over}>
          Not in the new version as they were skipped: {lost.skipped.join('; ')}. The log keeps why.
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
  const close = (): void => {
    setOpen(false)
    setText(null)
  }
  useEffect(() => {
    if (!isOpen || libraryVersion < 0) return
    void store.client.call('library.read', { path }).then((reply) => {
      if (reply.ok) return setText(reply.value.text)
      store.showRefusal(reply.error.message)
      setOpen(false)
    })
  }, [store, path, isOpen, libraryVersion])
  /** Whether the file is still as it is shown; shows it as it is now where not. */
  const isAsShown = async (): Promise<boolean> => {
    const reply = await store.client.call('library.read', { path })
    if (reply.ok) setText(reply.value.text)
    return !reply.ok || reply.value.text === text
  }
  return { text: isOpen ? text : null, isAsShown, look: () => setOpen(true), close }
}

/** Says that the file, wherever it lies now, changed under the run, shows how, and lets the person decide which version to follow (R6). */
export function ChangedSince({ run, path }: { readonly run: RunbookRun; readonly path: string }) {
  const store = useDeskStore()
  const { incident } = useOpenIncident()
  const { text, isAsShown, look, close } = useTextNow(path)
  const [isNewer, setNewer] = useState(false)
  const follow = async (): Promise<void> => {
    if (!(await isAsShown())) return setNewer(true)
    setNewer(false)
    const why = `${run.matchedBy.replace(FOLLOWED, '')}${FOLLOWED}`
    const reply = await store.openRunbook({ incident, path, reason: why.slice(0, 300) })
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
          {isNewer ? <p role="status">The file changed once more. This is how it is now: look again.</p> : null}
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
