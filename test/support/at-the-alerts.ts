import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { alertBody } from './alert-bodies.ts'
import { ownWorkspace } from './own-workspace.ts'

/** A runbook as people have them by the hundred: a heading, numbered steps, no front matter. */
const foreignRunbook = `# Loader stuck

The loader writes nothing for half an hour.

## Diagnosis

1. Look at the loader's last line: \`tail -1 /var/log/loader.log\`
2. Check that the source answers.

## Mitigation

1. Restart the loader.
`

/** A fixture: the demo workspace with a runbook for the alert that `loaderStuck` makes. */
export const workspaceWithLoader = ownWorkspace((folder) =>
  writeFileSync(join(folder, 'runbooks/LoaderStuck.md'), foreignRunbook),
)

/** The inbox on Tonight. */
export const alerts = (page: Page): Locator => page.getByRole('region', { name: 'Alerts', exact: true })

/** The row of an alert in the inbox, by words that stand in it. */
export const alertRow = (page: Page, words: string): Locator =>
  alerts(page).getByRole('listitem').filter({ hasText: words })

/** A captured body of Alertmanager, about a loader that writes nothing. */
export const loaderStuck = (status: 'firing' | 'resolved'): string => {
  const body = alertBody(status === 'firing' ? 'alertmanager-firing-one' : 'alertmanager-resolved-one')
  const [alert] = body.alerts as [Record<string, unknown>]
  const labels = { alertname: 'LoaderStuck', severity: 'warning', loader: 'ads' }
  const annotations = status === 'firing' ? { summary: 'ads loader has written nothing for 30 min' } : {}
  const at = status === 'firing' ? '0001-01-01T00:00:00Z' : '2026-11-24T13:19:30Z'
  const changed = {
    ...alert,
    status,
    labels,
    annotations,
    startsAt: '2026-11-24T12:55:00Z',
    endsAt: at,
    fingerprint: 'fe11',
  }
  return JSON.stringify({ ...body, status, alerts: [changed], commonLabels: labels, commonAnnotations: annotations })
}
