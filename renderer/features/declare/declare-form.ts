import type { CallInput } from '../../../shared/contract/contract.ts'
import type { Severity } from '../../../shared/incident/primitives.ts'
import { type SlaChoice, slaChoice } from '../../../shared/schedule/sla.ts'
import { findPipeline, type Pipeline, type Team } from '../../../shared/schedule/team.ts'
import type { DeclareDrafts } from '../../state/open-declare.ts'
import { saidTime } from '../../state/said-time.ts'

/** What the dialog holds, as typed; kept as drafts so that closing it loses nothing. */
export type DeclareForm = DeclareDrafts & {
  /** Names the time that the alert fired which the dialog shows; blank for none. */
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
