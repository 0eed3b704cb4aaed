import { Modal } from '@mantine/core'
import { useCommands } from '../../state/commands.ts'
import { useOpenHere } from '../../state/route.ts'
import { useSelected } from '../../state/store-context.tsx'
import { DeclareDialog } from './declare-dialog.tsx'

/** The declare dialog, reachable from everywhere: key D, the palette, and buttons that run `declare.open`. */
export function DeclareIncident() {
  const [isOpen, setOpen] = useOpenHere()
  const isDeskKnown = useSelected((state) => state.desk !== null)
  const isReadOnly = useSelected((state) => state.desk !== null && state.desk.readOnly !== null)
  useCommands([
    {
      id: 'declare.open',
      label: 'Declare incident',
      group: 'Incident',
      keys: 'd',
      run: () => setOpen(true),
      isEnabled: () => !isReadOnly,
    },
  ])
  // Whoever presses D before the console has answered gets the dialog with its answer.
  const close = (): void => setOpen(false)
  return (
    <Modal opened={isOpen && isDeskKnown} onClose={close} title="Declare incident" size={640}>
      <DeclareDialog onClose={close} />
    </Modal>
  )
}
