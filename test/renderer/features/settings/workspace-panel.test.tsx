// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { WorkspacePanel } from '../../../../renderer/features/settings/workspace-panel.tsx'
import type { DeskStore } from '../../../../renderer/state/desk-store.ts'
import { StoreProvider, useSelected } from '../../../../renderer/state/store-context.tsx'
import type { Reply } from '../../../../shared/contract/refusal.ts'
import { defaultPreferences } from '../../../support/default-preferences.ts'
import { createGivenDesk } from '../../../support/given-desk.ts'
import { render } from '../../../support/rendered.tsx'
import { typeInto } from '../../../support/type-into.ts'

function Shown() {
  const desk = useSelected((state) => state.desk)
  return desk === null ? null : <WorkspacePanel desk={desk} />
}

/** Keeps another folder on a host that answers so; gives what the field holds and the store. */
async function keep(
  answer: Reply<unknown>,
): Promise<{ readonly field: HTMLInputElement | null; readonly store: DeskStore }> {
  const { store } = createGivenDesk({
    now: '2026-11-24T13:00:00.000Z',
    answer: (name) => (name === 'preferences.change' ? answer : undefined),
  })
  const { box } = render(
    <StoreProvider store={store}>
      <Shown />
    </StoreProvider>,
  )
  const field = box.querySelector('input')
  typeInto(field, '/srv/oncall')
  box.querySelector('form')?.requestSubmit()
  await expect.poll(() => store.getState().refusal ?? store.getState().announcement).not.toBeNull()
  return { field, store }
}

it('keeps what was typed and does not say "Kept" when the save was refused', async () => {
  const error = { code: 'notSaved', message: 'The disk is full.' } as const
  const { field, store } = await keep({ ok: false, error })
  expect(store.getState()).toMatchObject({ refusal: 'The disk is full.', announcement: null })
  expect(field?.value).toBe('/srv/oncall')
})

it('says that it is kept once it is', async () => {
  const { store } = await keep({ ok: true, value: { ...defaultPreferences, workspace: '/srv/oncall' } })
  expect(store.getState().announcement?.text).toMatch(/^Kept/)
})
