import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type HolidayMode, tiers } from '../../../../shared/schedule/team.ts'
import { ProblemBanner } from '../../../ui/problem-banner.tsx'
import change from '../change/change.module.css'
import { ChangeForm } from '../change/change-form.tsx'
import { useTyped } from '../change/use-typed.ts'
import type { Begin } from '../intent.ts'
import type { Board } from '../use-board.ts'
import { placeWords } from '../words.ts'
import {
  asTyped,
  fieldsOf,
  floorChoices,
  type ModeFields,
  type ModeProblem,
  modeOf,
  modeProblem,
  stretchChoices,
  withTyped,
} from './mode-form.ts'
import { rangeWords } from './ranges.ts'

const tierWords = { investor: 'Investor', experiment: 'Experiment', internal: 'Internal' } as const

/** What each part of the form is given. */
type Part = {
  readonly fields: ModeFields
  readonly problem: ModeProblem | null
  readonly set: (part: Partial<ModeFields>) => void
}

function When({ fields, problem, set }: Part) {
  return (
    <div className={change.pair}>
      <TextInput
        type="date"
        label="First day"
        value={fields.from}
        error={problem?.at === 'from' ? problem.words : null}
        onChange={(event) => set({ from: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label="Last day"
        value={fields.to}
        error={problem?.at === 'to' ? problem.words : null}
        onChange={(event) => set({ to: event.currentTarget.value })}
      />
    </div>
  )
}

function Tiers({ fields, problem, set }: Part) {
  const toggle = (tier: (typeof tiers)[number], isOn: boolean): void =>
    set({ tiers: isOn ? [...fields.tiers, tier] : fields.tiers.filter((each) => each !== tier) })
  return (
    <div>
      <fieldset className={change.modes}>
        <legend className={change.legend}>For which pipelines</legend>
        {tiers.map((tier) => (
          <label key={tier} className={change.mode}>
            <input
              type="checkbox"
              checked={fields.tiers.includes(tier)}
              onChange={(event) => toggle(tier, event.currentTarget.checked)}
            />
            {tierWords[tier]}
          </label>
        ))}
      </fieldset>
      {problem?.at === 'tiers' ? (
        <p role="alert" className={change.fieldError}>
          {problem.words}
        </p>
      ) : null}
    </div>
  )
}

/** What the team agrees to relax over some days: a new mode, or one to change. Nothing is written here. */
export function ModeDialog(props: {
  readonly board: Board
  readonly mode: HolidayMode | null
  readonly onBegin: Begin
  readonly onClose: () => void
}) {
  const { board, mode: before } = props
  const { team, teamZone } = board
  const about = before === null ? '' : `${before.from}.${before.to}.${before.reason}`
  const { typed, type, clear, forget } = useTyped(`mode.${about}`)
  const fields = withTyped(fieldsOf(before), typed)
  const [problem, setProblem] = useState<ModeProblem | null>(null)
  const title = before === null ? 'Add a holiday mode' : `Change “${before.reason}”`
  const set: Part['set'] = (part) => {
    setProblem(null)
    type(asTyped(part))
  }
  const show = (): void => {
    const wrong = modeProblem(fields, before, team, teamZone)
    setProblem(wrong)
    if (wrong !== null) return
    const mode = modeOf(fields, before, teamZone)
    const words = `Holiday mode “${mode.reason}”, ${rangeWords(mode)}`
    const changes =
      before === null
        ? ([{ kind: 'holiday-mode', mode }] as const)
        : ([{ kind: 'edit-holiday-mode', before, mode }] as const)
    props.onBegin({ kind: 'review', title, words, changes, onWritten: forget })
  }
  return (
    <ChangeForm title={title} size="lg" onShow={show} onClose={props.onClose} onClear={clear}>
      <TextInput
        label="Name"
        placeholder="Year-end"
        data-autofocus
        value={fields.reason}
        maxLength={200}
        error={problem?.at === 'reason' ? problem.words : null}
        onChange={(event) => set({ reason: event.currentTarget.value })}
      />
      <When {...{ fields, problem, set }} />
      <p className="faint">Whole days, both included, in {placeWords(before?.timezone ?? teamZone, board.nowMs)}.</p>
      <div className={change.pair}>
        <NativeSelect
          label="Time until each rung"
          description="Question, secondary and lead alike"
          data={[...stretchChoices(before)]}
          value={fields.stretch}
          onChange={(event) => set({ stretch: event.currentTarget.value })}
        />
        <NativeSelect
          label="Pages that wait until morning"
          description={`Until ${before?.hours?.from ?? '09:00'}, then they go out`}
          data={[...floorChoices(before)]}
          value={fields.severityFloor}
          onChange={(event) => set({ severityFloor: event.currentTarget.value })}
        />
      </div>
      <Tiers {...{ fields, problem, set }} />
      <TextInput
        label="What else was agreed (optional)"
        description="In words, shown on Tonight; nothing acts on it"
        placeholder="alert on a lag of 2 h instead of 30 min"
        value={fields.thresholds}
        maxLength={500}
        onChange={(event) => set({ thresholds: event.currentTarget.value })}
      />
      {problem?.at === 'relaxed' ? (
        <ProblemBanner title="Not yet." severity="warning">
          {problem.words}
        </ProblemBanner>
      ) : null}
      <p className="faint">
        SEV-1 always keeps the normal ladder. An incident takes what is agreed when it is declared, and anybody can set
        it aside there.
      </p>
    </ChangeForm>
  )
}
