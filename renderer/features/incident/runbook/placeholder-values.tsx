import { Fragment, useId } from 'react'
import { useDraft, useOpenIncident } from '../../../state/store-context.tsx'
import { useRecord } from '../use-record.ts'
import styles from './runbook.module.css'

type Values = Readonly<Record<string, string>>

function readValues(text: string): Values {
  try {
    const values: unknown = JSON.parse(text)
    return typeof values === 'object' && values !== null ? (values as Values) : {}
  } catch {
    return {}
  }
}

/**
 * The values for the `<names>` in the commands of this incident: given once, for everybody in it. What is being typed counts
 * already here; `give` makes it a fact.
 */
export function usePlaceholderValues() {
  const { incident, state } = useOpenIncident()
  const record = useRecord()
  const [text, setText] = useDraft(`values.${incident}`)
  const typed = readValues(text)
  const values: Values = { ...state.values, ...typed }
  const give = (name: string): void => {
    const value = typed[name]?.trim()
    if (value === undefined || value === (state.values[name] ?? '')) return
    void record({ type: 'value.given', data: { name, value } })
  }
  return {
    values,
    type: (name: string, value: string): void => setText(JSON.stringify({ ...typed, [name]: value })),
    give,
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
          <input
            id={`${id}-${name}`}
            value={values[name] ?? ''}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => type(name, event.currentTarget.value)}
            onBlur={() => give(name)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') give(name)
            }}
          />
        </Fragment>
      ))}
    </fieldset>
  )
}
