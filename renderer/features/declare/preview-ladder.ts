import type { CallInput } from '../../../shared/contract/contract.ts'
import { type Paged, pagesNobody, pagingRefusal } from '../../../shared/incident/paging-refusal.ts'
import { relaxedDueAtMs, reliefInForce, reliefRefusal } from '../../../shared/incident/relief.ts'
import { fallsTo, personInRole } from '../../../shared/schedule/falls-to.ts'
import { reliefFor } from '../../../shared/schedule/holiday-modes.ts'
import { whoIsOnCall } from '../../../shared/schedule/on-call.ts'
import { nextPagingStart } from '../../../shared/schedule/paging-hours.ts'
import { type Policy, parseDurationMs, type Rung } from '../../../shared/schedule/policy.ts'
import { rungCandidates } from '../../../shared/schedule/rung-candidates.ts'
import { findPerson, findPipeline, rotationFor, type Team } from '../../../shared/schedule/team.ts'

/** One rung as it would come, for the preview under the form. */
export type PreviewRung = {
  readonly id: string
  readonly dueAtMs: number
  readonly words: string
  /** Why it is not whom the rung names; null when it is. */
  readonly instead: string | null
  readonly isOverdue: boolean
  /** What holds it back: a holiday mode, agreed hours, or a severity that pages nobody; null when nothing (E11, E15). */
  readonly heldBack: string | null
}

/** What the ladder is worked out from: who it is about, and the policy that the host would put in force. */
export type Previewed = Pick<CallInput<'incidents.declare'>, 'pipeline' | 'detectedAt' | 'slaAt' | 'severity'> & {
  readonly policy: Policy
}

/** Whoever would have command, and is told by no rung: who declares, else who is on call, else the pipeline's owner (E10). */
function commanderOf(team: Team, pipelineId: string | undefined, me: string | null, nowMs: number): string | undefined {
  if (findPerson(team, me ?? undefined) !== undefined) return me ?? undefined
  const rotation = rotationFor(team, pipelineId)
  const onCall = rotation && whoIsOnCall(rotation, team, nowMs).primary
  return onCall?.kind === 'person' ? onCall.person.id : findPipeline(team, pipelineId)?.primary
}

/** Why a rung that tells somebody would not do so at an instant (epoch ms), in words; null when it would. */
function waitingWords(paged: Paged, atMs: number): string | null {
  const relief = reliefRefusal(paged, atMs)
  if (pagesNobody(paged.severity)) return `SEV-${paged.severity} pages nobody by itself`
  if (pagingRefusal(paged, atMs) === null) return null
  if (relief === null) return 'waits until morning, agreed for this pipeline'
  return `waits until morning, “${reliefInForce(paged, atMs)[0]?.reason ?? ''}”`
}

/** When a rung is due, whether it goes off at once, and what holds it back. */
function timing(paged: Paged, rung: Rung, nowMs: number): Pick<PreviewRung, 'dueAtMs' | 'isOverdue' | 'heldBack'> {
  const delayMs = parseDurationMs(rung.after) ?? 0
  const dueAtMs = relaxedDueAtMs(paged, delayMs)
  const isLater = dueAtMs > Date.parse(paged.originAt) + delayMs
  const atMs = Math.max(dueAtMs, nowMs)
  const waits = rung.action.do === 'ask' ? null : waitingWords(paged, atMs)
  const reason = reliefInForce(paged, atMs)[0]?.reason ?? paged.declaration.relief?.[0]?.reason ?? ''
  return {
    dueAtMs,
    isOverdue: dueAtMs <= nowMs && waits === null,
    heldBack: waits ?? (isLater ? `relaxed by “${reason}”` : null),
  }
}

/** The ladder that declaring would start (E1, E2): who hears of it, and when. Epoch ms. */
export function previewLadder(team: Team, input: Previewed, me: string | null, nowMs: number): readonly PreviewRung[] {
  const { policy, severity } = input
  const pipeline = findPipeline(team, input.pipeline ?? undefined)
  const pagingHours = pipeline?.canWaitUntilMorning ?? null
  const paged: Paged = {
    declaration: { relief: reliefFor(team, pipeline?.id, nowMs) },
    severity,
    severityChangedAt: null,
    reliefSetAsideAt: null,
    originAt: policy.clock === 'sla' && input.slaAt !== null ? input.slaAt : input.detectedAt,
    pagingHours,
  }
  const handling = commanderOf(team, pipeline?.id, me, nowMs)
  return policy.rungs.map((rung): PreviewRung => {
    const base = { id: rung.id, ...timing(paged, rung, nowMs) }
    if (rung.action.do === 'ask') return { ...base, words: 'Still stuck?', instead: null }
    if (pagesNobody(severity)) return { ...base, words: 'Nobody is told', instead: null }
    const toldAtMs = Date.parse(nextPagingStart(pagingHours, Math.max(base.dueAtMs, nowMs)))
    const excluding = handling === undefined ? [] : [handling]
    const told = rungCandidates(team, pipeline?.id ?? '', rung.action.who, toldAtMs, excluding)
    const falls = fallsTo(rung.action.who, told)
    if (falls === null) return { ...base, words: told.candidates[0]?.person.name ?? '', instead: null }
    return { ...base, words: falls.to === null ? 'nobody can be told' : personInRole(falls.to), instead: falls.because }
  })
}
