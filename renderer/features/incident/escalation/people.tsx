import { emptyTeam } from '../../../../shared/schedule/team.ts'
import { useNow, useOpenIncident, useSelected } from '../../../state/store-context.tsx'
import { type PersonToCall, peopleToCall } from './people-to-call.ts'
import styles from './person.module.css'
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

/** Those who were told and have not answered: calling them is the next action, so they stand first. */
export function PeopleTold() {
  const nowMs = useNow(60_000)
  const { context } = useOpenIncident().state.ladder
  const team = useSelected((state) => state.desk?.workspace.team) ?? emptyTeam
  const told = peopleToCall(context, team, nowMs).ladder.filter((call) => call.waiting !== null)
  return <Group heading="Call now, not reached yet" people={told} />
}

/** Whom to call, with everything that a call needs when the network is gone. */
export function People() {
  const nowMs = useNow(60_000)
  const { context } = useOpenIncident().state.ladder
  const team = useSelected((state) => state.desk?.workspace.team) ?? emptyTeam
  const { ladder, others } = peopleToCall(context, team, nowMs)
  const isTold = (call: PersonToCall): boolean => call.waiting !== null
  return (
    <>
      <Group heading="People to call" people={ladder.filter((call) => !isTold(call))} />
      <Group heading="Upstream and downstream" people={others} />
    </>
  )
}
