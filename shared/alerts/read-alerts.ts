import type { Result } from '../kit/result.ts'
import type { AlertSource, Misread, ReadAlerts } from './alert.ts'
import { readAlertmanager } from './read-alertmanager.ts'
import { readGeneric } from './read-generic.ts'
import { readGrafana } from './read-grafana.ts'
import { readPagerduty } from './read-pagerduty.ts'

const readers: Readonly<Record<AlertSource, (body: unknown) => Result<ReadAlerts, Misread>>> = {
  alertmanager: readAlertmanager,
  grafana: readGrafana,
  pagerduty: readPagerduty,
  generic: readGeneric,
}

/** Reads what a sender's webhook carried, as parsed JSON. Total: whatever the body is, there are alerts or a reason. */
export const readAlerts = (source: AlertSource, body: unknown): Result<ReadAlerts, Misread> => readers[source](body)
