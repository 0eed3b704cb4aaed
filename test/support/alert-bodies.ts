import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '../../fixtures/alerts')

/** Bodies as senders post them; those of Alertmanager were captured from a real one (0.25). */
export type AlertBody =
  | 'alertmanager-firing-one'
  | 'alertmanager-firing-truncated'
  | 'alertmanager-resolved-one'
  | 'grafana-firing'
  | 'pagerduty-trigger'
  | 'pagerduty-webhook'

/** One of them as text, byte for byte. */
export const alertBodyText = (name: AlertBody): string => readFileSync(join(folder, `${name}.json`), 'utf8')

/** One of them, parsed. */
export const alertBody = (name: AlertBody): Record<string, unknown> => JSON.parse(alertBodyText(name))
