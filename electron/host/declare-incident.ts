import type { CheckedInput } from '../../shared/contract/contract.ts'
import type { Reply } from '../../shared/contract/refusal.ts'
import type { Actor, FactDraft } from '../../shared/incident/facts/fact-catalog.ts'
import type { PersonRef } from '../../shared/incident/primitives.ts'
import { matchRunbook } from '../../shared/runbook/match-runbook.ts'
import { reliefFor } from '../../shared/schedule/holiday-modes.ts'
import { whoIsOnCall } from '../../shared/schedule/on-call.ts'
import { type Policy, policyInputSchema, resolvePolicy } from '../../shared/schedule/policy.ts'
import { findPerson, findPipeline, type Pipeline, rotationFor, type Team } from '../../shared/schedule/team.ts'
import type { HostContext } from './host-context.ts'
import { openRunbookDraft } from './open-runbook.ts'
import { refuse, refuseAppend } from './refuse.ts'

const refOf = (team: Team, id: string | undefined): PersonRef | null => {
  const person = findPerson(team, id)
  return person === undefined ? null : { id: person.id, name: person.name }
}

/** A runbook's own policy wins over its pipeline's, and that over the default (E2). */
function policyFor(context: HostContext, pipeline: Pipeline | undefined, runbookPath: string | null): Policy {
  const runbook = context.workspace.runbooks().find(({ path }) => path === runbookPath)
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

/** Why the incident opens with this runbook: what matched it (R5), else that somebody chose it. */
function whyThis(context: HostContext, { runbook, pipeline, title }: CheckedInput<'incidents.declare'>): string {
  const labels = pipeline === null ? { alertname: title } : { alertname: title, pipeline }
  const matches = matchRunbook(context.workspace.runbooks(), { labels, annotations: {} })
  return matches.find((match) => match.runbook.path === runbook)?.reason ?? 'chosen at declaration'
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
      detectedBy: 'person',
      impactStartedAt: input.impactStartedAt,
      slaAt: input.slaAt,
      policy: policyFor(context, pipeline, input.runbook),
      pagingHours:
        hours === null ? null : { ...hours, days: typeof hours.days === 'string' ? hours.days : [...hours.days] },
      ...(relief.length > 0 && { relief }),
      onCall: refOf(team, by.id) ?? onCallAt(team, pipeline, context.clock.nowMs()),
      secondary: refOf(team, pipeline?.secondary),
      lead: refOf(team, pipeline?.lead),
    },
  }
}

/** Declares an incident: its journal is made, the policy in force is snapshotted, the runbook is pinned, all in one write. */
export async function declareIncident(
  context: HostContext,
  input: CheckedInput<'incidents.declare'>,
  by: Actor,
): Promise<Reply<{ readonly incident: string }>> {
  const nowMs = context.clock.nowMs()
  if (Date.parse(input.detectedAt) > nowMs + 1_000) {
    return refuse('badInput', 'An incident cannot be detected in the future.', 'Set "Detected at" to now or earlier.')
  }
  if (input.impactStartedAt !== null && Date.parse(input.impactStartedAt) > nowMs + 1_000) {
    return refuse('badInput', 'Impact cannot start in the future.', 'Leave it blank until you know it.')
  }
  const drafts = [declaration(context, input, by)]
  if (input.runbook !== null) {
    const opened = openRunbookDraft(context, input.runbook, whyThis(context, input), by)
    if (!opened.ok) return opened
    drafts.push(opened.value)
  }
  const created = context.store.create(context.store.newIncidentId(nowMs), drafts)
  if (!created.ok) return refuseAppend(created.error)
  const session = context.registry.add(created.value)
  if (!session.ok) return session
  const records = [...created.value.records()]
  context.publish({ type: 'facts', incident: created.value.incident, records, summary: session.value.summary() })
  context.lookNow()
  return { ok: true, value: { incident: created.value.incident } }
}
