// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it } from 'vitest'
import { FormBody } from '../../../../renderer/features/incident/forms/form-body.tsx'
import { createDeskStore } from '../../../../renderer/state/desk-store.ts'
import { StoreProvider } from '../../../../renderer/state/store-context.tsx'
import { ReasonDialog } from '../../../../renderer/ui/reason-dialog.tsx'
import { type Rendered, render } from '../../../support/rendered.tsx'
import { createWindowsStorage } from '../../../support/windows-storage.ts'

const store = createDeskStore({
  client: {
    listen: () => () => undefined,
    call: async () => ({ ok: false, error: { code: 'offline', message: 'Nobody is there.' } }),
  },
  watch: () => () => undefined,
  nowMs: () => 0,
  kept: createWindowsStorage()(),
})

let page: Rendered
let saved: number
let answer: (problem: string | null) => void

/** Counts, and answers when the test says so. */
function save(): Promise<string | null> {
  saved += 1
  return new Promise((resolve) => {
    answer = resolve
  })
}

function submitThrice(): void {
  const form = document.querySelector('form')
  if (form === null) throw new Error('no form')
  for (let time = 0; time < 3; time += 1) form.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))
}

beforeEach(() => {
  saved = 0
})

afterEach(() => page.unmount())

it.each([
  [
    'a form',
    () => (
      <FormBody confirmLabel="Log update" onSubmit={save} onDone={() => undefined}>
        words
      </FormBody>
    ),
  ],
  [
    'a question for words',
    () => (
      <ReasonDialog
        opened
        optional
        title="Resolve"
        label="How do you know?"
        confirmLabel="It is resolved"
        draftKey="resolve"
        onSubmit={save}
        onClose={() => undefined}
      />
    ),
  ],
])('%s saves once however often Enter is pressed, and again after a refusal', async (_, form) => {
  page = render(<StoreProvider store={store}>{form()}</StoreProvider>)
  submitThrice()
  expect(saved).toBe(1)
  answer('No space left on the disk.')
  await expect.poll(() => document.body.textContent).toContain('No space left on the disk.')
  submitThrice()
  expect(saved).toBe(2)
})
