import { NativeSelect } from '@mantine/core'
import { useCommands } from '../../state/commands.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { classNames } from '../../ui/class-names.ts'
import styles from './schedule.module.css'
import { type Board, type BoardControls, type View, views } from './use-board.ts'
import { placeWords } from './words.ts'

const viewWords: Readonly<Record<View, string>> = { weeks: '12 weeks', list: 'List', month: 'Month', year: 'Year' }

function Choice<T extends string>(props: {
  readonly name: string
  readonly options: readonly { readonly value: T; readonly label: string }[]
  readonly value: T
  readonly onChange: (value: T) => void
}) {
  return (
    <fieldset aria-label={props.name} className={styles.choice}>
      {props.options.map(({ value, label }) => (
        <button
          key={value}
          type="button"
          aria-pressed={value === props.value}
          className={classNames(styles.option, value === props.value && styles.chosen)}
          onClick={() => props.onChange(value)}
        >
          {label}
        </button>
      ))}
    </fieldset>
  )
}

function useViewCommands({ setView, setStep, step }: BoardControls): void {
  useCommands([
    ...views.map((view, at) => ({
      id: `schedule.view.${view}`,
      label: `Schedule as: ${viewWords[view]}`,
      group: 'Schedule',
      keys: String(at + 1),
      run: () => setView(view),
    })),
    {
      id: 'schedule.earlier',
      label: 'Earlier',
      group: 'Schedule',
      keys: '[',
      whileHeld: true,
      run: () => setStep(step - 1),
    },
    {
      id: 'schedule.later',
      label: 'Later',
      group: 'Schedule',
      keys: ']',
      whileHeld: true,
      run: () => setStep(step + 1),
    },
    { id: 'schedule.today', label: 'Back to today', group: 'Schedule', keys: '.', run: () => setStep(0) },
  ])
}

/** How one looks at the schedule: as what, from when, on whose wall, which rotation. */
export function ToolBar({ board, spanWords }: { readonly board: Board & BoardControls; readonly spanWords: string }) {
  useViewCommands(board)
  const { view, step, setStep, team, nowMs, teamZone, myZone } = board
  return (
    <div className={styles.toolBar}>
      <Choice
        name="View"
        options={views.map((value) => ({ value, label: viewWords[value] }))}
        value={view}
        onChange={board.setView}
      />
      <div className={styles.paging}>
        <ActionButton size="small" aria-label="Earlier" onClick={() => setStep(step - 1)}>
          <span aria-hidden="true">‹</span>
        </ActionButton>
        <ActionButton size="small" disabled={step === 0} onClick={() => setStep(0)}>
          Today
        </ActionButton>
        <ActionButton size="small" aria-label="Later" onClick={() => setStep(step + 1)}>
          <span aria-hidden="true">›</span>
        </ActionButton>
        <span className={classNames('num', styles.spanWords)} aria-live="polite">
          {spanWords}
        </span>
      </div>
      <span className={styles.onPaper}>Times in {placeWords(board.zone, nowMs)}</span>
      <div className={styles.toolEnd}>
        {team.rotations.length < 2 ? null : (
          <NativeSelect
            aria-label="Rotation"
            size="xs"
            data={[
              { value: '', label: 'All rotations' },
              ...team.rotations.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={board.rotationId}
            onChange={(event) => board.setRotation(event.currentTarget.value)}
          />
        )}
        {teamZone === myZone ? (
          <span className="faint">Times in {placeWords(teamZone, nowMs)}</span>
        ) : (
          <Choice
            name="Times in"
            options={[
              { value: 'team', label: `Team: ${placeWords(teamZone, nowMs)}` },
              { value: 'mine', label: `You: ${placeWords(myZone, nowMs)}` },
            ]}
            value={board.zoneChoice}
            onChange={board.setZone}
          />
        )}
      </div>
    </div>
  )
}
