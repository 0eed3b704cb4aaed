import { z } from 'zod'
import { ok, type Result } from '../kit/result.ts'
import type { Alert, AlertSource, Misread, ReadAlerts } from './alert.ts'
import { plainLine, plainWords, readInstant } from './alert-text.ts'
import { describeAlert } from './describe-alert.ts'
import { labelFingerprint } from './label-fingerprint.ts'
import { misread } from './misread.ts'

const MOST_ALERTS = 1_000
const LONGEST_FINGERPRINT = 255

const alertSchema = z.object({
  status: z.enum(['firing', 'resolved']),
  labels: z.record(z.string(), z.unknown()),
  annotations: z.record(z.string(), z.unknown()).nullish(),
  startsAt: z.unknown().optional(),
  endsAt: z.unknown().optional(),
  generatorURL: z.unknown().optional(),
  fingerprint: z.string().nullish(),
})

/** One alert of the list, with whatever else its sender adds to it. */
export type ListedAlert = z.infer<typeof alertSchema> & { readonly [extra: string]: unknown }

const bodySchema = z.object({
  alerts: z.array(z.looseObject(alertSchema.shape)).max(MOST_ALERTS),
  commonLabels: z.unknown().optional(),
  commonAnnotations: z.unknown().optional(),
  truncatedAlerts: z.number().int().min(0).catch(0),
})

/** What a sender of this family does in its own way. */
export type Dialect = {
  readonly source: Extract<AlertSource, 'alertmanager' | 'grafana'>
  readonly hint: string
  readonly linkOf: (alert: ListedAlert) => unknown
  readonly moreAnnotations: (alert: ListedAlert) => Record<string, string>
}

/** Reads a body of the Alertmanager family: each alert has its own status, the group's is not looked at (facts.md 6.3). */
export function readAlertGroup(body: unknown, dialect: Dialect): Result<ReadAlerts, Misread> {
  const read = bodySchema.safeParse(body)
  if (!read.success) return misread(read.error, dialect.hint)
  const { alerts, truncatedAlerts } = read.data
  const common = { labels: plainWords(read.data.commonLabels), annotations: plainWords(read.data.commonAnnotations) }
  const described = alerts.map((alert): Alert => {
    const own = plainWords(alert.labels)
    return describeAlert({
      source: dialect.source,
      fingerprint: plainLine(alert.fingerprint ?? '', LONGEST_FINGERPRINT) || labelFingerprint(own),
      status: alert.status,
      startsAt: readInstant(alert.startsAt),
      endsAt: readInstant(alert.endsAt),
      labels: { ...common.labels, ...own },
      annotations: { ...common.annotations, ...plainWords(alert.annotations), ...dialect.moreAnnotations(alert) },
      link: dialect.linkOf(alert),
    })
  })
  return ok({ alerts: described, leftOut: truncatedAlerts })
}

/** Reads Alertmanager's webhook, version "4"; fields it does not know are ignored, for newer builds add some. */
export const readAlertmanager = (body: unknown): Result<ReadAlerts, Misread> =>
  readAlertGroup(body, {
    source: 'alertmanager',
    hint: 'Send the webhook of Alertmanager as it is: webhook_configs, without a custom payload.',
    linkOf: ({ generatorURL }) => generatorURL,
    moreAnnotations: () => ({}),
  })
