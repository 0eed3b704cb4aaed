// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it } from 'vitest'
import { Composer } from '../../../../renderer/features/incident/composer/composer.tsx'
import { createDeskStore, type DeskStore } from '../../../../renderer/state/desk-store.ts'
import { StoreProvider } from '../../../../renderer/state/store-context.tsx'
import type { Client } from '../../../../shared/contract/client.ts'
import { declareOn, openTestDesk, type TestDesk } from '../../../support/open-host.ts'
import { type Rendered, render } from '../../../support/rendered.tsx'
import { createWindowsStorage } from '../../../support/windows-storage.ts'

const typed = '/evidence ORA-01555 snapshot too old, seen on db-7 at 03:12'

let desk: TestDesk
let store: DeskStore
let draft: string
let page: Rendered
let isDiskFull: boolean
let stop: () => void

/** The real host's client, with a disk that keeps no evidence when a test says so. */
const withFullDisk = (client: Client): Client => ({
  listen: client.listen,
  call: async (name, input) =>
    name === 'evidence.attach' && isDiskFull
      ? { ok: false, error: { code: 'notSaved', message: 'No space left on the disk.' } }
      : client.call(name, input),
})

const field = (): HTMLTextAreaElement => {
  const found = page.box.querySelector('textarea')
  if (found === null) throw new Error('no field')
  return found
}

const pressEnter = (): void => {
  field().dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))
}

beforeEach(async () => {
  desk = await openTestDesk()
  isDiskFull = true
  const incident = await declareOn(desk)
  store = createDeskStore({
    client: withFullDisk(desk.client()),
    watch: () => () => undefined,
    nowMs: desk.clock.nowMs,
    kept: createWindowsStorage()(),
  })
  stop = store.start()
  await store.openIncident(incident)
  draft = `entry.${incident}`
  page = render(
    <StoreProvider store={store}>
      <Composer />
    </StoreProvider>,
  )
  store.setDraft(draft, typed)
  await expect.poll(() => field().value).toBe(typed)
})

afterEach(async () => {
  page.unmount()
  stop()
  await desk.close()
})

it('gives evidence that could not be saved back to the field, with why, and takes it once it is', async () => {
  pressEnter()
  await expect.poll(() => page.box.textContent).toContain('No space left on the disk.')
  expect(field().value).toBe(typed)
  isDiskFull = false
  pressEnter()
  await expect.poll(async () => desk.typesOf(draft.slice('entry.'.length))).toContain('evidence.attached')
  expect(field().value).toBe('')
})

it('puts it before what was typed meanwhile', async () => {
  pressEnter()
  store.setDraft(draft, 'a note')
  await expect.poll(() => field().value).toBe(`${typed}\na note`)
})
