import { useEffect, useId, useRef, useState } from 'react'
import { isSecretName } from '../../../../shared/kit/secret-name.ts'
import { maskedValues } from '../../../../shared/runbook/variables/masked-values.ts'
import { foundValue, givenUnder, type KnownValues } from '../../../../shared/runbook/variables/run-variables.ts'
import type { Variable } from '../../../../shared/runbook/variables/variable.ts'
import { useDraft, useOpenIncident } from '../../../state/store-context.tsx'
import { ActionButton } from '../../../ui/action-button.tsx'
import valueField from '../../../ui/value-field.module.css'
import { onLeavingKey } from './leave-field.ts'
import { SecretValue } from './secret-value.tsx'
import { draftOf, readValues, typedUnder } from './typed-values.ts'
import { useTypedValues } from './use-command-values.ts'
import styles from './values.module.css'

function originOf(variable: Variable, known: KnownValues): string | null {
  const { from } = foundValue(variable, known)
  if (from === 'alert') return 'from the alert'
  if (from === 'above') return 'set above'
  return from === 'nowhere' && variable.above !== null ? 'set by a command above' : null
}

/** One field: Enter and leaving it give the value, Escape leaves it as it was. */
function ValueField(props: { readonly id: string; readonly variable: Variable; readonly known: KnownValues }) {
  const { id, variable, known } = props
  const { incident, state } = useOpenIncident()
  const [drafts] = useDraft(draftOf(incident))
  const { type, forget, give } = useTypedValues()
  const { key } = variable
  const draft = typedUnder(readValues(drafts), key)
  const before = useRef(draft)
  const field = useRef<HTMLInputElement>(null)
  const isGiven = draft !== undefined && draft.trim() === givenUnder(state.values, key)
  useEffect(() => {
    // Saved in the end, by whatever way: from now on the last one given counts, whoever gave it.
    if (isGiven && document.activeElement !== field.current) forget(key)
  })
  const origin = originOf(variable, known)
  const { value } = foundValue(variable, known)
  // What a command above made of a secret is not to be read here either.
  const seen = foundValue(variable, maskedValues(known)).value
  const restore = (): void => {
    if (before.current === undefined) forget(key)
    else type(key, before.current)
  }
  return (
    <span className={styles.value}>
      <input
        ref={field}
        id={id}
        className={valueField.value}
        value={draft ?? (value === seen ? value : '')}
        placeholder={value === seen ? undefined : seen}
        aria-describedby={origin === null ? undefined : `${id}-origin`}
        autoComplete="off"
        spellCheck={false}
        maxLength={2_000}
        onFocus={() => {
          before.current = draft
        }}
        onChange={(event) => type(key, event.currentTarget.value)}
        onBlur={() => void give([variable])}
        onKeyDown={(event) => onLeavingKey(event, restore)}
      />
      {origin === null ? null : (
        <span id={`${id}-origin`} className="dim">
          {origin}
        </span>
      )}
    </span>
  )
}

type FieldProps = { readonly variable: Variable; readonly known: KnownValues; readonly isShown: boolean }

function LabelledField({ variable, known, isShown }: FieldProps) {
  const id = useId()
  return (
    <>
      <label htmlFor={id} className="mono dim">
        {variable.written}
      </label>
      {isSecretName(variable.name) ? (
        <SecretValue id={id} variable={variable} isShown={isShown} />
      ) : (
        <ValueField id={id} variable={variable} known={known} />
      )}
    </>
  )
}

/** One field for each variable that the commands of a step leave open: typed once, filled in everywhere. */
export function ValueFields(props: { readonly variables: readonly Variable[]; readonly known: KnownValues }) {
  const [shown, setShown] = useState<readonly string[]>([])
  if (props.variables.length === 0) return null
  const secrets = props.variables.filter(({ name }) => isSecretName(name))
  return (
    <fieldset className={styles.values}>
      <legend className="visually-hidden">Values for the commands</legend>
      {props.variables.map((variable) => (
        <LabelledField
          key={variable.key}
          variable={variable}
          known={props.known}
          isShown={shown.includes(variable.key)}
        />
      ))}
      {/* Behind all fields: who goes on with Tab types into the next field, and never onto a button where letters are keys. */}
      {secrets.length === 0 ? null : (
        <span className={styles.shown}>
          {secrets.map(({ key, written }) => {
            const isShown = shown.includes(key)
            return (
              <ActionButton
                key={key}
                size="small"
                tone="quiet"
                onClick={() => setShown(isShown ? shown.filter((each) => each !== key) : [...shown, key])}
              >
                {isShown ? 'Hide' : 'Show'} {written}
              </ActionButton>
            )
          })}
        </span>
      )}
    </fieldset>
  )
}
