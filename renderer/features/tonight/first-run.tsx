import { useState } from 'react'
import { hasDuty, onCallFirst } from '../../../shared/schedule/on-call-first.ts'
import { emptyTeam } from '../../../shared/schedule/team.ts'
import { useDeskStore, useSelected } from '../../state/store-context.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { MoreButton } from '../../ui/more-button.tsx'
import styles from './tonight.module.css'

/** Asked until it is answered: facts carry a name, and the console passes over whoever is at it already. */
export function FirstRun() {
  const { changePreferences } = useDeskStore()
  const team = useSelected((state) => state.desk?.workspace.team ?? emptyTeam)
  const [isAll, setAll] = useState(false)
  const isKnown = useSelected((state) => state.desk === null || state.desk.preferences.me !== null)
  if (isKnown || team.people.length === 0) return null
  const everybody = onCallFirst(team)
  const likely = everybody.filter(hasDuty(team))
  const isShort = likely.length > 0 && likely.length < everybody.length
  return (
    <section className={styles.ask} aria-labelledby="who-are-you">
      <h2 id="who-are-you" style={{ fontSize: 16 }}>
        Who are you?
      </h2>
      <p className="dim">Every entry in a timeline carries a name. You can change it in Settings.</p>
      <div className={styles.people}>
        {(isShort && !isAll ? likely : everybody).map((person) => (
          <ActionButton key={person.id} onClick={() => void changePreferences({ me: person.id })}>
            {person.name}
          </ActionButton>
        ))}
        {isShort ? (
          <MoreButton isOpen={isAll} onToggle={setAll}>
            {isAll ? 'Fewer names' : 'Somebody else'}
          </MoreButton>
        ) : null}
      </div>
    </section>
  )
}
