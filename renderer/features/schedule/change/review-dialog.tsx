import { Modal } from '@mantine/core'
import { useMemo, useState } from 'react'
import { fail, ok, type Result } from '../../../../shared/kit/result.ts'
import { type ChangeEffect, effectBetween, effectOfChange } from '../../../../shared/schedule/swaps/effect-of-change.ts'
import { applyChange } from '../../../../shared/schedule/swaps/schedule-change.ts'
import type { Team } from '../../../../shared/schedule/team.ts'
import { ActionButton } from '../../../ui/action-button.tsx'
import dialog from '../../../ui/dialog.module.css'
import { ProblemBanner } from '../../../ui/problem-banner.tsx'
import { ladderEffect } from '../agreed/ladder-effect.ts'
import type { Intent } from '../intent.ts'
import type { Board } from '../use-board.ts'
import { placeWords } from '../words.ts'
import styles from './change.module.css'
import { EffectView } from './effect-view.tsx'
import { type Review, useReview } from './use-review.ts'
import { YamlDiff } from './yaml-diff.tsx'

type Asked = Extract<Intent, { readonly kind: 'review' }>

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

function InTheFile({ review }: { readonly review: Review }) {
  if (review.state === 'reading') return <p className="dim">Reading team.yaml</p>
  if (review.state === 'refused') return null
  return <YamlDiff diff={review.preview.diff} />
}

/** Shows what a change does, to the schedule and to the file, and writes it only then. */
export function ReviewDialog(props: { readonly asked: Asked; readonly board: Board; readonly onClose: () => void }) {
  const { asked, board } = props
  const { review, write, lookAgain } = useReview(asked.changes, asked.words)
  const [openedMs] = useState(board.nowMs)
  const effect = useMemo(() => effectOf(board.team, asked.changes, openedMs), [board.team, openedMs, asked.changes])
  const ladder = ladderEffect(board.team, asked.changes)
  const isProposal = asked.changes.some(({ kind }) => kind === 'propose')
  const confirm = async (): Promise<void> => {
    if (await write()) props.onClose()
  }
  return (
    <Modal opened onClose={props.onClose} title={asked.title} size="xl">
      <div className={dialog.body}>
        <p>
          {asked.words}. <span className="faint">Times in {placeWords(board.zone, board.nowMs)}.</span>
        </p>
        {isProposal ? (
          <p className="dim">A proposal is not in force. This is what it does once it is accepted.</p>
        ) : null}
        {effect.ok && effect.value.objections.length > 0 ? (
          <ProblemBanner title="Look twice." severity="warning">
            {effect.value.objections.slice(0, 3).join(' ')}
          </ProblemBanner>
        ) : null}
        {effect.ok ? (
          <EffectView effect={effect.value} zone={board.zone} isOnlyLadder={ladder.length > 0} />
        ) : (
          <ProblemBanner title="Not possible.">{effect.error}</ProblemBanner>
        )}
        {ladder.length === 0 ? null : (
          <section className={styles.part}>
            <h3>The ladder on those days</h3>
            <ul>
              {ladder.map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
          </section>
        )}
        <section className={styles.part}>
          <h3>In team.yaml</h3>
          <InTheFile review={review} />
        </section>
        {review.state === 'refused' ? (
          <ProblemBanner
            title="Not written."
            severity="warning"
            actions={
              <ActionButton size="small" onClick={lookAgain}>
                Look again
              </ActionButton>
            }
          >
            {review.words}
          </ProblemBanner>
        ) : null}
        <div className={styles.foot}>
          <ActionButton onClick={props.onClose}>Cancel</ActionButton>
          <ActionButton
            tone="primary"
            data-autofocus
            aria-disabled={review.state !== 'ready' || !effect.ok}
            onClick={() => void confirm()}
          >
            {review.state === 'writing' ? 'Writing' : 'Write to team.yaml'}
          </ActionButton>
        </div>
      </div>
    </Modal>
  )
}
