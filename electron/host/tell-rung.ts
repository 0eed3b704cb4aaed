import { callMessage } from '../../shared/incident/call-message.ts'
import { rungDeadlineId } from '../../shared/incident/deadline-ids.ts'
import type { FactDraft } from '../../shared/incident/facts/fact-catalog.ts'
import type { IncidentState } from '../../shared/incident/incident-state.ts'
import type { NotificationProgress } from '../../shared/incident/ladder-context.ts'
import type { Clock, Ids } from '../../shared/ports.ts'
import { parseDurationMs, type Rung } from '../../shared/schedule/policy.ts'
import { noCandidates, type RungCandidates, rungCandidates } from '../../shared/schedule/rung-candidates.ts'
import type { Team } from '../../shared/schedule/team.ts'

type Telling = { readonly state: IncidentState; readonly team: Team; readonly clock: Clock; readonly ids: Ids }

const alarm = { kind: 'alarm', id: 'alarm' } as const

/** Whom a rung may tell at this instant; who handles the incident already is passed over (E5). */
function candidatesFor({ state, team, clock }: Telling, rung: Rung): RungCandidates {
  if (rung.action.do === 'ask') return noCandidates
  const { context } = state.ladder
  const handling = context.roles.commander === null ? [] : [context.roles.commander.id]
  return rungCandidates(team, context.declaration.pipeline?.id ?? '', rung.action.who, clock.nowMs(), handling)
}

const skippedPeople = ({ skipped }: RungCandidates) =>
  skipped.map(({ person, name, reason }) => ({ person: { id: person, name }, reason }))

function request(
  telling: Telling,
  rung: Rung,
  to: { readonly id: string; readonly name: string; readonly role: string; readonly attempt: number },
  skipped: ReturnType<typeof skippedPeople>,
): FactDraft {
  const { state, clock, ids } = telling
  const { context } = state.ladder
  const nowMs = clock.nowMs()
  const withinMs = parseDurationMs(context.policy.acknowledgeWithin) ?? 0
  return {
    type: 'notification.requested',
    by: alarm,
    data: {
      notification: ids.ulid(nowMs),
      deadlineId: rungDeadlineId(rung.id, context.epoch),
      rungId: rung.id,
      person: { id: to.id, name: to.name },
      role: to.role,
      attempt: to.attempt,
      acknowledgeBy: new Date(nowMs + withinMs).toISOString(),
      message: callMessage(state, to.name, nowMs),
      skipped,
    },
  }
}

function exhausted(telling: Telling, rung: Rung, candidates: RungCandidates): FactDraft {
  const { context } = telling.state.ladder
  const deadlineId = rungDeadlineId(rung.id, context.epoch)
  const told = new Map(
    context.notifications.filter((each) => each.rungId === rung.id).map((each) => [each.person.id, each.person]),
  )
  const data = { deadlineId, rungId: rung.id, tried: [...told.values()], skipped: skippedPeople(candidates) }
  return { type: 'rung.exhausted', by: alarm, data }
}

/** The first person of a rung is told, or the log says that nobody is there to tell (E5). */
export function tellRung(telling: Telling, rung: Rung): FactDraft {
  const candidates = candidatesFor(telling, rung)
  const first = candidates.candidates[0]
  if (first === undefined) return exhausted(telling, rung, candidates)
  const to = { id: first.person.id, name: first.person.name, role: first.role, attempt: 1 }
  return request(telling, rung, to, skippedPeople(candidates))
}

/** Nobody answered: the same person once more, or the next one of the rung, or nobody is left (E5). */
export function tellAgain(telling: Telling, before: NotificationProgress, isSamePerson: boolean): FactDraft | null {
  const { context } = telling.state.ladder
  const rung = context.policy.rungs.find((each) => each.id === before.rungId)
  if (rung === undefined) return null
  if (isSamePerson) {
    const to = { ...before.person, role: before.role, attempt: before.attempt + 1 }
    return request(telling, rung, to, before.skipped)
  }
  const tried = new Set(context.notifications.filter((each) => each.rungId === rung.id).map((each) => each.person.id))
  const candidates = candidatesFor(telling, rung)
  const next = candidates.candidates.find(({ person }) => !tried.has(person.id))
  if (next === undefined) return exhausted(telling, rung, candidates)
  const to = { id: next.person.id, name: next.person.name, role: next.role, attempt: 1 }
  return request(telling, rung, to, skippedPeople(candidates))
}
