import { Modal } from '@mantine/core'
import { handoffText } from '../../../../shared/incident/handoff-packet.ts'
import { selectZone } from '../../../state/selectors.ts'
import { useOpenIncident, useSelected } from '../../../state/store-context.tsx'
import { ActionButton } from '../../../ui/action-button.tsx'
import dialog from '../../../ui/dialog.module.css'
import { useCopy } from '../forms/use-copy.ts'
import { PacketView } from './packet-view.tsx'
import { usePacket } from './use-packet.ts'

function Packet({ onClose }: { readonly onClose: () => void }) {
  const copy = useCopy()
  const zone = useSelected(selectZone)
  const { offer } = useOpenIncident().state.ladder.context
  const { packet, problem } = usePacket(zone)
  const note = offer?.note ?? null
  return (
    <div className={dialog.body}>
      {note === null ? null : <p>{note}</p>}
      <PacketView packet={packet} problem={problem} />
      <div className={dialog.actions}>
        <ActionButton onClick={onClose}>Close</ActionButton>
        <ActionButton
          tone="primary"
          disabled={packet === null}
          onClick={() =>
            packet !== null && copy([...(note === null ? [] : [note]), handoffText(packet)].join('\n\n'), 'Packet')
          }
        >
          Copy packet
        </ActionButton>
      </div>
    </div>
  )
}

/** What the receiver reads before they accept: the words of the one before, and the packet as it stands now. */
export function PacketDialog({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title="What is handed over" size="lg">
      <Packet onClose={onClose} />
    </Modal>
  )
}
