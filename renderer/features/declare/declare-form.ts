import type { CallInput } from '../../../shared/contract/contract.ts'
import type { Severity } from '../../../shared/incident/primitives.ts'
import { type Relaxed, relaxedDueAtMs, reliefInForce, reliefRefusal } from '../../../shared/incident/relief.ts'
import { reliefFor } from '../../../shared/schedule/holiday-modes.ts'
import {
  defaultPolicy,
  type Policy,
  parseDurationMs,
  type Rung,
  resolvePolicy,
} from '../../../shared/schedule/policy.ts'
import { rungCandidates } from '../../../shared/schedule/rung-candidates.ts'
import { type SlaChoice, slaChoice } from '../../../shared/schedule/sla.ts'
import { findPipeline, type Pipeline, type Team } from '../../../shared/schedule/team.ts'
import { saidTime } from '../../state/said-time.ts'

/** What the dialog holds, as typed; kept as drafts so that closing it loses nothing. */
export type DeclareForm = {
  readonly title: string
  readonly pipeline: string
  readonly severity: string
  readonly detectedAt: string
  readonly impactStartedAt: string
  readonly runbook: string
  readonly sla: string
  /** The alert that it is declared from, by its row; blank for none. */
  readonly alert: string
  /** Names the time it fired that the dialog shows; blank for none. */
  readonly episode: string
}

/** The severity that a pipeline's tier suggests: investors' numbers are SEV-2, experiments and internal ones SEV-3. */
export const suggestedSeverity = (pipeline: Pipeline | undefined): Severity =>
  pipeline === undefined || pipeline.tier === 'investor' ? 2 : 3

/** The form read as the call that it will make, or what is wrong with each field. */
export type ReadForm =
  | { readonly ok: true; readonly input: CallInput<'incidents.declare'> }
  | { readonly ok: false; readonly problems: Readonly<Partial<Record<keyof DeclareForm, string>>> }

const timeProblem = 'Write a time that has passed, such as 08:15 or 2026-12-24 08:15.'

/** Which SLA instant the incident is about: what was chosen, else what the clock suggests (E1). */
export function slaAtOf(form: DeclareForm, choice: SlaChoice | null): string | null {
  if (choice === null) return null
  const chosen = form.sla === '' ? choice.suggested : form.sla
  return chosen === 'missed' ? choice.missed : chosen === 'next' ? choice.next : null
}

/** The SLA instants that a pipeline's incident could be about, for a detection time in epoch ms. */
export function slaChoiceOf(team: Team, pipelineId: string, detectedAtMs: number): SlaChoice | null {
  const pipeline = findPipeline(team, pipelineId === '' ? undefined : pipelineId)
  return pipeline?.sla === undefined ? null : slaChoice(pipeline, detectedAtMs)
}

/** When the form says the incident was detected, epoch ms: now when nothing was typed, null when it is no time. */
export function detectedAtMsOf(form: DeclareForm, zone: string, nowMs: number): number | null {
  if (form.detectedAt.trim() === '') return nowMs
  const at = saidTime(form.detectedAt, zone, nowMs)
  return at === null ? null : Date.parse(at)
}

/** The severity that declaring would give: the one chosen, else the one that the pipeline suggests. */
export function severityOf(form: DeclareForm, pipeline: Pipeline | undefined): Severity {
  const typed = Number(form.severity)
  return typed === 1 || typed === 2 || typed === 3 || typed === 4 || typed === 5 ? typed : suggestedSeverity(pipeline)
}

/** The runbook that declaring opens: the one chosen, else the one that fits best; `none` is a choice too. */
export const runbookOf = (form: DeclareForm, best: string | null): string | null =>
  form.runbook === '' ? best : form.runbook === 'none' ? null : form.runbook

