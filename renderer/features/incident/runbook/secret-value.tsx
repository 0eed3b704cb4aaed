import { useId, useState } from 'react'
import { valueGiven } from '../../../../shared/runbook/commands/placeholders.ts'
import { heldSecrets, typedSecrets } from '../../../state/secret-desk.ts'
import { useDeskStore, useOpenIncident, useSelected } from '../../../state/store-context.tsx'
import { ActionButton } from '../../../ui/action-button.tsx'
import styles from './runbook.module.css'

/** The secret values of the open incident as this window knows them, typed or given, and how to give what was typed. */
export function useSecretValues() {
  const store = useDeskStore()
  const { incident } = useOpenIncident()
  const held = useSelected((state) => heldSecrets(state, incident))
  const typed = useSelected((state) => typedSecrets(state, incident))
  return {
    held,
    values: { ...held, ...typed },
    type: (name: string, value: string): void => store.typeSecret(incident, name, value),
    drop: (name: string): void => store.typeSecret(incident, name, null),
    give: (isMeant: (name: string) => boolean): Promise<boolean> => store.giveSecrets(incident, isMeant),
  }
}

/** What becomes of the value, in the words of whoever wonders why it is asked for again. */
function useFate(name: string): string {
  const { state } = useOpenIncident()
  const { held } = useSecretValues()
  if (valueGiven(held, name) !== '') return 'In memory only. Asked again after a restart.'
  if (valueGiven(state.values, name) !== '')
    return 'An earlier version wrote it into this log. Change it where it is used.'
  return state.secretsGiven.includes(name) ? 'Not kept over the restart: type it again.' : 'Never in the log.'
}

/** A field for a value that nobody may read over the shoulder, nor later in the log. */
export function SecretValue({ name, id }: { readonly name: string; readonly id: string }) {
  const { state } = useOpenIncident()
  const { values, type, drop, give } = useSecretValues()
  const [isShown, setShown] = useState(false)
  const fateId = useId()
  return (
    <div className={styles.secret}>
      <input
        id={id}
        type={isShown ? 'text' : 'password'}
        value={valueGiven({ ...state.values, ...values }, name)}
        autoComplete="new-password"
        spellCheck={false}
        maxLength={2_000}
        aria-describedby={fateId}
        onChange={(event) => type(name, event.currentTarget.value)}
        onBlur={() => void give((each) => each === name)}
        onKeyDown={(event) => {
          // Leaving the field gives what stands in it, so that the next key is no letter of the secret.
          if (event.key === 'Escape') drop(name)
          if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur()
        }}
      />
      <ActionButton
        size="small"
        tone="quiet"
        aria-label={`${isShown ? 'Hide' : 'Show'} <${name}>`}
        onClick={() => setShown(!isShown)}
      >
        {isShown ? 'Hide' : 'Show'}
      </ActionButton>
      <span id={fateId} className="dim">
        {useFate(name)}
      </span>
    </div>
  )
}
