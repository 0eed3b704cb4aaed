import { useMemo, useState } from 'react'
import type { CallInput } from '../../../../shared/contract/contract.ts'
import { fail, ok, type Result } from '../../../../shared/kit/result.ts'
import { type ChangeEffect, effectBetween, effectOfChange } from '../../../../shared/schedule/swaps/effect-of-change.ts'
import { applyChange, type ScheduleChange } from '../../../../shared/schedule/swaps/schedule-change.ts'
import type { Team } from '../../../../shared/schedule/team.ts'
import { useDeskStore } from '../../../state/store-context.tsx'
import { ProblemBanner } from '../../../ui/problem-banner.tsx'
import { ladderEffect } from '../agreed/ladder-effect.ts'
import type { Intent } from '../intent.ts'
import type { Board } from '../use-board.ts'
import { placeWords } from '../words.ts'
import { EffectView } from './effect-view.tsx'
import { ReviewFrame } from './review-frame.tsx'
import { useReview } from './use-review.ts'

type Asked = Extract<Intent, { readonly kind: 'review' }>

type Changes = CallInput<'schedule.preview'>['changes']

const asInput = (changes: readonly ScheduleChange[]): Changes => structuredClone(changes) as Changes

/** The effect of one change, or of several made one after the other, such as the leave of a whole team. */
function effectOf(team: Team, changes: Asked['changes'], nowMs: number): Result<ChangeEffect> {
  const [only, ...others] = changes
  if (only === undefined) return fail('There is nothing to change.')
  if (others.length === 0) return effectOfChange(team, only, nowMs)
  let after = team
  for (const change of changes) {
    const applied = applyChange(after, change)
    if (!applied.ok) return applied
    after = applied.value
  }
  return ok(effectBetween(team, after, nowMs))
}

/** Shows what a change does, to the schedule and to the file, and writes it only then. */
export function ReviewDialog(props: {
  readonly asked: Asked
  readonly board: Board
  readonly onBack: (() => void) | null
  readonly onClose: () => void
}) {
  const { asked, board } = props
  const { client } = useDeskStore()
  const change = useMemo(() => {
    const changes = asInput(asked.changes)
    return {
      preview: () => client.call('schedule.preview', { changes }),
      write: (baseSha256: string) =>
        client.call('schedule.change', { changes, baseSha256, words: asked.words.slice(0, 300) }),
      written: () => `Written to team.yaml: ${asked.words}`,
    }
  }, [client, asked])
  const { review, write, lookAgain } = useReview(change)
  const [openedMs] = useState(board.nowMs)
  const effect = useMemo(() => effectOf(board.team, asked.changes, openedMs), [board.team, openedMs, asked.changes])
  const ladder = ladderEffect(board.team, asked.changes)
  const isProposal = asked.changes.some(({ kind }) => kind === 'propose')
  const confirm = async (): Promise<void> => {
    if (!(await write())) return
    asked.onWritten?.()
    props.onClose()
  }
  return (
    <ReviewFrame
      title={asked.title}
      review={review}
      isPossible={effect.ok}
      onWrite={() => void confirm()}
      onLookAgain={lookAgain}
      onBack={props.onBack}
      onClose={props.onClose}
    >
      <p>
        {asked.words}. <span className="faint">Times in {placeWords(board.zone, board.nowMs)}.</span>
      </p>
      {isProposal ? <p className="dim">A proposal is not in force. This is what it does once it is accepted.</p> : null}
      {effect.ok && effect.value.objections.length > 0 ? (
        <ProblemBanner title="Look twice." severity="warning">
          {effect.value.objections.slice(0, 3).join(' ')}
        </ProblemBanner>
      ) : null}
      {effect.ok ? (
        <EffectView effect={effect.value} zone={board.zone} ladder={ladder} />
      ) : (
        <ProblemBanner title="Not possible.">{effect.error}</ProblemBanner>
      )}
    </ReviewFrame>
  )
}
