import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../support/nightdesk-test.ts'

const onlyLoopback = { tag: '@loopback' }

test(
  'the address opens the window once, and holds no token afterwards',
  onlyLoopback,
  async ({ nightdesk, browser }) => {
    await expect(nightdesk.page).toHaveTitle(/Nightdesk/)
    expect(new URL(nightdesk.page.url()).search).toBe('')
    const stranger = await browser.newContext()
    const page = await stranger.newPage()
    const answer = await page.goto(nightdesk.origin())
    expect(answer?.status()).toBe(401)
    await expect(page.getByText('This window has no key to Nightdesk.')).toBeVisible()
    await stranger.close()
  },
)

test('a page of another site reaches nothing', onlyLoopback, async ({ nightdesk, context }) => {
  const { origin } = nightdesk
  const elsewhere = await context.browser()?.newContext()
  if (!elsewhere) throw new Error('no browser')
  await elsewhere.addCookies(await context.cookies())
  const page = await elsewhere.newPage()
  await page.route('http://evil.test/', (route) => route.fulfill({ contentType: 'text/html', body: '<p>evil</p>' }))
  await page.goto('http://evil.test/')
  const attempts = await page.evaluate(async (target) => {
    const call = (init: RequestInit) =>
      fetch(`${target}/rpc/incidents.list`, { credentials: 'include', ...init }).then(
        (response) => `${response.type} ${response.status}`,
        () => 'failed',
      )
    return Promise.all([
      call({ method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }),
      call({ method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{}' }),
      call({ method: 'POST', mode: 'no-cors', headers: { 'content-type': 'text/plain' }, body: '{}' }),
      call({ method: 'GET' }),
    ])
  }, origin())
  expect(attempts.filter((attempt) => attempt !== 'failed' && attempt !== 'opaque 0')).toEqual([])
  await elsewhere.close()
})

test('what was saved is there after a power cut', async ({ nightdesk }) => {
  const declared = await nightdesk.call('incidents.declare', {
    title: 'Profit is late',
    pipeline: null,
    severity: 2,
    detectedAt: '2026-12-24T13:00:00.000Z',
    impactStartedAt: null,
    slaAt: null,
    runbook: null,
  })
  if (!declared.ok) throw new Error(declared.error.message)
  await nightdesk.kill()
  await nightdesk.restart()
  const listed = await nightdesk.call('incidents.list', {})
  expect(listed).toMatchObject({ ok: true, value: [{ incident: declared.value.incident, title: 'Profit is late' }] })
  expect(existsSync(join(nightdesk.dataFolder, 'incidents', declared.value.incident, 'journal.ndjson'))).toBe(true)
})

test(
  'time moves only when it is moved, also for the screen and across a restart',
  onlyLoopback,
  async ({ nightdesk }) => {
    const now = async () => {
      const desk = await nightdesk.call('desk.describe', {})
      return desk.ok ? desk.value.now : desk.error.message
    }
    expect(await now()).toBe('2026-12-24T13:00:00.000Z')
    await nightdesk.advance('PT30M')
    await nightdesk.restart()
    expect(await now()).toBe('2026-12-24T13:30:00.000Z')
  },
)

test('a second window opens by the same key', onlyLoopback, async ({ nightdesk }) => {
  const second = await nightdesk.openSecondWindow()
  await expect(second).toHaveTitle(/Nightdesk/)
})
