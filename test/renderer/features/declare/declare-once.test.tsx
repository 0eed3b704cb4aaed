// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { DeclareDialog } from '../../../../renderer/features/declare/declare-dialog.tsx'
import { StoreProvider } from '../../../../renderer/state/store-context.tsx'
import { createGivenDesk } from '../../../support/given-desk.ts'
import { render } from '../../../support/rendered.tsx'

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
