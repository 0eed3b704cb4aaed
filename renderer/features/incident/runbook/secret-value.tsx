import { useId, useRef } from 'react'
import { givenUnder } from '../../../../shared/runbook/variables/run-variables.ts'
import type { Variable } from '../../../../shared/runbook/variables/variable.ts'
import { heldSecrets, typedSecrets } from '../../../state/secret-desk.ts'
import { useDeskStore, useOpenIncident, useSelected } from '../../../state/store-context.tsx'
import valueField from '../../../ui/value-field.module.css'
import { onLeavingKey } from './leave-field.ts'
import styles from './values.module.css'

/** The secret values of the open incident as this window knows them, typed or given, and how to give what was typed. */
export function useSecretValues() {
  const store = useDeskStore()
  const { incident } = useOpenIncident()
  const held = useSelected((state) => heldSecrets(state, incident))
  const typed = useSelected((state) => typedSecrets(state, incident))
  return {
    held,
    typed,
    type: (key: string, value: string | null): void => store.typeSecret(incident, key, value),
    give: (variable: Variable): Promise<boolean> => store.giveSecrets(incident, [variable]),
  }
}

/** What becomes of the value, in the words of whoever wonders why it is asked for again. */
function useFate(key: string): string {
  const { state } = useOpenIncident()
  const { held } = useSecretValues()
  if (givenUnder(held, key) !== '') return 'In memory only. Asked again after a restart.'
  if (givenUnder(state.values, key) !== '')
    return 'An earlier version wrote it into this log. Change it where it is used.'
  return state.secretsGiven.includes(key) ? 'Not kept over the restart: type it again.' : 'Never in the log.'
}

/** A field for a value that nobody may read over the shoulder, nor later in the log. */
export function SecretValue(props: { readonly variable: Variable; readonly id: string; readonly isShown: boolean }) {
  const { variable, id, isShown } = props
  const { key } = variable
  const { state } = useOpenIncident()
  const { held, typed, type, give } = useSecretValues()
  const before = useRef<string | null>(null)
  const fateId = useId()
  return (
    <div className={styles.secret}>
      <input
        id={id}
        className={valueField.value}
        type={isShown ? 'text' : 'password'}
        value={typed[key] ?? (givenUnder(held, key) || givenUnder(state.values, key))}
        autoComplete="new-password"
        spellCheck={false}
        maxLength={2_000}
        aria-describedby={fateId}
        onFocus={() => {
          before.current = typed[key] ?? null
        }}
        onChange={(event) => type(key, event.currentTarget.value)}
        onBlur={() => void give(variable)}
        onKeyDown={(event) => onLeavingKey(event, () => type(key, before.current))}
      />
      <span id={fateId} className="dim">
        {useFate(key)}
      </span>
    </div>
  )
}
