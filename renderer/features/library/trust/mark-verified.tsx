import { Modal } from '@mantine/core'
import { useRef } from 'react'
import { diffRunbook } from '../../../../shared/runbook/diff-runbook.ts'
import { useCommands } from '../../../state/commands.ts'
import { selectReadOnly } from '../../../state/selectors.ts'
import { useSelected } from '../../../state/store-context.tsx'
import { ActionButton } from '../../../ui/action-button.tsx'
import dialog from '../../../ui/dialog.module.css'
import { LineDiff } from '../../../ui/line-diff.tsx'
import { useFocusGoesOn } from '../../../ui/use-focus-goes-on.ts'
import styles from './trust.module.css'
import { type MarkVerified, useMarkVerified } from './use-mark-verified.ts'

/** The button itself: after "Undo" there is nothing else. */
const goesOnTo = ['button'] as const

function Proposal({ proposal, confirm, close }: MarkVerified) {
  return (
    <Modal opened={proposal !== null} onClose={close} title="Mark verified" size={760}>
      <div className={dialog.body}>
        <p className="dim">
          This writes the day into <code>{proposal?.path}</code>: you walked through it, and it is right. Nothing else
          of the file changes.
        </p>
        {proposal === null ? null : <LineDiff changes={diffRunbook(proposal.before, proposal.after).changes} />}
        <div className={dialog.actions}>
          <ActionButton onClick={close}>Cancel</ActionButton>
          <ActionButton tone="primary" data-autofocus onClick={() => void confirm()}>
            Write it
          </ActionButton>
        </div>
      </div>
    </Modal>
  )
}

/** Shows what marking this runbook verified would change, writes it when told to, and offers the way back. */
export function MarkVerifiedButton({ path }: { readonly path: string }) {
  const readOnly = useSelected(selectReadOnly)
  const verified = useMarkVerified(path)
  const canWrite = readOnly === null
  const part = useRef<HTMLSpanElement>(null)
  const { hold: holdFocus } = useFocusGoesOn(part, goesOnTo)
  const propose = (): void => {
    holdFocus()
    void verified.propose()
  }
  useCommands([
    {
      id: 'library.markVerified',
      label: 'Mark this runbook verified',
      group: 'Library',
      run: propose,
      isEnabled: () => canWrite,
    },
  ])
  return (
    <span ref={part} className={styles.part}>
      <ActionButton disabled={!canWrite} title={readOnly ?? undefined} onClick={propose}>
        Mark verified
      </ActionButton>
      <Proposal {...verified} />
      {verified.marked === null ? null : (
        <span className={styles.offer} role="status">
          Verified today.
          <ActionButton size="small" tone="quiet" onClick={() => void verified.undo()}>
            Undo
          </ActionButton>
        </span>
      )}
    </span>
  )
}
