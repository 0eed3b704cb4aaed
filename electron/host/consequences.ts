import { rungDeadlineId } from '../../shared/incident/deadline-ids.ts'
import { waitingRungs } from '../../shared/incident/deadlines.ts'
import type { FactDraft } from '../../shared/incident/facts/fact-catalog.ts'
import type { IncidentState } from '../../shared/incident/incident-state.ts'
import { findPerson } from '../../shared/schedule/team.ts'
import type { HostContext } from './host-context.ts'
import { tellRung } from './tell-rung.ts'

type DraftOf<T extends FactDraft['type']> = Extract<FactDraft, { type: T }>

function afterAdvance(context: HostContext, state: IncidentState, draft: DraftOf<'rung.advanced'>): FactDraft[] {
  const rung = state.ladder.context.policy.rungs.find((each) => each.id === draft.data.rungId)
  return rung?.action.do === 'tell' ? [tellRung({ ...context, state, team: context.workspace.team() }, rung)] : []
}

function afterAnswer(context: HostContext, state: IncidentState, draft: DraftOf<'question.answered'>): FactDraft[] {
  if (draft.data.answer === 'fixed') return [{ type: 'incident.mitigated', data: {}, by: draft.by }]
  if (draft.data.answer === 'moreTime') return []
  const { context: ladder } = state.ladder
  const rung = waitingRungs(ladder).find((each) => each.action.do === 'tell')
  if (rung === undefined) return []
  const deadlineId = rungDeadlineId(rung.id, ladder.epoch)
  const data = { deadlineId, rungId: rung.id, reason: 'Still stuck when the debug budget was spent' }
  const advanced: DraftOf<'rung.advanced'> = { type: 'rung.advanced', data, by: draft.by }
  return [advanced, ...afterAdvance(context, state, advanced)]
}

function afterCall(state: IncidentState, draft: DraftOf<'call.made'>): FactDraft[] {
  const { notification, outcome, person, channel } = draft.data
  const told = state.ladder.context.notifications.find((each) => each.notification === notification)
  if (outcome !== 'reached' || told === undefined || told.status === 'acknowledged') return []
  const data = { notification: told.notification, person, via: channel }
  return [{ type: 'notification.acknowledged', data, by: draft.by }]
}

/** Whoever acknowledges takes command, unless they have it (E4, E10). */
function afterAcknowledge(context: HostContext, state: IncidentState, draft: FactDraft): FactDraft[] {
  const person = findPerson(context.workspace.team(), draft.by.id)
  const { commander } = state.ladder.context.roles
  if (person === undefined || commander?.id === person.id) return []
  const data = { role: 'commander', person: { id: person.id, name: person.name } } as const
  return [{ type: 'role.assumed', data, by: draft.by }]
}

/** Whoever takes command has answered: nobody goes on ringing them about the same incident (E5, E10). */
function afterHandover(state: IncidentState, draft: DraftOf<'handoff.accepted'>): FactDraft[] {
  const { person } = draft.data
  return state.ladder.context.notifications
    .filter((each) => each.status === 'open' && each.person.id === person.id)
    .map(({ notification }) => {
      const data = { notification, person, via: 'hand-over' }
      return { type: 'notification.acknowledged', data, by: draft.by }
    })
}

/** What follows from a person's fact and is written in the same breath, so that no crash can part them. */
export function consequencesOf(context: HostContext, state: IncidentState, draft: FactDraft): FactDraft[] {
  switch (draft.type) {
    case 'question.answered':
      return afterAnswer(context, state, draft)
    case 'rung.advanced':
      return afterAdvance(context, state, draft)
    case 'call.made':
      return afterCall(state, draft)
    case 'incident.acknowledged':
      return afterAcknowledge(context, state, draft)
    case 'handoff.accepted':
      return afterHandover(state, draft)
    default:
      return []
  }
}
