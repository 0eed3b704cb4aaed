import { Fragment, useCallback, useEffect, useId, useRef } from 'react'
import { isSecretName } from '../../../../shared/kit/secret-name.ts'
import { filledCommand, valueGiven } from '../../../../shared/runbook/commands/placeholders.ts'
import type { DeskStore } from '../../../state/desk-store.ts'
import { useDeskStore, useDraft, useOpenIncident } from '../../../state/store-context.tsx'
import { useStateFacts } from '../use-record.ts'
import styles from './runbook.module.css'
import { SecretValue, useSecretValues } from './secret-value.tsx'

type Values = Readonly<Record<string, string>>

function readValues(text: string): Values {
  try {
    const values: unknown = JSON.parse(text)
    const isRecord = typeof values === 'object' && values !== null
    return isRecord
      ? Object.fromEntries(
          Object.entries(values).filter(([name, value]) => typeof value === 'string' && !isSecretName(name)),
        )
      : {}
  } catch {
    return {}
  }
}

/** The last giving of values in a window: leaving a field and using its value come at once, and neither may give it twice. */
const lastGiven = new WeakMap<DeskStore, Promise<void>>()

/**
 * The values for the `<names>` in the commands of this incident: given once, for everybody in it. What is being typed counts
 * already here; `give` makes it a fact, and from then on the last one given counts, whoever gave it.
 */
export function usePlaceholderValues() {
  const { incident, state } = useOpenIncident()
  const stateFacts = useStateFacts()
  const store = useDeskStore()
  const secrets = useSecretValues()
  const key = `values.${incident}`
  const [text, setText] = useDraft(key)
  const typed = readValues(text)
  const giveNow = async (isMeant: (name: string) => boolean): Promise<void> => {
    const drafts = Object.entries(readValues(store.keptDraft(key)))
    const known = store.getState().open?.state.values ?? {}
    const changed = drafts
      .map(([name, value]) => ({ name, value: value.trim() }))
      .filter(({ name, value }) => isMeant(name) && value !== valueGiven(known, name))
    const facts = changed.map((data) => ({ type: 'value.given' as const, data }))
    if (facts.length > 0 && (await stateFacts(...facts)).kind !== 'durable') return
    setText(JSON.stringify(Object.fromEntries(drafts.filter(([name]) => !isMeant(name)))))
  }
  const give = (isMeant: (name: string) => boolean): Promise<void> => {
    const turn = (lastGiven.get(store) ?? Promise.resolve()).then(() => giveNow(isMeant))
    lastGiven.set(store, turn)
    return turn
  }
  const values: Values = { ...state.values, ...typed, ...secrets.values }
  return {
    values,
    type: (name: string, value: string): void => setText(JSON.stringify({ ...typed, [name]: value })),
    give: (name: string): Promise<void> => give((each) => each === name),
    /** Gives what was typed and not given yet, before it is used. */
    giveAll: async (): Promise<void> => {
      await Promise.all([give(() => true), secrets.give(() => true)])
    },
  }
}

/** One field for each name that the commands leave open: typed once, filled in everywhere. */
export function PlaceholderValues({ names }: { readonly names: readonly string[] }) {
  const { values, type, give } = usePlaceholderValues()
  const id = useId()
  if (names.length === 0) return null
  return (
    <fieldset className={styles.values}>
      <legend className="visually-hidden">Values for the commands</legend>
      {names.map((name) => (
        <Fragment key={name}>
          <label htmlFor={`${id}-${name}`} className="mono dim">
            {`<${name}>`}
          </label>
          {isSecretName(name) ? (
            <SecretValue id={`${id}-${name}`} name={name} />
          ) : (
            <input
              id={`${id}-${name}`}
              value={valueGiven(values, name)}
              autoComplete="off"
              spellCheck={false}
              maxLength={2_000}
              onChange={(event) => type(name, event.currentTarget.value)}
              onBlur={() => void give(name)}
              onKeyDown={(event) => {
                if (event.key === 'Enter') void give(name)
              }}
            />
          )}
        </Fragment>
      ))}
    </fieldset>
  )
}

/** Fills what is known of the values into a text that is copied; the same function for as long as the window is open. */
export function useFilledIn(): (text: string) => string {
  const { values } = usePlaceholderValues()
  const known = useRef(values)
  useEffect(() => {
    known.current = values
  })
  return useCallback((text: string) => filledCommand(text, known.current), [])
}
