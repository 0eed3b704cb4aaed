import { Modal } from '@mantine/core'
import { useDeskStore } from '../state/store-context.tsx'
import { ActionButton } from './action-button.tsx'
import styles from './call-dialog.module.css'
import dialog from './dialog.module.css'
import { useOpenLink } from './open-link.ts'
import { type Reachable, reachableWords } from './reachable.ts'

/** Somebody's number, large enough to dial by hand, with what one wants to know before ringing them. */
export function CallDialog({ reachable, onClose }: { readonly reachable: Reachable; readonly onClose: () => void }) {
  const openLink = useOpenLink()
  const { announce, showRefusal } = useDeskStore()
  const { person } = reachable
  const copy = (text: string): void =>
    void navigator.clipboard.writeText(text).then(
      () => announce('Copied'),
      () => showRefusal(`${text} could not be copied. Dial it by hand.`),
    )
  return (
    <Modal opened onClose={onClose} title={`Call ${person.name}`}>
      <div className={dialog.body}>
        <p className="dim">{reachableWords(reachable)}</p>
        {person.phone === undefined ? (
          <p className={styles.unknown}>No phone number is known. Add one in team.yaml.</p>
        ) : (
          <p className={styles.number}>{person.phone}</p>
        )}
        <div className={styles.actions}>
          {person.phone === undefined ? null : (
            <>
              <ActionButton
                tone="primary"
                data-autofocus
                onClick={() => openLink(`tel:${person.phone?.replace(/[^+\d]/g, '')}`)}
              >
                Dial
              </ActionButton>
              <ActionButton onClick={() => copy(person.phone ?? '')}>Copy the number</ActionButton>
            </>
          )}
          {person.email === undefined ? null : (
            <ActionButton onClick={() => openLink(`mailto:${person.email}`)}>Mail {person.email}</ActionButton>
          )}
        </div>
      </div>
    </Modal>
  )
}
