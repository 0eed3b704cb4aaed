import type { LadderContext } from '../../../../shared/incident/ladder-context.ts'
import { handoverDue } from '../../../../shared/schedule/handover-due.ts'
import { whoIsOnCall } from '../../../../shared/schedule/on-call.ts'
import { type Person, rotationFor, type Team } from '../../../../shared/schedule/team.ts'
import { spanWords, timeWithDay } from '../../../ui/time-words.ts'

/** What a shift change means for an open incident, in words; `to` is whom it could be handed to. */
export type ShiftNotice = { readonly at: string; readonly to: Person | null; readonly words: string }

/** Who reads it: by id, when and on which wall (epoch ms, IANA zone). */
export type ShiftReader = { readonly me: string | null; readonly nowMs: number; readonly zone: string }

/**
 * Whether the commander's shift has ended, or ends within the hour, while the incident is open: a question asked of the
 * schedule at each look, never a fact. Null when nothing changes, or when whoever is on call has command already (S7).
 */
export function shiftNotice(context: LadderContext, team: Team, reader: ShiftReader): ShiftNotice | null {
  const rotation = rotationFor(team, context.declaration.pipeline?.id)
  if (rotation === undefined || context.resolvedAt !== null) return null
  const { commander } = context.roles
  const due = handoverDue(team, rotation, Date.parse(context.declaredAt), reader.nowMs, commander?.id)
  if (due === null || (due.to !== null && due.to.id === commander?.id)) return null
  const before = whoIsOnCall(rotation, team, Date.parse(due.at) - 1).primary
  const isTheirs = commander !== null && before.kind === 'person' && before.person.id === commander.id
  const isMine = isTheirs && commander.id === reader.me
  const shift = isMine ? 'Your shift' : isTheirs ? `The shift of ${commander.name}` : 'The shift'
  const keeper = isMine ? 'you keep' : `${commander?.name ?? 'whoever has it'} keeps`
  const time = timeWithDay(due.at, reader.nowMs, reader.zone)
  if (due.kind === 'soon') {
    const left = spanWords(Date.parse(due.at) - reader.nowMs)
    const then = due.to === null ? `Nobody is on call then: ${keeper} the incident.` : `${due.to.name} is on call next.`
    return { at: due.at, to: due.to, words: `${shift} ends at ${time}, in ${left}. ${then}` }
  }
  const now = due.to === null ? `Nobody is on call now: ${keeper} the incident.` : `${due.to.name} is on call now.`
  return { at: due.at, to: due.to, words: `${shift} ended at ${time}. ${now}` }
}
