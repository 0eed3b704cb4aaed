import { Modal } from '@mantine/core'
import { useState } from 'react'
import { emptyTeam } from '../../../shared/schedule/team.ts'
import { selectMe } from '../../state/selectors.ts'
import { useDeskStore, useNow, useSelected } from '../../state/store-context.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { classNames } from '../../ui/class-names.ts'
import dialog from '../../ui/dialog.module.css'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useOpenLink } from '../../ui/open-link.ts'
import { Panel } from '../../ui/panel.tsx'
import { awayUntilWords } from '../../ui/time-words.ts'
import { peopleToCall, type Reachable } from './duty.ts'
import styles from './tonight.module.css'

const thereWords = ({ localTime, isNight, holiday }: Reachable): string =>
  [`${localTime} there`, isNight ? 'night' : null, holiday].filter((each) => each !== null).join(', ')

function CallDialog({ reachable, onClose }: { readonly reachable: Reachable; readonly onClose: () => void }) {
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
        <p className="dim">
          {reachable.roles.join(', ')}. {thereWords(reachable)}.
          {reachable.awayUntil === null ? '' : ` Away until ${awayUntilWords(reachable.awayUntil)}.`}
        </p>
        {person.phone === undefined ? (
          <p className={styles.warn}>No phone number is known. Add one in team.yaml.</p>
        ) : (
          <p className={styles.callNumber}>{person.phone}</p>
        )}
        <div className={styles.callActions}>
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

function PersonRow({ reachable, onCall }: { readonly reachable: Reachable; readonly onCall: () => void }) {
  const { person, roles, awayUntil } = reachable
  return (
    <li className={classNames(styles.row, styles.person)}>
      <div>
        <strong>{person.name}</strong>{' '}
        {awayUntil === null ? (
          <span className="faint">{roles.join(', ')}</span>
        ) : (
          <span className={styles.warn}>away until {awayUntilWords(awayUntil)}</span>
        )}
        <div className="dim num">
          {person.phone ?? 'no phone known'}, {thereWords(reachable)}
        </div>
      </div>
      <ActionButton
        size="small"
        tone={awayUntil === null ? 'plain' : 'quiet'}
        aria-label={`${awayUntil === null ? 'Call' : 'Call anyway:'} ${person.name}`}
        onClick={onCall}
      >
        {awayUntil === null ? 'Call' : 'Call anyway'}
      </ActionButton>
    </li>
  )
}

/** Numbers that work when nothing else does. */
export function CallList() {
  const nowMs = useNow(60_000)
  const team = useSelected((state) => state.desk?.workspace.team ?? emptyTeam)
  const me = useSelected(selectMe)
  const [calling, setCalling] = useState<Reachable | null>(null)
  const people = peopleToCall(team, me, nowMs)
  return (
    <Panel title="Who to call" tools={<span className="faint">works with no network</span>}>
      {people.length === 0 ? (
        <EmptyState title="Nobody to call yet.">Add people and pipelines to team.yaml in your workspace.</EmptyState>
      ) : (
        <ul>
          {people.map((reachable) => (
            <PersonRow key={reachable.person.id} reachable={reachable} onCall={() => setCalling(reachable)} />
          ))}
        </ul>
      )}
      {calling === null ? null : <CallDialog reachable={calling} onClose={() => setCalling(null)} />}
    </Panel>
  )
}
