import { useMemo, useState } from 'react'
import type { LastChange, UndoPreview } from '../../../../shared/contract/answers.ts'
import { effectBetween } from '../../../../shared/schedule/swaps/effect-of-change.ts'
import { useDeskStore } from '../../../state/store-context.tsx'
import { shortTime } from '../../../ui/time-words.ts'
import { ladderBetween } from '../agreed/ladder-effect.ts'
import type { Board } from '../use-board.ts'
import { dayInWords, placeWords } from '../words.ts'
import { EffectView } from './effect-view.tsx'
import { ReviewFrame } from './review-frame.tsx'
import { useReview } from './use-review.ts'

/** `Written by Engineer C, Tue 24 Nov 09:00`. */
function whoseWords({ by, changedAt }: LastChange, zone: string): string {
  const atMs = Date.parse(changedAt)
  return `Written${by === null ? '' : ` by ${by}`}, ${dayInWords(atMs, zone)} ${shortTime(atMs, zone)}`
}

function TakenBack({ preview, board }: { readonly preview: UndoPreview; readonly board: Board }) {
  const [openedMs] = useState(board.nowMs)
  const effect = useMemo(() => effectBetween(board.team, preview.team, openedMs), [board.team, preview, openedMs])
  return (
    <>
      <p>
        <strong>{preview.lastChange.words}</strong>.{' '}
        <span className="num">{whoseWords(preview.lastChange, board.zone)}</span>.{' '}
        <span className="faint">Times in {placeWords(board.zone, board.nowMs)}.</span>
      </p>
      <EffectView effect={effect} zone={board.zone} ladder={ladderBetween(board.team, preview.team)} />
    </>
  )
}

/** Takes back the last change of team.yaml: shows whose it was and what goes with it, and writes it only then. */
export function UndoDialog({ board, onClose }: { readonly board: Board; readonly onClose: () => void }) {
  const { client } = useDeskStore()
  const undo = useMemo(
    () => ({
      preview: () => client.call('schedule.previewUndo', {}),
      write: (baseSha256: string) => client.call('schedule.undo', { baseSha256 }),
      written: ({ lastChange }: UndoPreview) => `Taken back: ${lastChange.words}`,
    }),
    [client],
  )
  const { review, write, lookAgain } = useReview(undo)
  const confirm = async (): Promise<void> => {
    if (await write()) onClose()
  }
  return (
    <ReviewFrame
      title="Undo the last change"
      review={review}
      refusedTitle="Nothing was taken back."
      isPossible
      onWrite={() => void confirm()}
      onLookAgain={lookAgain}
      onBack={null}
      onClose={onClose}
    >
      {review.state === 'ready' || review.state === 'writing' ? (
        <TakenBack preview={review.preview} board={board} />
      ) : null}
    </ReviewFrame>
  )
}
