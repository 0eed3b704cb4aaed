import { z } from 'zod'
import { instantSchema, severitySchema } from '../incident/primitives.ts'

/** The senders whose bodies are understood; each has an address of its own, because none says reliably what it is. */
export const alertSources = ['alertmanager', 'grafana', 'pagerduty', 'generic'] as const

/** One of the four senders. */
export type AlertSource = (typeof alertSources)[number]

/** What people call each sender. */
export const sourceWords: Readonly<Record<AlertSource, string>> = {
  alertmanager: 'Alertmanager',
  grafana: 'Grafana',
  pagerduty: 'PagerDuty',
  generic: 'Webhook',
}

const words = z.record(z.string(), z.string())

/** What one sender says of one alert, in one shape for all four; as it is kept in the inbox's log. */
export const alertSchema = z.object({
  source: z.enum(alertSources),
  /** What makes two reports one alert: Alertmanager's fingerprint, PagerDuty's dedup key, a generic id. */
  fingerprint: z.string().min(1),
  status: z.enum(['firing', 'resolved']),
  /** When it began (UTC ISO), as the sender says; null when it says nothing or nothing believable. */
  startsAt: instantSchema.nullable(),
  /** When it ended; null while it fires, whatever the sender writes there (its zero is the year 1). */
  endsAt: instantSchema.nullable(),
  labels: words,
  annotations: words,
  /** The alert's own name, what runbooks are matched by. */
  name: z.string().min(1),
  /** One line for the eyes; empty when the sender has none (a bare "resolve"). */
  summary: z.string(),
  /** Null where the sender's word is unknown or absent: nobody guesses a severity. */
  severity: severitySchema.nullable(),
  /** As the sender writes it; whether the team has such a pipeline is for the reader to find. */
  pipeline: z.string().min(1).nullable(),
  /** http and https only, as is `link`. */
  runbookUrl: z.string().nullable(),
  link: z.string().nullable(),
  /** Somebody has taken it on the sender's side (PagerDuty); it goes on firing. */
  acknowledged: z.boolean(),
})

/** One alert as it was reported once. Its texts are hostile until shown: text, and nothing else. */
export type Alert = z.infer<typeof alertSchema>

/** What one request carried. */
export type ReadAlerts = {
  readonly alerts: readonly Alert[]
  /** How many more alerts the sender left out of its message (Alertmanager's `max_alerts`). */
  readonly leftOut: number
}

/** Why a body was not understood: what is wrong with it, and how to mend it at the sender. */
export type Misread = { readonly message: string; readonly hint: string }
