import { NativeSelect } from '@mantine/core'
import { turnTakers } from '../../../../shared/schedule/load.ts'
import { classNames } from '../../../ui/class-names.ts'
import { ProblemBanner } from '../../../ui/problem-banner.tsx'
import styles from '../change/change.module.css'
import { ChangeForm } from '../change/change-form.tsx'
import type { Begin } from '../intent.ts'
import type { Board } from '../use-board.ts'
import type { Import, ImportKind } from './use-import.ts'

const UNANSWERED = '?'

function Choices({ form, board }: { readonly form: Import; readonly board: Board }) {
  const { team } = board
  const takers = new Set(team.rotations.flatMap(turnTakers))
  const owners = team.people.filter(({ id }) => takers.has(id))
  return (
    <div className={styles.pair}>
      <NativeSelect
        label="What is in it"
        data={[
          { value: 'leave', label: 'Leave and busy days' },
          { value: 'rotation', label: 'A rotation of another tool' },
        ]}
        value={form.kind}
        onChange={(event) => form.setKind(event.currentTarget.value as ImportKind)}
      />
      {form.kind === 'leave' ? (
        <NativeSelect
          label="Whose calendar"
          data={[
            { value: '', label: 'The whole team, titles say who' },
            ...owners.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={form.person}
          onChange={(event) => form.setPerson(event.currentTarget.value)}
        />
      ) : (
        <NativeSelect
          label="Into which rotation"
          data={team.rotations.map(({ id, name }) => ({ value: id, label: name }))}
          value={form.rotationId}
          onChange={(event) => form.setRotation(event.currentTarget.value)}
        />
      )}
    </div>
  )
}

function Titles({ form, board }: { readonly form: Import; readonly board: Board }) {
  if (form.titles.length === 0) return null
  return (
    <section className={classNames(styles.part, styles.titles)} aria-label="Who is who">
      <h3>Who is meant?</h3>
      {form.titles.map(({ title, count }) => (
        <div key={title} className={styles.titleRow}>
          <span>
            {title === '' ? 'No title' : title}{' '}
            {count > 0 ? <span className="faint num">{count === 1 ? 'once' : `${count} times`}</span> : null}
          </span>
          <NativeSelect
            aria-label={`Who is ${title}`}
            data={[
              { value: UNANSWERED, label: 'Choose', disabled: true },
              { value: '', label: 'Leave it out' },
              ...board.team.people.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={form.mapping[title] ?? UNANSWERED}
            onChange={(event) => form.map(title, event.currentTarget.value)}
          />
        </div>
      ))}
    </section>
  )
}

function Outcome({ form }: { readonly form: Import }) {
  const { imported } = form
  if (imported === null) return <p className="dim">Nothing is written before you have seen what it does.</p>
  if (!imported.ok) return <ProblemBanner title="This is no calendar that can be read.">{imported.error}</ProblemBanner>
  const { found, unchanged, passedOver } = imported.value
  const things = form.kind === 'leave' ? 'absences' : 'turns'
  return (
    <div role="status">
      <p>
        <strong className="num">{found}</strong> {things} are new or changed,{' '}
        <strong className="num">{unchanged}</strong> stand in team.yaml already.
      </p>
      {passedOver.length === 0 ? null : (
        <details>
          <summary className="dim">{passedOver.length} things were passed over</summary>
          <ul>
            {passedOver.slice(0, 20).map((words) => (
              <li key={words} className="dim">
                {words}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

/** Takes leave or a rotation in from an .ics file; reading the same file again changes nothing. */
export function ImportDialog(props: {
  readonly board: Board
  readonly form: Import
  readonly onBegin: Begin
  readonly onClose: () => void
}) {
  const { form } = props
  const changes = form.imported?.ok === true ? form.imported.value.changes : []
  const begin = (): void => {
    const words = `${form.kind === 'leave' ? 'Leave' : 'Turns'} from ${form.fileName}`
    props.onBegin({ kind: 'review', title: 'Import a calendar', words, changes, onWritten: form.forget })
  }
  return (
    <ChangeForm
      title="Import a calendar"
      size="lg"
      isIncomplete={changes.length === 0}
      onShow={begin}
      onClose={props.onClose}
    >
      <label className={styles.drop}>
        <span>Calendar file (.ics){form.fileName === '' ? '' : `: ${form.fileName}`}</span>
        <input
          type="file"
          accept=".ics,text/calendar"
          data-autofocus
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? []
            if (file !== undefined) void form.take(file)
          }}
        />
      </label>
      <Choices form={form} board={props.board} />
      <Titles form={form} board={props.board} />
      <Outcome form={form} />
    </ChangeForm>
  )
}
