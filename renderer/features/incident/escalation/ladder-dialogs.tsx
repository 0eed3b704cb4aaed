import { NativeSelect } from '@mantine/core'
import { useRef, useState } from 'react'
import { emptyTeam } from '../../../../shared/schedule/team.ts'
import { selectZone } from '../../../state/selectors.ts'
import { useDeskStore, useOpenIncident, useSelected } from '../../../state/store-context.tsx'
import { ReasonDialog } from '../../../ui/reason-dialog.tsx'
import { shortTime, spanWords } from '../../../ui/time-words.ts'
import { useRecord } from '../use-record.ts'
import { snoozeEnds } from './ladder-moves.ts'
import { ladderRows, rowFallsTo, toldName } from './ladder-rows.ts'
import { factOfMove, type Move, moveWords, noteOfMove } from './move-words.ts'
import { OpenSteps } from './open-steps.tsx'

/** Whom a move reaches, by name, before it is made. */
function WhoIsReached({ move }: { readonly move: Move }) {
  const store = useDeskStore()
  const { context } = useOpenIncident().state.ladder
  const team = useSelected((state) => state.desk?.workspace.team) ?? emptyTeam
  const level = move === 'secondary' ? 'secondaryNotified' : move === 'lead' ? 'leadEscalated' : null
  const row = ladderRows(context, team, store.now()).find(
    (each) => each.level === level && each.progress.firedAt === null,
  )
  if (row === undefined) return null
  const because = rowFallsTo(row)?.because
  return (
    <p>
      This tells <strong>{toldName(row, context)}</strong> at once{because === undefined ? '' : `: ${because}`}.
    </p>
  )
}

function SnoozeEnd(props: {
  readonly ends: readonly number[]
  readonly chosen: number | undefined
  readonly onChosen: (untilMs: number) => void
}) {
  const store = useDeskStore()
  const zone = useSelected(selectZone)
  if (props.ends.length === 0) {
    return <p>This rung cannot be put off: it was snoozed once already, or the next one is too close.</p>
  }
  return (
    <NativeSelect
      label="Until"
      value={String(props.chosen ?? '')}
      onChange={(event) => props.onChosen(Number(event.currentTarget.value))}
      data={props.ends.map((untilMs) => ({
        value: String(untilMs),
        label: `${shortTime(untilMs, zone)}, ${spanWords(untilMs - store.now())} from now`,
      }))}
    />
  )
}

/**
 * Asks for the words of one move and states it; what the machine refuses is said in the dialog and nothing typed is lost.
 * It stays mounted, so that closing it gives the focus back to what opened it.
 */
export function LadderDialogs({ move, onClose }: { readonly move: Move | null; readonly onClose: () => void }) {
  const store = useDeskStore()
  const record = useRecord('dialog')
  const { state, incident } = useOpenIncident()
  const [chosenMs, choose] = useState<number | null>(null)
  const last = useRef<Move>('snooze')
  if (move !== null) last.current = move
  const shown = last.current
  const ends = move === 'snooze' ? snoozeEnds(state, store.now()) : []
  const untilMs = ends.find((each) => each === chosenMs) ?? ends[0]
  const submit = async (reason: string): Promise<string | null> => {
    const fact = factOfMove(shown, state, { reason, untilMs: untilMs ?? 0, nowMs: store.now() })
    if (fact === null) return 'That rung has gone off already. Nothing was sent twice.'
    return record(fact, ...noteOfMove(shown, reason))
  }
  return (
    <ReasonDialog
      opened={move !== null}
      draftKey={`move.${incident}.${shown}`}
      onSubmit={submit}
      onClose={onClose}
      {...moveWords[shown]}
    >
      <WhoIsReached move={shown} />
      {move === 'fixed' || move === 'mitigate' || move === 'resolve' ? <OpenSteps /> : null}
      {move === 'snooze' ? <SnoozeEnd ends={ends} chosen={untilMs} onChosen={choose} /> : null}
    </ReasonDialog>
  )
}
