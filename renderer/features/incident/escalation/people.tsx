import { emptyTeam } from '../../../../shared/schedule/team.ts'
import { useNow, useOpenIncident, useSelected } from '../../../state/store-context.tsx'
import styles from './escalation.module.css'
import { type PersonToCall, peopleToCall } from './people-to-call.ts'
import { PersonCard } from './person-card.tsx'

function Group({ heading, people }: { readonly heading: string; readonly people: readonly PersonToCall[] }) {
  if (people.length === 0) return null
  return (
    <div>
      <h3 className={`caption ${styles.heading}`}>{heading}</h3>
      <div className={styles.people}>
        {people.map((call) => (
          <PersonCard key={call.person.id} call={call} />
        ))}
      </div>
    </div>
  )
}

/** Whom to call, with everything that a call needs when the network is gone. */
export function People() {
  const nowMs = useNow(60_000)
  const { context } = useOpenIncident().state.ladder
  const team = useSelected((state) => state.desk?.workspace.team) ?? emptyTeam
  const { ladder, others } = peopleToCall(context, team, nowMs)
  return (
    <>
      <Group heading="People to call" people={ladder} />
      <Group heading="Upstream and downstream" people={others} />
    </>
  )
}
