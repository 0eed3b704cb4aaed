import { NativeSelect, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { PersonFact } from '../../../shared/contract/person-facts.ts'
import type { ActionItem } from '../../../shared/incident/data-state.ts'
import { actionTypeSchema } from '../../../shared/incident/facts/data-facts.ts'
import type { PersonRef } from '../../../shared/incident/primitives.ts'
import { useDraft } from '../../state/store-context.tsx'
import field from '../../ui/moment-field.module.css'
import styles from './actions.module.css'
import { useStateFacts } from './use-state-facts.ts'

type Change = Omit<Extract<PersonFact, { type: 'action.changed' }>['data'], 'action'>

const types = actionTypeSchema.options
const statuses = ['open', 'done', 'dropped'] as const

/** The words of an action item: typed freely, stated when one leaves the field, kept until then. */
function WhatField(props: {
  readonly action: ActionItem
  readonly readOnly: boolean
  readonly onChange: (change: Change) => Promise<string | null>
}) {
  const { action } = props
  const [kept, keep] = useDraft(`action.${action.action}`)
  /** Emptied by hand, which a blank draft cannot say. */
  const [isEmptied, setEmptied] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const typed = kept !== '' || isEmptied ? kept : action.what
  const setTyped = (text: string): void => {
    setEmptied(text === '')
    keep(text)
  }
  const forget = (): void => {
    setEmptied(false)
    keep('')
  }
  const leave = async (): Promise<void> => {
    const words = typed.trim()
    if (words === '' || words === action.what) return forget()
    const refused = await props.onChange({ what: words })
    setProblem(refused)
    if (refused === null) forget()
  }
  return (
    <Textarea
      aria-label={`What: ${action.what}`}
      value={typed}
      error={problem}
      readOnly={props.readOnly}
      autosize
      minRows={1}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => void leave()}
    />
  )
}

/** The day of an action item. A half-typed date is none, and states nothing. */
function DueField(props: {
  readonly action: ActionItem
  readonly readOnly: boolean
  readonly onChange: (change: Change) => Promise<string | null>
}) {
  const { action } = props
  return (
    <input
      type="date"
      className={field.moment}
      aria-label={`Due: ${action.what}`}
      defaultValue={action.due ?? ''}
      key={action.due ?? ''}
      readOnly={props.readOnly}
      onBlur={(event) => {
        const due = event.currentTarget.value === '' ? null : event.currentTarget.value
        if (due !== action.due && event.currentTarget.validity.valid) void props.onChange({ due })
      }}
    />
  )
}

/** One action item, each field of which is changed by a fact of its own. */
export function ActionRow(props: {
  readonly action: ActionItem
  readonly owners: readonly PersonRef[]
  readonly readOnly: boolean
}) {
  const { action, owners, readOnly } = props
  const state = useStateFacts()
  const change = (changed: Change): Promise<string | null> =>
    state({ type: 'action.changed', data: { action: action.action, ...changed } })
  return (
    <li className={styles.action} data-status={action.status}>
      <WhatField action={action} readOnly={readOnly} onChange={change} />
      <NativeSelect
        aria-label={`Type: ${action.what}`}
        value={action.type ?? ''}
        disabled={readOnly}
        data={[{ value: '', label: 'No type' }, ...types]}
        onChange={(event) => void change({ type: types.find((type) => type === event.currentTarget.value) ?? null })}
      />
      <NativeSelect
        aria-label={`Owner: ${action.what}`}
        value={action.owner?.id ?? ''}
        disabled={readOnly}
        data={[{ value: '', label: 'No owner' }, ...owners.map(({ id, name }) => ({ value: id, label: name }))]}
        onChange={(event) =>
          void change({ owner: owners.find((owner) => owner.id === event.currentTarget.value) ?? null })
        }
      />
      <DueField action={action} readOnly={readOnly} onChange={change} />
      <NativeSelect
        aria-label={`Status: ${action.what}`}
        value={action.status}
        disabled={readOnly}
        data={[...statuses]}
        onChange={(event) => {
          const status = statuses.find((each) => each === event.currentTarget.value)
          if (status !== undefined) void change({ status })
        }}
      />
    </li>
  )
}
