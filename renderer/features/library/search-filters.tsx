import { type ReactNode, useMemo } from 'react'
import { emptyTeam } from '../../../shared/schedule/team.ts'
import { useSelected } from '../../state/store-context.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { useAfterPaint } from '../../ui/after-paint.ts'
import { classNames } from '../../ui/class-names.ts'
import styles from './search.module.css'
import { ages, isWide, kinds, type Narrowing, pipelinesOf, scenariosOf } from './search-choices.ts'
import type { Listed } from './shelve.ts'

function Choice(props: {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly children: ReactNode
}) {
  const { label, value } = props
  const isSet = value !== '' && value !== '0'
  return (
    <select
      aria-label={label}
      className={classNames(styles.choice, isSet && styles.chosen)}
      value={value}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    >
      {props.children}
    </select>
  )
}

const nothingYet: readonly Listed[] = []

/** Narrows the shelves and what is found: by kind, pipeline, failure scenario and age. */
export function SearchFilters(props: {
  readonly narrowing: Narrowing
  readonly onNarrow: (narrowing: Narrowing) => void
  readonly onWiden: () => void
  readonly documents: readonly Listed[]
}) {
  const { narrowing, onNarrow, documents } = props
  const team = useSelected((state) => state.desk?.workspace.team ?? emptyTeam)
  // There may be a thousand scenarios: the first rows do not wait for them.
  const known = useAfterPaint(documents, nothingYet)
  const scenarios = useMemo(() => scenariosOf(known), [known])
  const pipelines = useMemo(() => pipelinesOf(known, team), [known, team])
  return (
    <fieldset className={styles.filters}>
      <legend className="visually-hidden">Narrow the list</legend>
      <Choice
        label="Kind"
        value={narrowing.kind}
        onChange={(value) => onNarrow({ ...narrowing, kind: kinds.find(({ kind }) => kind === value)?.kind ?? '' })}
      >
        {kinds.map(({ kind, words }) => (
          <option key={kind} value={kind}>
            {words}
          </option>
        ))}
      </Choice>
      <Choice label="Pipeline" value={narrowing.pipeline} onChange={(pipeline) => onNarrow({ ...narrowing, pipeline })}>
        <option value="">Every pipeline</option>
        {pipelines.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Choice>
      <Choice
        label="Failure scenario"
        value={narrowing.scenario}
        onChange={(scenario) => onNarrow({ ...narrowing, scenario })}
      >
        <option value="">Every scenario</option>
        {scenarios.map((title) => (
          <option key={title}>{title}</option>
        ))}
      </Choice>
      <Choice
        label="Age"
        value={String(narrowing.days)}
        onChange={(value) => onNarrow({ ...narrowing, days: Number(value) })}
      >
        <option value={0}>Any time</option>
        <optgroup label="Verified, or began">
          {ages.map(({ days, words }) => (
            <option key={days} value={days}>
              {words}
            </option>
          ))}
        </optgroup>
      </Choice>
      {isWide(narrowing) ? null : (
        <ActionButton size="small" tone="quiet" onClick={props.onWiden}>
          Clear the filter
        </ActionButton>
      )}
    </fieldset>
  )
}
