import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Absence, Person } from '../../../../shared/schedule/team.ts'
import change from '../change/change.module.css'
import { ChangeForm } from '../change/change-form.tsx'
import { useTyped } from '../change/use-typed.ts'
import type { Begin } from '../intent.ts'
import type { Board } from '../use-board.ts'
import { type DayProblem, rangeProblem, rangeWords } from './ranges.ts'

/** Leave that stands already on one of the days; null when there is none. */
const standing = (person: Person, from: string, to: string): Absence | null =>
  person.away.find((absence) => absence.from.slice(0, 10) <= to && absence.to.slice(0, 10) >= from) ?? null

/** Writes down that somebody is away, by hand: whole days where they are. Nothing is written here. */
export function LeaveDialog(props: {
  readonly board: Board
  readonly person: string | null
  readonly onBegin: Begin
  readonly onClose: () => void
}) {
  const { people } = props.board.team
  const { typed, type, clear, forget } = useTyped(`leave.${props.person ?? ''}`)
  const { from = '', to = '', reason = '' } = typed
  const [problem, setProblem] = useState<DayProblem | null>(null)
  const asked = props.person ?? props.board.me?.id
  const person = people.find(({ id }) => id === typed.person) ?? people.find(({ id }) => id === asked) ?? people[0]
  const last = to === '' ? from : to
  const problemOf = (who: Person): DayProblem | null => {
    const known = standing(who, from, last)
    return (
      rangeProblem(from, last) ?? (known === null ? null : { at: 'from', words: `Away already: ${rangeWords(known)}.` })
    )
  }
  const show = (): void => {
    if (person === undefined) return
    const wrong = problemOf(person)
    setProblem(wrong)
    if (wrong !== null) return
    const why = reason.trim() === '' ? {} : { reason: reason.trim() }
    const words = `${person.name} is away, ${rangeWords({ from, to: last })}`
    const absences = [{ from, to: last, ...why }]
    const changes = [{ kind: 'leave', person: person.id, forget: [], absences }] as const
    props.onBegin({ kind: 'review', title: 'Add leave', words, changes, onWritten: forget })
  }
  return (
    <ChangeForm title="Add leave" onShow={show} onClose={props.onClose} onClear={clear}>
      <NativeSelect
        label="Who is away"
        data-autofocus
        data={people.map(({ id, name }) => ({ value: id, label: name }))}
        value={person?.id ?? ''}
        onChange={(event) => type({ person: event.currentTarget.value })}
      />
      <div className={change.pair}>
        <TextInput
          type="date"
          label="First day"
          value={from}
          error={problem?.at === 'from' ? problem.words : null}
          onChange={(event) => {
            setProblem(null)
            type({ from: event.currentTarget.value })
          }}
        />
        <TextInput
          type="date"
          label="Last day"
          description="Empty: the same day"
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={to}
          error={problem?.at === 'to' ? problem.words : null}
          onChange={(event) => {
            setProblem(null)
            type({ to: event.currentTarget.value })
          }}
        />
      </div>
      <p className="faint">
        Whole days, both included, where they are{person === undefined ? '' : ` (${person.timezone})`}.
      </p>
      <TextInput
        label="Reason (optional)"
        description="Everybody with the workspace can read it"
        value={reason}
        maxLength={300}
        onChange={(event) => type({ reason: event.currentTarget.value })}
      />
    </ChangeForm>
  )
}
