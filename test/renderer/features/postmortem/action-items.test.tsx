// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { ActionItems } from '../../../../renderer/features/postmortem/action-items.tsx'
import { ActionRow } from '../../../../renderer/features/postmortem/action-row.tsx'
import { emptyLog } from '../../../../renderer/state/incident-log.ts'
import { StoreProvider } from '../../../../renderer/state/store-context.tsx'
import type { Reply } from '../../../../shared/contract/refusal.ts'
import { composePostmortem } from '../../../../shared/postmortem/compose-postmortem.ts'
import { createGivenDesk } from '../../../support/given-desk.ts'
import { render } from '../../../support/rendered.tsx'
import { typeInto } from '../../../support/type-into.ts'
import { folded } from '../incident/folded.ts'

const state = folded([])

function openDesk(answer?: (name: string) => Promise<Reply<unknown>> | undefined) {
  const desk = createGivenDesk({ now: '2026-11-24T13:00:00.000Z', ...(answer && { answer }) })
  const integrity = { kind: 'intact', anchoredSeq: 1 } as const
  desk.store.setState({ open: { incident: state.incident, state, log: emptyLog, integrity } })
  return desk
}

it('the last letter of an action item can be deleted without the old words coming back', async () => {
  const { store } = openDesk()
  const action = { action: 'x', what: 'Add a check', type: null, owner: null, due: null, status: 'open' } as const
  const { box, unmount } = render(
    <StoreProvider store={store}>
      <ActionRow action={action} owners={[]} readOnly={false} />
    </StoreProvider>,
  )
  const field = box.querySelector('textarea')
  for (const text of ['A', '']) {
    typeInto(field, text)
    expect(field?.value).toBe(text)
  }
  field?.dispatchEvent(new FocusEvent('focusout', { bubbles: true }))
  await expect.poll(() => field?.value).toBe('Add a check')
  unmount()
})

it('two Enters add one action item, and what is typed meanwhile stays', async () => {
  const held: (() => void)[] = []
  const { store, asked } = openDesk((name) =>
    name === 'facts.record'
      ? new Promise((resolve) => held.push(() => resolve({ ok: true, value: { records: [] } })))
      : undefined,
  )
  const postmortem = composePostmortem([], { timezone: 'UTC' })
  const { box, unmount } = render(
    <StoreProvider store={store}>
      <ActionItems postmortem={postmortem} readOnly={false} />
    </StoreProvider>,
  )
  const field = box.querySelector('input')
  typeInto(field, 'Add a check')
  for (let enters = 0; enters < 2; enters += 1) box.querySelector('form')?.requestSubmit()
  typeInto(field, 'Add an alert')
  for (const answer of held.splice(0)) answer()
  await expect.poll(() => store.getState().pendingSaves).toBe(0)
  expect(asked.filter((name) => name === 'facts.record')).toHaveLength(1)
  expect(field?.value).toBe('Add an alert')
  unmount()
})
