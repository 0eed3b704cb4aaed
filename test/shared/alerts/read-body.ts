import type { Alert, AlertSource } from '../../../shared/alerts/alert.ts'
import { readAlerts } from '../../../shared/alerts/read-alerts.ts'

/** The alerts of a body; one that is refused ends the test with its words. */
export function alertsOf(source: AlertSource, body: unknown): readonly Alert[] {
  const read = readAlerts(source, body)
  if (!read.ok) throw new Error(read.error.message)
  return read.value.alerts
}

/** The first of them. */
export const firstOf = (source: AlertSource, body: unknown): Alert => {
  const [alert] = alertsOf(source, body)
  if (alert === undefined) throw new Error('no alert')
  return alert
}
