import { z } from 'zod'
import { ok, type Result } from '../kit/result.ts'
import type { Misread, ReadAlerts } from './alert.ts'
import { plainLine, plainText, plainWords, readInstant } from './alert-text.ts'
import { describeAlert } from './describe-alert.ts'
import { labelFingerprint } from './label-fingerprint.ts'
import { misread } from './misread.ts'

const hint =
  'Send at least {"title": "..."}. Optional: id, status (firing or resolved), summary, severity, pipeline, startsAt, endsAt, labels, annotations, runbookUrl, link.'

const words = z.string().nullish()

const bodySchema = z.object({
  title: z.string().trim().min(1),
  /** What makes two reports one alert; without it the title and the pipeline do. */
  id: z.string().min(1).max(255).nullish(),
  status: z.enum(['firing', 'resolved']).nullish(),
  summary: words,
  description: words,
  severity: words,
  pipeline: words,
  startsAt: z.unknown().optional(),
  endsAt: z.unknown().optional(),
  labels: z.unknown().optional(),
  annotations: z.unknown().optional(),
  runbookUrl: words,
  link: z.unknown().optional(),
})

/** Reads the plain shape for everything else: a title is enough (see SPEC.md for the fields). */
export function readGeneric(body: unknown): Result<ReadAlerts, Misread> {
  const read = bodySchema.safeParse(body)
  if (!read.success) return misread(read.error, hint)
  const { title, id, status, summary, description, severity, pipeline, runbookUrl } = read.data
  const given = plainWords(read.data.labels)
  const labels: Readonly<Record<string, string>> = {
    alertname: plainLine(title),
    ...given,
    ...plainWords({ pipeline, severity }),
  }
  const annotations = {
    ...plainWords(read.data.annotations),
    ...plainWords({ description, runbook_url: runbookUrl }),
  }
  const alert = describeAlert({
    source: 'generic',
    fingerprint: id ?? labelFingerprint({ title: plainText(title), pipeline: labels.pipeline ?? '' }),
    status: status ?? 'firing',
    startsAt: readInstant(read.data.startsAt),
    endsAt: readInstant(read.data.endsAt),
    labels,
    annotations,
    summary: summary ?? description ?? annotations.summary ?? title,
    link: read.data.link,
  })
  return ok({ alerts: [alert], leftOut: 0 })
}
