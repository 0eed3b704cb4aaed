import { ConfirmDialog } from './confirm-dialog.tsx'

type Props = {
  readonly opened: boolean
  readonly retracted: boolean
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** Asks before an entry is retracted or restored that keeps the ladder from running: people may be told at once (J8). */
export function RetractDialog({ opened, retracted, onConfirm, onClose }: Props) {
  const label = retracted ? 'Retract it' : 'Restore it'
  return (
    <ConfirmDialog
      opened={opened}
      title="The ladder runs again"
      confirmLabel={label}
      tone="danger"
      onConfirm={onConfirm}
      onClose={onClose}
    >
      The incident goes on as if it had never ended. What is overdue goes off at once, and somebody may be paged.
    </ConfirmDialog>
  )
}
