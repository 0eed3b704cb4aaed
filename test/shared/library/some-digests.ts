import type { FactDraft, FactRecord } from '../../../shared/incident/facts/fact-catalog.ts'
import { foldDigest, type IncidentDigest } from '../../../shared/library/incident-digest.ts'
import { declaration, minuteMs, recordOf, stated } from '../../support/log-builder.ts'

export const opened = (path = 'runbooks/profit.md'): FactDraft =>
  stated('runbook.opened', {
    path,
    title: 'Profit',
    sha256: 'a'.repeat(64),
    text: '# Profit',
    matchedBy: 'chosen by hand',
  })
export const checked = (step: string): FactDraft => stated('step.checked', { step, text: `Do ${step}` })
export const skipped = (step: string): FactDraft =>
  stated('step.skipped', { step, text: `Do ${step}`, reason: 'not needed' })
export const note = (text: string): FactDraft => stated('note.added', { text })

export type Timed = FactDraft | readonly [minute: number, draft: FactDraft]

export function logOf(
  drafts: readonly Timed[],
  incident = '20261114-0abc',
  change: Parameters<typeof declaration>[0] = {},
): FactRecord[] {
  const all: readonly Timed[] = [stated('incident.declared', declaration(change)), ...drafts]
  return all.map((timed, at) =>
    'type' in timed
      ? recordOf(timed, at + 1, minuteMs(at), incident)
      : recordOf(timed[1], at + 1, minuteMs(timed[0]), incident),
  )
}

export function digestOf(...given: Parameters<typeof logOf>): IncidentDigest {
  const digest = foldDigest(null, logOf(...given))
  if (digest === null) throw new Error('no digest')
  return digest
}

export const alert = (alertname: string, labels: Record<string, string> = {}): FactDraft =>
  stated('alert.attached', {
    fingerprint: alertname,
    source: 'alertmanager',
    status: 'firing',
    startsAt: null,
    labels: { alertname, severity: 'page', ...labels },
    annotations: { summary: 'rows below the floor' },
  })
