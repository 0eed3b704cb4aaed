// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest'
import { DeclareDialog } from '../../../../renderer/features/declare/declare-dialog.tsx'
import { StoreProvider } from '../../../../renderer/state/store-context.tsx'
import { createGivenDesk } from '../../../support/given-desk.ts'
import { render } from '../../../support/rendered.tsx'

afterEach(() => {
  vi.useRealTimers()
})

it('two Enters declare one incident, also while the host has not said yet which runbook fits', async () => {
  const held: (() => void)[] = []
  const { store, asked } = createGivenDesk({
    now: '2026-11-24T13:00:00.000Z',
    answer: (name) => {
      if (name !== 'runbooks.suggest' && name !== 'incidents.declare') return undefined
      return new Promise((resolve) => {
        held.push(() => resolve({ ok: true, value: name === 'incidents.declare' ? { incident: 'one' } : [] }))
      })
    },
  })
  store.setDraft('declare.title', 'Profit is late')
  let isDone = false
  const { box, unmount } = render(
    <StoreProvider store={store}>
      <DeclareDialog
        onClose={() => {
          isDone = true
        }}
      />
    </StoreProvider>,
  )
  const form = box.querySelector('form')
  for (let enters = 0; enters < 2; enters += 1) {
    form?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))
  }
  await expect
    .poll(() => {
      for (const answer of held.splice(0)) answer()
      return isDone
    })
    .toBe(true)
  expect(asked.filter((name) => name === 'incidents.declare')).toHaveLength(1)
  unmount()
})

const lost = { ok: false, error: { code: 'offline', message: 'The console could not be reached.' } } as const

/** A form whose first declaration is written, while its answer is lost; `declared` are the titles that the host was sent. */
function openForm() {
  const declared: unknown[] = []
  const { store, asked } = createGivenDesk({
    now: '2026-11-24T13:00:00.000Z',
    answer: (name, input) => {
      if (name === 'runbooks.suggest') return { ok: true, value: [] }
      if (name === 'incidents.withdraw')
        return { ok: true, value: { declared: { incident: 'one', title: 'Profit is late' } } }
      if (name !== 'incidents.declare') return undefined
      declared.push(input)
      return declared.length === 1 ? lost : { ok: true, value: { incident: 'two' } }
    },
  })
  store.setDraft('declare.title', 'Profit is late')
  const { box, unmount } = render(
    <StoreProvider store={store}>
      <DeclareDialog onClose={() => undefined} />
    </StoreProvider>,
  )
  const submit = (): void => {
    box.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))
  }
  const told = (): string => box.querySelector('[role=alert]')?.textContent ?? ''
  const press = (name: string): void =>
    [...box.querySelectorAll('button')].find(({ textContent }) => textContent === name)?.click()
  const type = async (title: string): Promise<void> => {
    store.setDraft('declare.title', title)
    await expect.poll(() => box.querySelector('input')?.value).toBe(title)
  }
  return { store, asked, declared, box, unmount, submit, told, press, type }
}

it('J4.7 something else is declared beside what was declared before only by who was told of that', async () => {
  const { asked, declared, unmount, submit, told, press, type } = openForm()
  submit()
  await expect.poll(told).toContain('It may be declared already, and is declared only once.')
  await type('Profit is late again')
  submit()
  await expect.poll(told).toContain('is declared, only its answer was lost: Profit is late')
  expect(declared).toHaveLength(1)
  press('Declare this one, too')
  await expect.poll(() => declared).toHaveLength(2)
  expect(declared).toMatchObject([{ title: 'Profit is late' }, { title: 'Profit is late again' }])
  expect(new Set(declared.map((each) => (each as { key: string }).key)).size).toBe(2)
  expect(asked.filter((name) => name === 'incidents.withdraw')).toHaveLength(1)
  unmount()
})

it('J4.7 a form that is cleared gives up what was sent, tells what became of it, and holds nothing up any more', async () => {
  const { asked, declared, box, unmount, submit, told, press, type } = openForm()
  submit()
  await expect.poll(told).toContain('It may be declared already, and is declared only once.')
  press('Clear')
  await expect.poll(() => box.querySelector('[role=status]')?.textContent).toContain('only its answer was lost: Profit')
  expect(told()).toBe('')
  await type('A disk is full')
  submit()
  await expect.poll(() => declared).toMatchObject([{ title: 'Profit is late' }, { title: 'A disk is full' }])
  expect(asked.filter((name) => name === 'incidents.withdraw')).toHaveLength(1)
  unmount()
})

it('J4.7 what was told holds nothing up in a form that is opened anew, and is still told there', async () => {
  const { store, declared, unmount, submit, told, type } = openForm()
  submit()
  await expect.poll(told).toContain('It may be declared already')
  await type('Profit is late again')
  submit()
  await expect.poll(told).toContain('What you changed since is not sent')
  unmount()
  const again = render(
    <StoreProvider store={store}>
      <DeclareDialog onClose={() => undefined} />
    </StoreProvider>,
  )
  expect(again.box.querySelector('[role=status]')?.textContent).toContain('only its answer was lost: Profit is late')
  store.setDraft('declare.title', 'A disk is full')
  await expect.poll(() => again.box.querySelector('input')?.value).toBe('A disk is full')
  again.box.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))
  await expect.poll(() => declared).toMatchObject([{ title: 'Profit is late' }, { title: 'A disk is full' }])
  again.unmount()
})

it('the form says that no answer has come, and keeps what was typed', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const { store } = createGivenDesk({
    now: '2026-11-24T13:00:00.000Z',
    answer: (name) => {
      if (name === 'incidents.declare') return new Promise(() => undefined)
      return name === 'runbooks.suggest' ? { ok: true, value: [] } : undefined
    },
  })
  store.setDraft('declare.title', 'Profit is late')
  const { box, unmount } = render(
    <StoreProvider store={store}>
      <DeclareDialog onClose={() => undefined} />
    </StoreProvider>,
  )
  box.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))
  await vi.advanceTimersByTimeAsync(1_500)
  expect(box.textContent).not.toContain('No answer yet')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(box.textContent).toContain('No answer yet')
  unmount()
})
