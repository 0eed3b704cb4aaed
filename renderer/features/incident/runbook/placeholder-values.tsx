import { Fragment, useId } from 'react'
import { useDraft, useOpenIncident } from '../../../state/store-context.tsx'
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

/** The values somebody gave for the `<names>` in the commands of this incident, kept across reloads. */
export function usePlaceholderValues(): readonly [Values, (name: string, value: string) => void] {
  const [text, setText] = useDraft(`values.${useOpenIncident().incident}`)
  const values = readValues(text)
  return [values, (name, value) => setText(JSON.stringify({ ...values, [name]: value }))]
}

/** One field for each name that the commands leave open: typed once, filled in everywhere. */
export function PlaceholderValues({ names }: { readonly names: readonly string[] }) {
  const [values, setValue] = usePlaceholderValues()
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
            onChange={(event) => setValue(name, event.currentTarget.value)}
          />
        </Fragment>
      ))}
    </fieldset>
  )
}
