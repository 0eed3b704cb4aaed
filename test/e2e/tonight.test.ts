import { declareBehindTheScreen, sitDown, stateFacts } from '../support/at-the-desk.ts'
import { expect, test } from '../support/nightdesk-test.ts'

test.use({ clockAt: '2026-11-24T13:00:00.000Z' })

test('Tonight counts down to the word that was promised, and says when it is overdue', async ({ nightdesk }) => {
  const { page } = nightdesk
  await sitDown(nightdesk)
  const incident = await declareBehindTheScreen(nightdesk)
  await stateFacts(nightdesk, incident, { type: 'update.promised', data: { dueAt: '2026-11-24T13:20:00.000Z' } })
  const row = page.getByRole('region', { name: 'Open incidents' }).getByRole('link', { name: /Profit is late/ })
  await nightdesk.advance('PT8M')
  await expect(row).toContainText('Next update promised 08:20, in 12 min')
  await nightdesk.advance('PT17M')
  await expect(row).toContainText('Next update promised 08:20, overdue by 5 min')
  await stateFacts(nightdesk, incident, { type: 'status.updated', data: { text: 'Spend is half there' } })
  await expect(row).not.toContainText('Next update')
})