/** Reads the form at an instant (epoch ms) in the desk's zone; `bestRunbook` is opened unless another was chosen. */
export function readForm(
  form: DeclareForm,
  team: Team,
  zone: string,
  nowMs: number,
  bestRunbook: string | null,
): ReadForm {
  const pipeline = findPipeline(team, form.pipeline === '' ? undefined : form.pipeline)
  const detectedAtMs = detectedAtMsOf(form, zone, nowMs)
  const impact = form.impactStartedAt.trim()
  const impactStartedAt = impact === '' ? null : saidTime(impact, zone, nowMs)
  const problems = {
    ...(form.title.trim() === '' && pipeline === undefined ? { title: 'Say in a few words what is wrong.' } : {}),
    ...(detectedAtMs === null ? { detectedAt: timeProblem } : {}),
    ...(impact !== '' && impactStartedAt === null ? { impactStartedAt: timeProblem } : {}),
  }
  if (detectedAtMs === null || Object.keys(problems).length > 0) return { ok: false, problems }
  return {
    ok: true,
    input: {
      title: form.title.trim() === '' ? `${pipeline?.name ?? ''} is late` : form.title.trim(),
      pipeline: pipeline?.id ?? null,
      severity: severityOf(form, pipeline),
      detectedAt: new Date(detectedAtMs).toISOString(),
      impactStartedAt,
      slaAt: slaAtOf(form, slaChoiceOf(team, form.pipeline, detectedAtMs)),
      runbook: runbookOf(form, bestRunbook),
      alert: form.alert === '' ? null : { alert: form.alert, episode: form.episode },
    },
  }
}

/** One rung as it would come, for the preview under the form. */
export type PreviewRung = {
  readonly id: string
  readonly dueAtMs: number
  readonly words: string
  /** Who is passed over, and why; null when nobody is. */
  readonly passedOver: string | null
  readonly isOverdue: boolean
  /** What a holiday mode does to it; null when nothing (E15). */
  readonly relaxed: string | null
}

/** What a holiday mode does to one rung: the delay as it will be, or that nobody is told before morning. */
function relaxedRung(
  relaxed: Relaxed,
  rung: Rung,
  nowMs: number,
): Pick<PreviewRung, 'dueAtMs' | 'isOverdue' | 'relaxed'> {
  const delayMs = parseDurationMs(rung.after) ?? 0
  const dueAtMs = relaxedDueAtMs(relaxed, delayMs)
  const isLater = dueAtMs > Date.parse(relaxed.originAt) + delayMs
  const atMs = Math.max(dueAtMs, nowMs)
  const isWaiting = rung.action.do === 'tell' && reliefRefusal(relaxed, atMs) !== null
  const reason = reliefInForce(relaxed, atMs)[0]?.reason ?? relaxed.declaration.relief?.[0]?.reason ?? ''
  const words = isWaiting ? `waits until morning, “${reason}”` : isLater ? `relaxed by “${reason}”` : null
  return { dueAtMs, isOverdue: dueAtMs <= nowMs && !isWaiting, relaxed: words }
}

/** The ladder that declaring would start (E1, E2): who hears of it, and when. Epoch ms. */
export function previewLadder(
  team: Team,
  input: Pick<CallInput<'incidents.declare'>, 'pipeline' | 'detectedAt' | 'slaAt' | 'severity'>,
  me: string | null,
  nowMs: number,
): readonly PreviewRung[] {
  const pipeline = findPipeline(team, input.pipeline ?? undefined)
  const policy: Policy = pipeline === undefined ? defaultPolicy : resolvePolicy(pipeline.policy)
  const origin = policy.clock === 'sla' && input.slaAt !== null ? input.slaAt : input.detectedAt
  const relaxed: Relaxed = {
    declaration: { relief: reliefFor(team, pipeline?.id, nowMs) },
    severity: input.severity,
    severityChangedAt: null,
    reliefSetAsideAt: null,
    originAt: origin,
  }
  return policy.rungs.map((rung) => {
    const base = { id: rung.id, ...relaxedRung(relaxed, rung, nowMs) }
    if (rung.action.do === 'ask') return { ...base, words: 'Still stuck?', passedOver: null }
    const told = rungCandidates(team, pipeline?.id ?? '', rung.action.who, base.dueAtMs, me === null ? [] : [me])
    const first = told.candidates[0]
    const passed = told.skipped.map(({ name, reason }) => `${name} ${reason}`).join('; ')
    return { ...base, words: first?.person.name ?? 'nobody to tell', passedOver: passed === '' ? null : passed }
  })
}
