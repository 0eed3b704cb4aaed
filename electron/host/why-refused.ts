import type { LadderFact } from '../../shared/incident/incident-machine.ts'
import type { IncidentState } from '../../shared/incident/incident-state.ts'
import { snoozeRefusal } from '../../shared/incident/snooze-rule.ts'

const clockTime = (at: string): string => `${at.slice(11, 16)} UTC`

function whyRungRefused(state: IncidentState, rungId: string): string {
  const progress = state.ladder.context.rungs[rungId]
  if (progress === undefined) return 'This incident has no such rung.'
  if (progress.firedAt !== null) {
    const by = progress.status === 'advanced' ? 'by hand' : 'by the clock'
    return `That rung already went off at ${clockTime(progress.firedAt)}, ${by}. Nothing was sent twice.`
  }
  return 'The ladder stands still: the incident is mitigated or resolved.'
}

function whySnoozeRefused(state: IncidentState, fact: Extract<LadderFact, { type: 'rung.snoozed' }>): string {
  switch (snoozeRefusal(state.ladder.context, fact.data)) {
    case 'alreadySnoozed':
      return 'This rung was snoozed once already; it cannot be put off again.'
    case 'notNext':
      return 'Only the next rung can be snoozed.'
    case 'noLater':
      return 'The snooze ends before the rung is due, so it would change nothing.'
    case 'passesFollowingRung':
      return 'The snooze would pass the rung after this one. Choose an earlier end.'
    default:
      return whyRungRefused(state, fact.data.rungId)
  }
}

/** Why the machine does not take a fact in its present state, in words for the person who clicked (E7). */
export function whyRefused(state: IncidentState, fact: LadderFact): string {
  const { lifecycle } = state.ladder.value
  switch (fact.type) {
    case 'rung.advanced':
    case 'rung.fired':
      return whyRungRefused(state, fact.data.rungId)
    case 'rung.snoozed':
      return whySnoozeRefused(state, fact)
    case 'question.answered':
      return 'The question was answered already.'
    case 'handoff.accepted':
    case 'handoff.declined':
    case 'handoff.withdrawn':
      return 'That hand-over is no longer on offer.'
    case 'role.renounced':
      return `${fact.data.person.name} does not hold that role.`
    case 'relief.setAside':
      return state.ladder.context.reliefSetAsideAt === null
        ? 'Nothing relaxes this ladder now, so there is nothing to set aside.'
        : 'The normal ladder counts already.'
    case 'severity.changed':
      return `The incident is SEV-${state.ladder.context.severity} already.`
    case 'incident.acknowledged':
      return state.ladder.context.active ? 'It is acknowledged already.' : `The incident is ${lifecycle}.`
    default:
      return `The incident is ${lifecycle}, so this does not apply to it now.`
  }
}
