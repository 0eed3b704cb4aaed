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
let refusedWith: 'notSaved' | 'tooLarge'
let stop: () => void

/** The real host's client, with a disk that keeps no evidence when a test says so. */
const withFullDisk = (client: Client): Client => ({
  listen: client.listen,
  call: async (name, input) =>
    name === 'evidence.attach' && isDiskFull
      ? { ok: false, error: { code: refusedWith, message: 'No space left on the disk.' } }
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
  refusedWith = 'notSaved'
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

it('keeps evidence that could not be saved as NOT SAVED, and saves it once at the time it was said', async () => {
  const incident = draft.slice('entry.'.length)
  const saidAt = new Date(desk.clock.nowMs()).toISOString()
  pressEnter()
  await expect.poll(() => store.getState().unsaved).toMatchObject([{ message: 'No space left on the disk.' }])
  expect(field().value).toBe('')
  expect(page.box.querySelector('[role=alert]')).toBeNull()
  isDiskFull = false
  desk.clock.advance(60_000)
  await expect.poll(() => store.now()).toBe(desk.clock.nowMs())
  const [key] = store.getState().unsaved.map((each) => each.key)
  await Promise.all([store.retryUnsaved(key ?? ''), store.retryUnsaved(key ?? '')])
  expect(store.getState().unsaved).toEqual([])
  const attached = (await desk.facts(incident)).filter(({ type }) => type === 'evidence.attached')
  expect(attached).toMatchObject([{ occurredAt: saidAt, key }])
})

it('gives a pasted log that is refused to the field', async () => {
  refusedWith = 'tooLarge'
  const log = Array.from({ length: 60 }, (_, line) => `ERROR line ${line}`).join('\n')
  store.setDraft(draft, '')
  const clipboardData = new DataTransfer()
  clipboardData.setData('text/plain', log)
  field().dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  await expect.poll(() => field().value).toBe(log)
  expect(store.getState().unsaved).toEqual([])
})

it('an empty file is refused at once, and not kept as what could be saved later', async () => {
  const input = page.box.querySelector<HTMLInputElement>('input[type=file]')
  if (input === null) throw new Error('no way to choose a file')
  Object.defineProperty(input, 'files', { value: [new File([], 'dump.log')] })
  input.dispatchEvent(new Event('change', { bubbles: true }))
  await expect.poll(() => page.box.textContent).toContain('dump.log is empty, so there is nothing to keep.')
  expect(store.getState().unsaved).toEqual([])
})
