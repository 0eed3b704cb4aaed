import { z } from 'zod'
import { ok, type Result } from '../kit/result.ts'
import type { Misread, ReadAlerts } from './alert.ts'
import { plainLine, plainText, plainWords, safeLink, textOf } from './alert-text.ts'
import { describeAlert } from './describe-alert.ts'
import { labelFingerprint } from './label-fingerprint.ts'
import { misread } from './misread.ts'
import { type ListedAlert, readAlertGroup } from './read-alertmanager.ts'

const hint =
  'Use a contact point of type Webhook with Grafana\'s own payload, or the "formatted webhook" of Grafana OnCall.'

/** What was measured when it fired: `values` as an object, or the words of older versions. */
function measured({ values, valueString }: ListedAlert): Record<string, string> {
  const numbers = Object.entries(plainWords(values)).map(([name, value]) => `${name}=${value}`)
  const words = numbers.length > 0 ? numbers.join(', ') : textOf(valueString)
  return words === null || words === '' ? {} : { values: plainText(words) }
}

const formattedSchema = z
  .object({
    alert_uid: z.string().min(1).max(255).nullish(),
    title: z.string().min(1),
    state: z.enum(['ok', 'alerting']).default('alerting'),
    message: z.string().nullish(),
    link_to_upstream_details: z.unknown().optional(),
  })
  .describe('the formatted webhook of Grafana OnCall')

function readFormatted(body: unknown): Result<ReadAlerts, Misread> {
  const read = formattedSchema.safeParse(body)
  if (!read.success) return misread(read.error, hint)
  const { alert_uid: uid, title, state, message, link_to_upstream_details: link } = read.data
  const alert = describeAlert({
    source: 'grafana',
    fingerprint: plainLine(uid ?? '') || labelFingerprint({ title }),
    status: state === 'ok' ? 'resolved' : 'firing',
    startsAt: null,
    endsAt: null,
    labels: { alertname: plainLine(title) },
    annotations: message ? { message: plainText(message) } : {},
    summary: message ?? title,
    link,
  })
  return ok({ alerts: [alert], leftOut: 0 })
}

/** Reads Grafana's webhook, known by its shape and not by its version, which says "1" (facts.md 6.4). */
export function readGrafana(body: unknown): Result<ReadAlerts, Misread> {
  const hasList = typeof body === 'object' && body !== null && Object.hasOwn(body, 'alerts')
  if (!hasList) return readFormatted(body)
  return readAlertGroup(body, {
    source: 'grafana',
    hint,
    linkOf: ({ panelURL, dashboardURL, generatorURL }) =>
      [panelURL, dashboardURL, generatorURL].find((url) => safeLink(url) !== null),
    moreAnnotations: measured,
  })
}
