// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ShellBanners } from '../../../renderer/shell/shell-banners.tsx'
import { createDeskStore, type DeskStore } from '../../../renderer/state/desk-store.ts'
import { StoreProvider } from '../../../renderer/state/store-context.tsx'
import { type Rendered, render } from '../../support/rendered.tsx'
import { createWindowsStorage } from '../../support/windows-storage.ts'

let store: DeskStore
let page: Rendered
let isRefused: boolean

const button = (name: string): HTMLButtonElement | undefined =>
  [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name)

async function press(name: string): Promise<void> {
  await expect.poll(() => button(name)).toBeDefined()
  button(name)?.click()
}

beforeEach(() => {
  isRefused = false
  vi.stubGlobal('navigator', {
    clipboard: { writeText: async () => (isRefused ? Promise.reject(new Error('not focused')) : undefined) },
  })
  store = createDeskStore({
    client: { listen: () => () => undefined, call: async () => ({ ok: true, value: { records: [] } }) as never },
    watch: () => () => undefined,
    nowMs: () => 0,
    kept: createWindowsStorage()(),
  })
  const fact = { type: 'note.added', data: { text: 'disk at 97 %' } } as const
  const failed = { message: 'The disk is full.', hint: null, isRetrying: false }
  store.setState({
    unsaved: [{ key: 'k', incident: 'i', facts: [fact], statedAt: '2026-11-24T15:00:00.000Z', ...failed }],
  })
  page = render(
    <StoreProvider store={store}>
      <ShellBanners />
    </StoreProvider>,
  )
})

afterEach(() => {
  page.unmount()
  vi.unstubAllGlobals()
})

it('words that are not saved are thrown away only after a question, whose first answer keeps them', async () => {
  await press('Throw away')
  await expect.poll(() => document.querySelector('[role="dialog"]')?.textContent).toContain('disk at 97 %')
  expect(store.getState().unsaved).toHaveLength(1)
  await expect.poll(() => document.activeElement?.textContent).toBe('Cancel')
  await press('Throw it away')
  await expect.poll(() => store.getState().unsaved).toHaveLength(0)
})

it('a copy of words that are not saved says whether it worked', async () => {
  await press('Copy')
  await expect.poll(() => store.getState().announcement?.text).toBe('Copied')
  isRefused = true
  await press('Copy')
  await expect.poll(() => store.getState().refusal).toMatch(/could not be copied/)
})

it('long words take three lines until somebody asks for all, and Copy copies all', async () => {
  const long = 'x'.repeat(3_500)
  let copied = ''
  vi.stubGlobal('navigator', {
    clipboard: {
      writeText: async (words: string) => {
        copied = words
      },
    },
  })
  store.setState(({ unsaved }) => ({
    unsaved: unsaved.map((each) => ({ ...each, facts: [{ type: 'note.added', data: { text: long } }] as const })),
  }))
  await expect.poll(() => document.querySelector<HTMLElement>('[style*="--lines: 3"]')?.textContent).toContain(long)
  expect(button('Show all')?.getAttribute('aria-expanded')).toBe('false')
  await press('Copy')
  await expect.poll(() => copied).toBe(long)
})

it('several stand in one alert, with their count and the reason once', async () => {
  const [one] = store.getState().unsaved
  if (one === undefined) throw new Error('none')
  store.setState({ unsaved: ['a', 'b', 'c'].map((key) => ({ ...one, key })) })
  await expect.poll(() => document.querySelectorAll('[role=alert]')).toHaveLength(1)
  const alert = document.querySelector('[role=alert]')
  expect(alert?.querySelectorAll('li')).toHaveLength(3)
  expect(alert?.textContent).toContain('NOT SAVED (3)')
  expect(alert?.textContent?.match(/The disk is full/g)).toHaveLength(1)
})

it('J4.6 what is being thrown away promises nothing before the console has answered, and what was written is offered to be retracted', async () => {
  const [one] = store.getState().unsaved
  if (one === undefined) throw new Error('none')
  store.setState({ unsaved: [{ ...one, isThrownAway: true }] })
  await expect.poll(() => page.box.textContent).toContain('until then it may still be written')
  expect(button('Save again')).toBeUndefined()
  expect(button('Throw away')).toBeUndefined()
  store.setState({ unsaved: [{ ...one, isThrownAway: true, written: ['01'] }] })
  await expect.poll(() => page.box.textContent).toContain('Thrown away too late.')
  expect(button('Go to its incident')).toBeDefined()
  await press('Leave it')
  await expect.poll(() => store.getState().unsaved).toEqual([])
})
