import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Copies, expect, test } from '../support/offline-copies.ts'

/** What a sheet of A4 holds within the margins of the copy, CSS px. */
const A4_WITHIN_MARGINS = { width: 673, height: 1_002 }

const NAMES = ['Host', 'Role', 'Region', 'Disk', 'Owner', 'Port', 'Zone', 'Rack', 'Kernel', 'Since']
const CELLS = [
  'relay-writer-0001.eu-north-1.internal.example',
  'primary',
  'eu-north-1',
  '/dev/nvme1n1',
  'platform',
  '5432',
  'a',
  'r12',
  '6.1.0-18',
  '2024-01-01',
]
const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
const RELAY = `# Relay is down

## Diagnosis

1. Look at the ring.

   ${row(NAMES)}
   |${' --- |'.repeat(NAMES.length)}
   ${row(CELLS)}

## Mitigation

1. Start the relay.

## Background

Rings were chosen in the spring.
`

function copyOf({ folder, bundle }: Copies): string {
  const workspace = join(folder, 'relay')
  mkdirSync(join(workspace, 'runbooks'), { recursive: true })
  writeFileSync(join(workspace, 'runbooks/relay.md'), RELAY)
  return bundle(workspace)
}

test('B9 a sheet has no ring of the focus, no heading alone at its foot, and short words of a wide table whole', {
  tag: '@loopback',
}, async ({ copies }) => {
  const page = await copies.open(copyOf(copies))
  await page.getByRole('link', { name: /Relay is down/ }).focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('#views')).toBeFocused()
  await page.setViewportSize(A4_WITHIN_MARGINS)
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('#views').evaluate((views) => getComputedStyle(views).outlineStyle)).toBe('none')
  const headings = page.locator('.under, .further p').filter({ visible: true })
  await expect(headings).toHaveText(['Diagnosis', 'Mitigation', 'More in the text'])
  for (const heading of await headings.all())
    expect(await heading.evaluate((words) => getComputedStyle(words).breakAfter)).toBe('avoid')
  const port = page.locator('td', { hasText: /^5432$/ }).filter({ visible: true })
  await expect(port).toHaveCount(2)
  for (const cell of await port.all()) {
    const lines = await cell.evaluate((words) => {
      const range = document.createRange()
      range.selectNodeContents(words)
      return new Set([...range.getClientRects()].map(({ top }) => top)).size
    })
    expect(lines).toBe(1)
  }
})
