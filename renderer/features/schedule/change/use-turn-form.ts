import { useMemo, useState } from 'react'
import { shiftsBetween } from '../../../../shared/schedule/on-call.ts'
import type { OnCallRole } from '../../../../shared/schedule/rotation-slots.ts'
import { findRotation, type Rotation, type Team } from '../../../../shared/schedule/team.ts'
import { isLocalDateTime } from '../../../../shared/schedule/wall-clock.ts'
import { instantOfWallMs, wallMsAt } from '../../../../shared/schedule/zone-clock.ts'
import { type Begin, type Intent, type TurnMode, turnModes } from '../intent.ts'
import type { Board } from '../use-board.ts'
import type { Span } from '../window-of-weeks.ts'
import { spanInWords } from '../words.ts'
import { candidatesFor, givesBack, modeWith, type Turn, turnChange } from './turn-changes.ts'
import { type TypedFields, useTyped } from './use-typed.ts'

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

/** What the fields hold: what was typed, else what was asked for. A choice belongs to the question that it answered, such as "Cover". */
function fieldsOf(asked: Asked, typed: TypedFields) {
  const question = `${asked.mode}/${asked.partner ?? ''}`
  const isSame = typed.asked === question
  const mode = isSame ? turnModes.find((each) => each === typed.mode) : undefined
  const { reason = '' } = typed
  return { question, mode: mode ?? asked.mode, chosen: (isSame ? typed.partner : undefined) ?? asked.partner, reason }
}

/** The names of all who have the role in a span, in their order. */
function holdersOf(team: Team, rotation: Rotation, role: OnCallRole, { fromMs, toMs }: Span): readonly string[] {
  const entries = shiftsBetween(rotation, team, fromMs, toMs).map((shift) => shift[role])
  return [...new Set(entries.flatMap((entry) => (entry.kind === 'person' ? entry.person.name : [])))]
}

/** The dialog about one turn: which part of it, how it changes hands, and with whom. What was typed stays until it is written. */
export function useTurnForm(asked: Asked, board: Board, onBegin: Begin) {
  const { team, zone, me } = board
  const { rotationId, role } = asked
  const about = `turn.${rotationId}.${role}.${asked.fromMs}.${asked.toMs}.${zone}`
  const { typed, type, clear, forget } = useTyped(about)
  const { question, mode: wanted, chosen, reason } = fieldsOf(asked, typed)
  const [nowMs] = useState(board.nowMs)
  const [problem, setProblem] = useState<string | null>(null)
  // What of the turn is over stays as it was.
  const from = typed.from ?? fieldOf(Math.max(asked.fromMs, nowMs), zone)
  const to = typed.to ?? fieldOf(asked.toMs, zone)
  const turn = useMemo(
    (): Turn => ({ rotationId, role, fromMs: instantOf(from, zone), toMs: instantOf(to, zone) }),
    [rotationId, role, from, to, zone],
  )
  const isWhole = turn.fromMs < turn.toMs
  const candidates = useMemo(() => (isWhole ? candidatesFor(team, turn, nowMs) : []), [team, turn, isWhole, nowMs])
  const candidate =
    candidates.find(({ id }) => id === chosen) ?? candidates.find(({ conflicts }) => conflicts.length === 0) ?? null
  const rotation = findRotation(team, rotationId)
  const holders = useMemo(
    () => (rotation === undefined ? [] : holdersOf(team, rotation, role, isWhole ? turn : asked)),
    [team, rotation, role, isWhole, turn, asked],
  )
  const mode = modeWith(wanted, candidate, holders.length > 0)
  const swapper = candidates.find((each) => each.conflicts.length === 0 && givesBack(each)) ?? null

  const review = (isProposal: boolean): void => {
    const change = turnChange(team, turn, { mode, candidate, reason, isProposal, meId: me?.id ?? null }, nowMs)
    if (!change.ok) {
      setProblem(change.error)
      return
    }
    const taker = mode === 'open' ? 'Nobody yet' : (candidate?.name ?? '')
    const instead = holders.length === 0 ? '' : ` in for ${holders.join(' and ')}`
    const words = `${taker}${instead}, ${spanInWords(turn, zone)}`
    const title = isProposal ? 'Propose a swap' : titles[mode]
    onBegin({ kind: 'review', title, words, changes: [change.value], onWritten: forget })
  }
  const setMode = (next: TurnMode): void => {
    const isNoSwap = next === 'swap' && candidate !== null && !givesBack(candidate)
    type({ ...choice, mode: next, ...(isNoSwap && swapper !== null && { partner: swapper.id }) })
  }
  const choice = { asked: question, mode, ...(chosen !== null && { partner: chosen }) }
  return {
    ...{ mode, from, to, reason, problem, candidates, candidate, holders, turn, rotation, clear },
    title: titles[mode],
    canSwap: holders.length > 0 && (swapper !== null || candidate === null),
    setMode,
    setFrom: (text: string) => type({ from: text }),
    setTo: (text: string) => type({ to: text }),
    setReason: (text: string) => type({ reason: text }),
    choose: (id: string) => type({ ...choice, partner: id }),
    review,
  }
}
