import { TextInput } from '@mantine/core'
import { ActionButton } from '../../../ui/action-button.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { ProblemBanner } from '../../../ui/problem-banner.tsx'
import { withSpokenDates } from '../../../ui/time-words.ts'
import { type Begin, type Intent, type TurnMode, turnModes } from '../intent.ts'
import type { Board } from '../use-board.ts'
import { placeWords, roleWords } from '../words.ts'
import styles from './change.module.css'
import { ChangeForm } from './change-form.tsx'
import type { Candidate } from './turn-changes.ts'
import { useTurnForm } from './use-turn-form.ts'

type Form = ReturnType<typeof useTurnForm>

const modeWords: Readonly<Record<TurnMode, readonly [string, string]>> = {
  swap: ['Swap', 'for one of their turns'],
  cover: ['Cover', 'with nothing in return'],
  open: ['Open shift', 'until somebody takes it'],
}

const fieldProblem = (atMs: number): string | null => (Number.isNaN(atMs) ? 'Write it as 2026-12-25 07:00.' : null)

function Modes({ form }: { readonly form: Form }) {
  return (
    <fieldset className={styles.modes}>
      <legend className="visually-hidden">How it changes hands</legend>
      {turnModes.map((mode) => {
        const [name, more] = modeWords[mode]
        const isOff = mode === 'swap' ? !form.canSwap : mode === 'open' && form.holders.length === 0
        return (
          <label key={mode} className={classNames(styles.mode, isOff && styles.off)}>
            <input
              type="radio"
              name="mode"
              checked={form.mode === mode}
              disabled={isOff}
              onChange={() => form.setMode(mode)}
            />
            <span>
              <strong>{name}</strong> <span className="dim">{more}</span>
            </span>
          </label>
        )
      })}
    </fieldset>
  )
}

function CandidateRow({
  candidate,
  form,
  rank,
}: {
  readonly candidate: Candidate
  readonly form: Form
  readonly rank: number
}) {
  const { id, name, reasons, conflicts } = candidate
  const isOff = conflicts.length > 0
  return (
    <label className={classNames(styles.candidate, isOff && styles.off)}>
      <input
        type="radio"
        name="candidate"
        checked={form.candidate?.id === id}
        disabled={isOff}
        onChange={() => form.choose(id)}
      />
      <span>
        <strong>{name}</strong>
        {rank === 0 && !isOff ? <span className={styles.best}> fairest</span> : null}
        <span className={styles.reasons}>{isOff ? withSpokenDates(conflicts.join(' ')) : reasons.join('; ')}</span>
      </span>
    </label>
  )
}

function Candidates({ form }: { readonly form: Form }) {
  if (form.mode === 'open') {
    return <p className="dim">The night has a gap until somebody takes it. The finding stays red until then.</p>
  }
  if (form.candidates.length === 0) return <p className="dim">Nobody takes turns in this rotation then.</p>
  const canAny = form.candidates.some(({ conflicts }) => conflicts.length === 0)
  return (
    <fieldset className={styles.candidates}>
      <legend>{canAny ? 'With whom, fairest first' : 'Nobody is free for all of it. Try a shorter part of it.'}</legend>
      {form.candidates.map((candidate, rank) => (
        <CandidateRow key={candidate.id} candidate={candidate} form={form} rank={rank} />
      ))}
    </fieldset>
  )
}

/** One turn changes hands: which part of it, how, and with whom. Nothing is written here. */
export function TurnDialog(props: {
  readonly asked: Extract<Intent, { readonly kind: 'turn' }>
  readonly board: Board
  readonly onBegin: Begin
  readonly onClose: () => void
}) {
  const { asked, board } = props
  const form = useTurnForm(asked, board, props.onBegin)
  const place = placeWords(board.zone, board.nowMs)
  const cannot = form.mode !== 'open' && (form.candidate === null || form.candidate.conflicts.length > 0)
  const onlyPropose =
    form.mode === 'open' || form.candidate?.swap == null ? null : (
      <ActionButton disabled={cannot} onClick={() => form.review(true)}>
        Only propose it
      </ActionButton>
    )
  return (
    <ChangeForm
      title={form.title}
      size="lg"
      isIncomplete={cannot}
      isReady
      others={onlyPropose}
      onShow={() => form.review(false)}
      onClose={props.onClose}
      onClear={form.clear}
    >
      <p>
        <strong>{form.holders.length === 0 ? 'Nobody' : form.holders.join(' and ')}</strong>{' '}
        {form.holders.length > 1 ? 'are' : 'is'} {roleWords[asked.role]} then
        {board.team.rotations.length > 1 ? ` in ${form.rotation?.name ?? ''}` : ''}.
      </p>
      <div className={styles.pair}>
        <TextInput
          label="From"
          description={place}
          value={form.from}
          error={fieldProblem(form.turn.fromMs)}
          onChange={(event) => form.setFrom(event.currentTarget.value)}
        />
        <TextInput
          label="To"
          description={place}
          value={form.to}
          error={fieldProblem(form.turn.toMs)}
          onChange={(event) => form.setTo(event.currentTarget.value)}
        />
      </div>
      <Modes form={form} />
      <Candidates form={form} />
      <TextInput
        label="Reason (optional)"
        description="Stands in team.yaml and in the answer to who is on call"
        value={form.reason}
        maxLength={300}
        onChange={(event) => form.setReason(event.currentTarget.value)}
      />
      {form.problem === null ? null : (
        <ProblemBanner title="Not possible." severity="warning">
          {form.problem}
        </ProblemBanner>
      )}
    </ChangeForm>
  )
}
