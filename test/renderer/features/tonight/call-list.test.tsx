// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { CallList } from '../../../../renderer/features/tonight/call-list.tsx'
import { StoreProvider } from '../../../../renderer/state/store-context.tsx'
import { sampleText, teamFrom } from '../../../shared/schedule/sample-team.ts'
import { createGivenDesk } from '../../../support/given-desk.ts'
import { render } from '../../../support/rendered.tsx'

const team = teamFrom(
  sampleText.replace(
    'timezone: Asia/Kolkata',
    'timezone: Asia/Kolkata, away: [{from: 2026-11-03T09:00, to: 2026-11-03T13:00}]',
  ),
)

it('stands while somebody is away for hours, and says until when where they are', () => {
  const { store } = createGivenDesk({ now: '2026-11-03T06:00:00.000Z', team })
  const { box, unmount } = render(
    <StoreProvider store={store}>
      <CallList />
    </StoreProvider>,
  )
  expect(box.textContent).toContain('Engineer C away until 3 Nov 13:00 there')
  unmount()
})
