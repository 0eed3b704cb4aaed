// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it } from 'vitest'
import { RunbookChooser } from '../../../../renderer/features/incident/runbook/runbook-chooser.tsx'
import { createDeskStore, type DeskStore } from '../../../../renderer/state/desk-store.ts'
import { StoreProvider } from '../../../../renderer/state/store-context.tsx'
import type { Client } from '../../../../shared/contract/client.ts'
import { declareOn, openTestDesk, type TestDesk } from '../../../support/open-host.ts'
import { type Rendered, render } from '../../../support/rendered.tsx'
import { createWindowsStorage } from '../../../support/windows-storage.ts'

let desk: TestDesk
let store: DeskStore
let page: Rendered
let stop: () => void

/** The real host's client that cannot be asked what fits. */
const withoutSuggestions = (client: Client): Client => ({
  listen: client.listen,
  call: async (name, input) =>
    name === 'runbooks.suggest'
      ? { ok: false, error: { code: 'offline', message: 'The console could not be reached.' } }
      : client.call(name, input),
})

beforeEach(async () => {
  desk = await openTestDesk()
  store = createDeskStore({
    client: withoutSuggestions(desk.client()),
    watch: () => () => undefined,
    nowMs: desk.clock.nowMs,
    kept: createWindowsStorage()(),
  })
  stop = store.start()
  await store.openIncident(await declareOn(desk))
  page = render(
    <StoreProvider store={store}>
      <RunbookChooser onChosen={() => undefined} />
    </StoreProvider>,
  )
})

afterEach(async () => {
  page.unmount()
  stop()
  await desk.close()
})

it('what could not be asked is not told as "No runbook fits", and all runbooks are still there', async () => {
  await expect.poll(() => page.box.textContent).toContain('The console could not be reached.')
  expect(page.box.textContent).not.toContain('No runbook fits')
  expect(page.box.querySelectorAll('button[data-row]').length).toBeGreaterThan(3)
})
