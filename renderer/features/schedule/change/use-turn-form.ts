import { useMemo, useState } from 'react'
import { whoIsOnCall } from '../../../../shared/schedule/on-call.ts'
import { findRotation } from '../../../../shared/schedule/team.ts'
import { isLocalDateTime } from '../../../../shared/schedule/wall-clock.ts'
import { instantOfWallMs, wallMsAt } from '../../../../shared/schedule/zone-clock.ts'
import type { Begin, Intent, TurnMode } from '../intent.ts'
import type { Board } from '../use-board.ts'
import { spanInWords } from '../words.ts'
import { candidatesFor, type Turn, turnChange } from './turn-changes.ts'

type Asked = Extract<Intent, { readonly kind: 'turn' }>

/** A wall time as the fields hold it, `2026-12-25 07:00`. */
export const fieldOf = (atMs: number, zone: string): string =>
  new Date(wallMsAt(atMs, zone)).toISOString().slice(0, 16).replace('T', ' ')

/** The instant that a field means; NaN while it is none. */
export const instantOf = (field: string, zone: string): number => {
  const text = field.trim()
  return isLocalDateTime(text) ? instantOfWallMs(Date.parse(`${text.replace(' ', 'T')}:00.000Z`), zone) : Number.NaN
}

const titles: Readonly<Record<TurnMode, string>> = {
  swap: 'Swap this turn',
  cover: 'Cover this turn',
  open: 'Leave this shift open',
}

/** The dialog about one turn: which part of it, how it changes hands, and with whom. */
export function useTurnForm(asked: Asked, board: Board, onBegin: Begin) {
  const { team, zone, me } = board
  const [mode, setMode] = useState<TurnMode>(asked.mode)
  const [nowMs] = useState(board.nowMs)
  // What of the turn is over stays as it was.
  const [from, setFrom] = useState(fieldOf(Math.max(asked.fromMs, nowMs), zone))
  const [to, setTo] = useState(fieldOf(asked.toMs, zone))
  const [chosen, setChosen] = useState<string | null>(asked.partner)
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const { rotationId, role } = asked
  const turn = useMemo(
    (): Turn => ({ rotationId, role, fromMs: instantOf(from, zone), toMs: instantOf(to, zone) }),
    [rotationId, role, from, to, zone],
  )
  const isWhole = turn.fromMs < turn.toMs
  const candidates = useMemo(() => (isWhole ? candidatesFor(team, turn, nowMs) : []), [team, turn, isWhole, nowMs])
  const candidate =
    candidates.find(({ id }) => id === chosen) ?? candidates.find(({ conflicts }) => conflicts.length === 0) ?? null
  const rotation = findRotation(team, rotationId)
  const entry = rotation === undefined ? null : whoIsOnCall(rotation, team, asked.fromMs)[role]
  const holder = entry?.kind === 'person' ? entry.person : null

  const review = (isProposal: boolean): void => {
    const change = turnChange(team, turn, { mode, candidate, reason, isProposal, meId: me?.id ?? null }, nowMs)
    if (!change.ok) {
      setProblem(change.error)
      return
    }
    const taker = mode === 'open' ? 'Nobody yet' : (candidate?.name ?? '')
    const instead = holder === null ? '' : ` in for ${holder.name}`
    const words = `${taker}${instead}, ${spanInWords(turn, zone)}`
    onBegin({ kind: 'review', title: isProposal ? 'Propose a swap' : titles[mode], words, changes: [change.value] })
  }
  return {
    ...{ mode, from, to, reason, problem, candidates, candidate, holder, turn, rotation },
    title: titles[mode],
    setMode,
    setFrom,
    setTo,
    setReason,
    choose: setChosen,
    review,
  }
}
