import type { ReactNode } from 'react'
import type { PersonFact } from '../../../../shared/contract/person-facts.ts'
import type { PersonRef, Role } from '../../../../shared/incident/primitives.ts'
import { emptyTeam, findPerson, type Team } from '../../../../shared/schedule/team.ts'
import { selectMe, selectReadOnly } from '../../../state/selectors.ts'
import { useOpenIncident, useSelected } from '../../../state/store-context.tsx'
import { ActionButton } from '../../../ui/action-button.tsx'
import { useRecord } from '../use-record.ts'
import styles from './roles.module.css'

const NOBODY = ''

/** The fact that gives a role to somebody, or that takes it from its holder; null when nothing changes (E10). */
export function factOfRole(role: Role, holder: PersonRef | null, to: string, team: Team): PersonFact | null {
  if (to === (holder?.id ?? NOBODY)) return null
  if (to === NOBODY) return holder === null ? null : { type: 'role.renounced', data: { role, person: holder } }
  const person = findPerson(team, to)
  return person === undefined
    ? null
    : { type: 'role.assumed', data: { role, person: { id: person.id, name: person.name } } }
}

function RolePicker({ of: role, label }: { readonly of: Role; readonly label: string }) {
  const record = useRecord()
  const team = useSelected((state) => state.desk?.workspace.team) ?? emptyTeam
  const readOnly = useSelected(selectReadOnly)
  const holder = useOpenIncident().state.ladder.context.roles[role]
  const isKnown = holder === null || findPerson(team, holder.id) !== undefined
  const people: readonly PersonRef[] = isKnown ? team.people : [holder, ...team.people]
  const change = (to: string): void => {
    const fact = factOfRole(role, holder, to, team)
    if (fact !== null) void record(fact)
  }
  return (
    <label className={styles.role}>
      <span>{label}</span>
      <select
        className={styles.holder}
        value={holder?.id ?? NOBODY}
        disabled={readOnly !== null}
        onChange={(event) => change(event.currentTarget.value)}
      >
        <option value={NOBODY}>nobody</option>
        {people.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}

/** Takes or gives up command at once. Giving it to somebody else is a hand-over, because they must say yes. */
function CommandButton() {
  const record = useRecord()
  const me = useSelected(selectMe)
  const readOnly = useSelected(selectReadOnly)
  const team = useSelected((state) => state.desk?.workspace.team) ?? emptyTeam
  const { commander } = useOpenIncident().state.ladder.context.roles
  if (me === null) return null
  const isMine = commander?.id === me.id
  const fact = factOfRole('commander', commander, isMine ? NOBODY : me.id, team)
  return (
    <ActionButton
      size="small"
      tone={isMine ? 'quiet' : 'plain'}
      disabled={readOnly !== null || fact === null}
      aria-label={isMine ? 'Give up command' : undefined}
      onClick={() => fact !== null && void record(fact)}
    >
      {isMine ? 'Give up' : 'Take command'}
    </ActionButton>
  )
}

/** Who leads, who writes, who talks to the others. */
export function Roles({ tools }: { readonly tools?: ReactNode }) {
  const { roles, resolvedAt } = useOpenIncident().state.ladder.context
  const { commander } = roles
  return (
    <div>
      <h3 className={`caption ${styles.heading}`}>Roles</h3>
      <div className={styles.roles}>
        <div className={styles.role}>
          <span>Commander</span>
          <span className={styles.commander}>
            <strong>{commander === null ? 'nobody' : commander.name}</strong>
            {tools}
            {resolvedAt === null ? <CommandButton /> : null}
          </span>
        </div>
        <RolePicker of="scribe" label="Scribe" />
        <RolePicker of="communications" label="Communications" />
      </div>
    </div>
  )
}
