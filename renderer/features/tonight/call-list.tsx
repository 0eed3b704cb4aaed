import { useState } from 'react'
import { emptyTeam } from '../../../shared/schedule/team.ts'
import { selectMe } from '../../state/selectors.ts'
import { useNow, useSelected } from '../../state/store-context.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { CallDialog } from '../../ui/call-dialog.tsx'
import { classNames } from '../../ui/class-names.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import { type Reachable, thereWords } from '../../ui/reachable.ts'
import { awayUntilWords } from '../../ui/time-words.ts'
import { peopleToCall } from './duty.ts'
import styles from './tonight.module.css'

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
