import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Copies, expect, phone, test } from '../support/offline-copies.ts'

const onlyLoopback = { tag: '@loopback' }

const LINES = Array.from({ length: 30 }, (_, line) => `Loss of ring ${line} was seen before.\n`).join('\n')
const ROWS = Array.from({ length: 3 }, (_, row) => `| relay-${row} | ring |\n`).join('')
const RING = `# Ring is full

> [!CAUTION]
> Never drain two relays at once.

## Mitigation

1. Drain the relay.

   Only if the other one holds.

   \`\`\`sh
   ringctl drain
   \`\`\`

   This takes ten minutes.
2. Restart it.

${LINES}
## Relays

| Relay | Thing |
|---|---|
${ROWS}`

function copyOf({ folder, bundle }: Copies): string {
  const workspace = join(folder, 'ring')
  mkdirSync(join(workspace, 'runbooks'), { recursive: true })
  writeFileSync(join(workspace, 'runbooks/ring.md'), RING)
  return bundle(workspace)
}

const heightOf = (element: Element): number => element.getBoundingClientRect().height

test.describe('what the author says beside a step', onlyLoopback, () => {
  test.use({ viewport: phone })

  test('B9 is read there, short where it is long until somebody asks', async ({ copies }) => {
    const page = await copies.open(copyOf(copies))
    await page.getByRole('link', { name: /Ring is full/ }).click()
    const steps = page.locator('.step').filter({ visible: true })
    await expect(steps.first()).toHaveText(
      /Drain the relay\..*Never drain two relays at once\..*ringctl drain.*This takes ten minutes\./s,
    )
    const long = steps.last().locator('.text')
    const before = await long.evaluate(heightOf)
    await steps.last().getByRole('button', { name: 'Show all of the text' }).click()
    expect(await long.evaluate(heightOf)).toBeGreaterThan(3 * before)
    await steps.last().getByRole('button', { name: 'Show less' }).click()
    expect(await long.evaluate(heightOf)).toBe(before)
    await page.emulateMedia({ media: 'print' })
    expect(await long.evaluate(heightOf)).toBeGreaterThan(3 * before)
    await expect(steps.last().getByRole('button', { name: 'Show all of the text' })).toBeHidden()
  })

  test('B9 on paper a row of a table stays on one sheet', async ({ copies }) => {
    const page = await copies.open(copyOf(copies))
    await page.emulateMedia({ media: 'print' })
    const breaks = page.locator('.wide tr').evaluateAll((rows) => rows.map((row) => getComputedStyle(row).breakInside))
    expect(new Set(await breaks)).toEqual(new Set(['avoid']))
  })
})

test.describe('with scripts off', onlyLoopback, () => {
  test.use({ javaScriptEnabled: false, viewport: phone })

  test('B9 it is whole', async ({ copies, context }) => {
    const file = copyOf(copies)
    const page = await context.newPage()
    await page.goto(pathToFileURL(file).href)
    await expect(page.locator('.long')).toContainText('Loss of ring 29')
    expect(await page.locator('.long').evaluate((text) => text.scrollHeight - text.clientHeight)).toBe(0)
    await expect(page.getByRole('button', { name: 'Show all of the text' })).toBeHidden()
  })
})
