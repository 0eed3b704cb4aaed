import { z } from 'zod'
import { ok, type Result } from '../kit/result.ts'
import type { Alert, Misread, ReadAlerts } from './alert.ts'
import { plainLine, plainWords, readInstant } from './alert-text.ts'
import { describeAlert } from './describe-alert.ts'
import { labelFingerprint } from './label-fingerprint.ts'
import { misread } from './misread.ts'

const hint =
  'Send an event of PagerDuty\'s Events API v2 (event_action, dedup_key, payload) or a webhook v3 ({"event": ...}).'

const payloadSchema = z.object({
  summary: z.string().min(1),
  source: z.string().min(1),
  severity: z.string().nullish(),
  timestamp: z.unknown().optional(),
  component: z.string().nullish(),
  group: z.string().nullish(),
  class: z.string().nullish(),
  custom_details: z.unknown().optional(),
})

const dedupKey = z.string().min(1).max(255)

const eventSchema = z.discriminatedUnion('event_action', [
  z.object({
    event_action: z.literal('trigger'),
    dedup_key: dedupKey.nullish(),
    payload: payloadSchema,
    client_url: z.unknown().optional(),
    links: z.array(z.object({ href: z.unknown().optional() })).nullish(),
  }),
  z.object({ event_action: z.literal('acknowledge'), dedup_key: dedupKey }),
  z.object({ event_action: z.literal('resolve'), dedup_key: dedupKey }),
])

const bare = { startsAt: null, endsAt: null, labels: {}, annotations: {} } as const

/** Without a dedup key the server would make one up; what says the same is then the same. */
const keyOf = ({ summary, source, component, class: kind }: z.infer<typeof payloadSchema>): string =>
  labelFingerprint({ summary, source, component: component ?? '', class: kind ?? '' })

function triggered(event: Extract<z.infer<typeof eventSchema>, { event_action: 'trigger' }>): Alert {
  const { payload } = event
  const { summary, source, component, group, class: kind, severity } = payload
  const details = plainWords(payload.custom_details)
  const own = plainWords({ source, component, group, class: kind })
  return describeAlert({
    source: 'pagerduty',
    fingerprint: event.dedup_key ?? keyOf(payload),
    status: 'firing',
    startsAt: readInstant(payload.timestamp),
    endsAt: null,
    labels: { ...details, ...own },
    annotations: {},
    name: details.alertname ?? (kind ? plainLine(kind) : plainLine(summary)),
    summary,
    severity: severity ?? null,
    link: event.client_url ?? event.links?.[0]?.href,
  })
}

const webhookSchema = z.object({
  event: z.object({
    event_type: z.string(),
    occurred_at: z.unknown().optional(),
    data: z.looseObject({
      id: dedupKey.nullish(),
      title: z.string().nullish(),
      html_url: z.unknown().optional(),
      created_at: z.unknown().optional(),
      urgency: z.string().nullish(),
      priority: z.object({ summary: z.string().nullish() }).nullish(),
      service: z.object({ summary: z.string().nullish() }).nullish(),
    }),
  }),
})

/** The turns of an incident that say whether it burns; all other events are heard and change nothing. */
const turns: Readonly<Record<string, 'firing' | 'acknowledged' | 'resolved'>> = {
  'incident.triggered': 'firing',
  'incident.reopened': 'firing',
  'incident.unacknowledged': 'firing',
  'incident.escalated': 'firing',
  'incident.acknowledged': 'acknowledged',
  'incident.resolved': 'resolved',
}

function readWebhook(body: unknown): Result<ReadAlerts, Misread> {
  const read = webhookSchema.safeParse(body)
  if (!read.success) return misread(read.error, hint)
  const { event_type: type, occurred_at: occurredAt, data } = read.data.event
  const turn = Object.hasOwn(turns, type) ? turns[type] : undefined
  if (turn === undefined || !data.id) return ok({ alerts: [], leftOut: 0 })
  const isNew = type === 'incident.triggered' || type === 'incident.reopened'
  const title = data.title ?? data.id
  const alert = describeAlert({
    source: 'pagerduty',
    fingerprint: data.id,
    status: turn === 'resolved' ? 'resolved' : 'firing',
    startsAt: isNew
      ? (readInstant(type === 'incident.triggered' ? data.created_at : null) ?? readInstant(occurredAt))
      : null,
    endsAt: turn === 'resolved' ? readInstant(occurredAt) : null,
    labels: plainWords({ service: data.service?.summary, urgency: data.urgency }),
    annotations: {},
    name: plainLine(title),
    summary: title,
    severity: data.priority?.summary ?? null,
    link: data.html_url,
    acknowledged: turn === 'acknowledged',
  })
  return ok({ alerts: [alert], leftOut: 0 })
}

/** Reads an event of PagerDuty's Events API v2 (facts.md 6.2), or the webhook v3 that PagerDuty itself sends. */
export function readPagerduty(body: unknown): Result<ReadAlerts, Misread> {
  const isWebhook = typeof body === 'object' && body !== null && Object.hasOwn(body, 'event')
  if (isWebhook) return readWebhook(body)
  const read = eventSchema.safeParse(body)
  if (!read.success) return misread(read.error, hint)
  const event = read.data
  if (event.event_action === 'trigger') return ok({ alerts: [triggered(event)], leftOut: 0 })
  const alert = describeAlert({
    ...bare,
    source: 'pagerduty',
    fingerprint: event.dedup_key,
    status: event.event_action === 'resolve' ? 'resolved' : 'firing',
    acknowledged: event.event_action === 'acknowledge',
  })
  return ok({ alerts: [alert], leftOut: 0 })
}
