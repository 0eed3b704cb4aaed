import { attachedDraft } from '../../shared/alerts/alert-facts.ts'
import type { CheckedInput } from '../../shared/contract/contract.ts'
import type { Reply } from '../../shared/contract/refusal.ts'
import type { Actor, FactDraft } from '../../shared/incident/facts/fact-catalog.ts'
import type { PersonRef } from '../../shared/incident/primitives.ts'
import { reliefFor } from '../../shared/schedule/holiday-modes.ts'
import { whoIsOnCall } from '../../shared/schedule/on-call.ts'
import { type Policy, policyInputSchema, resolvePolicy } from '../../shared/schedule/policy.ts'
import { findPerson, findPipeline, type Pipeline, rotationFor, type Team } from '../../shared/schedule/team.ts'
import { freeAlert, markAttached } from './alert-handlers.ts'
import type { HostContext } from './host-context.ts'
import type { IncidentSession } from './incident-session.ts'
import { openRunbookDraft } from './open-runbook.ts'
import { refuse, refuseAppend, refuseWithdrawn } from './refuse.ts'
import { wasDeclaredUnder } from './stated-batch.ts'
import { suggestRunbooks } from './suggest-runbooks.ts'

const refOf = (team: Team, id: string | undefined): PersonRef | null => {
  const person = findPerson(team, id)
  return person === undefined ? null : { id: person.id, name: person.name }
}

/** A runbook's own policy wins over its pipeline's, and that over the default (E2). */
export function policyFor(
  { workspace }: HostContext,
  asked: { readonly pipeline: string | null; readonly runbook: string | null },
): Policy {
  const pipeline = findPipeline(workspace.team(), asked.pipeline ?? undefined)
  const runbook = workspace.runbooks().find(({ path }) => path === asked.runbook)
  const own = policyInputSchema.safeParse(runbook?.frontMatter.policy)
  return resolvePolicy(own.success ? own.data : (pipeline?.policy ?? null))
}

/** The schedule's primary at an instant (epoch ms), or the pipeline's own primary when the schedule has a gap. */
function onCallAt(team: Team, pipeline: Pipeline | undefined, atMs: number): PersonRef | null {
  const rotation = rotationFor(team, pipeline?.id)
  const answer = rotation === undefined ? null : whoIsOnCall(rotation, team, atMs).primary
  if (answer?.kind === 'person') return { id: answer.person.id, name: answer.person.name }
  return refOf(team, pipeline?.primary)
}

/**
 * The runbook that it opens with, why (what matched it, R5, else that somebody chose it), and at which scenario when the alert
 * names one.
 */
function openedWith(context: HostContext, input: CheckedInput<'incidents.declare'>, by: Actor): Reply<FactDraft[]> {
  if (input.runbook === null) return { ok: true, value: [] }
  const fitting = suggestRunbooks(context, { ...input, alert: input.alert?.alert ?? null }).find(
    ({ path }) => path === input.runbook,
  )
  const opened = openRunbookDraft(context, input.runbook, fitting?.reason ?? 'chosen at declaration', by)
  if (!opened.ok) return opened
  const scenario = input.alert === null ? null : (fitting?.scenario ?? null)
  const chosen: FactDraft[] =
    scenario === null ? [] : [{ type: 'scenario.chosen', by, data: { scenario: scenario.id, title: scenario.title } }]
  return { ok: true, value: [opened.value, ...chosen] }
}

/** What can be wrong with what was asked, in words; null when it can be declared. */
function refusalOf(context: HostContext, input: CheckedInput<'incidents.declare'>): Reply<never> | null {
  const latestMs = context.clock.nowMs() + 1_000
  if (Date.parse(input.detectedAt) > latestMs) {
    return refuse('badInput', 'An incident cannot be detected in the future.', 'Set "Detected at" to now or earlier.')
  }
  if (input.impactStartedAt !== null && Date.parse(input.impactStartedAt) > latestMs) {
    return refuse('badInput', 'Impact cannot start in the future.', 'Leave it blank until you know it.')
  }
  return null
}

function declaration(context: HostContext, input: CheckedInput<'incidents.declare'>, by: Actor): FactDraft {
  const team = context.workspace.team()
  const pipeline = findPipeline(team, input.pipeline ?? undefined)
  const hours = pipeline?.canWaitUntilMorning ?? null
  const relief = reliefFor(team, pipeline?.id, context.clock.nowMs())
  return {
    type: 'incident.declared',
    by,
    data: {
      title: input.title,
      pipeline: pipeline === undefined ? null : { id: pipeline.id, name: pipeline.name },
      dataset: pipeline?.dataset ?? null,
      severity: input.severity,
      detectedAt: input.detectedAt,
      detectedBy: input.alert === null ? 'person' : 'alert',
      impactStartedAt: input.impactStartedAt,
      slaAt: input.slaAt,
      policy: policyFor(context, input),
      pagingHours:
        hours === null ? null : { ...hours, days: typeof hours.days === 'string' ? hours.days : [...hours.days] },
      ...(relief.length > 0 && { relief }),
      onCall: refOf(team, by.id) ?? onCallAt(team, pipeline, context.clock.nowMs()),
      secondary: refOf(team, pipeline?.secondary),
      lead: refOf(team, pipeline?.lead),
    },
  }
}

/** The open incident that was declared under a key (J4.7). */
export const declaredUnder = ({ registry }: HostContext, key: string): IncidentSession | undefined =>
  registry.running().find(({ journal }) => wasDeclaredUnder(journal, key))

/**
 * Declares an incident: its journal is made, the policy in force is snapshotted, the runbook is pinned, all in one write. While an incident that
 * was declared under the same key is open, it is that one; a key that was given up declares nothing anew (J4.7).
 */
export async function declareIncident(
  context: HostContext,
  input: CheckedInput<'incidents.declare'>,
  by: Actor,
): Promise<Reply<{ readonly incident: string }>> {
  const { key } = input
  const before = key === undefined ? undefined : declaredUnder(context, key)
  if (before !== undefined) return { ok: true, value: { incident: before.incident } }
  if (key !== undefined && context.withdrawn.has(key)) return refuseWithdrawn()
  const refusal = refusalOf(context, input)
  if (refusal !== null) return refusal
  const free = input.alert === null ? null : freeAlert(context, input.alert)
  if (free?.ok === false) return free
  const alert = free?.value ?? null
  const nowMs = context.clock.nowMs()
  const runbook = openedWith(context, input, by)
  if (!runbook.ok) return runbook
  const attached = alert === null ? [] : [attachedDraft(alert, refOf(context.workspace.team(), by.id), nowMs)]
  const drafts = [declaration(context, input, by), ...attached, ...runbook.value].map((draft) => ({
    ...draft,
    ...(key !== undefined && { key }),
  }))
  const created = context.store.create(context.store.newIncidentId(nowMs), drafts)
  if (!created.ok) return refuseAppend(created.error)
  const session = context.registry.add(created.value)
  if (!session.ok) return session
  const records = [...created.value.records()]
  context.publish({ type: 'facts', incident: created.value.incident, records, summary: session.value.summary() })
  if (alert !== null) markAttached(context, alert, created.value.incident, by)
  context.lookNow()
  return { ok: true, value: { incident: created.value.incident } }
}
