// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest'
import { AlertsPanel } from '../../../../renderer/features/tonight/alerts/alerts-panel.tsx'
import { StoreProvider } from '../../../../renderer/state/store-context.tsx'
import type { Desk } from '../../../../shared/contract/answers.ts'
import { createGivenDesk } from '../../../support/given-desk.ts'
import { type Rendered, render } from '../../../support/rendered.tsx'

let page: Rendered | null = null
afterEach(() => page?.unmount())

/** What a window says of the alerts while none waits and the intake of its console is off. */
function wordsWith(readOnly: Desk['readOnly']): string {
  const { store } = createGivenDesk({ now: '2026-11-24T15:00:00.000Z', readOnly })
  store.setState({
    alerts: { rows: [], lastAt: null, cutShort: null, problem: null },
    intake: {
      ...{ enabled: false, listening: false, problem: null, port: 7_411, token: null, forThisRun: false },
      ...{ received: 0, lastAt: null, lastRefusal: null },
    },
  })
  page = render(
    <StoreProvider store={store}>
      <AlertsPanel />
    </StoreProvider>,
  )
  return page.box.textContent
}

it('a console that writes says that its intake is off', () => {
  expect(wordsWith(null)).toMatch(/Nothing comes in yet\..*Switch the intake on/)
})

it('one that only reads does not say so of the console that writes', () => {
  expect(wordsWith({ holder: 'process 7', unseenClaim: null })).toMatch(
    /This console only reads\. What comes in at the one that writes/,
  )
})
