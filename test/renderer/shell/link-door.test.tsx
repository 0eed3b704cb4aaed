// @vitest-environment happy-dom
import { expect, it, onTestFinished } from 'vitest'
import { LinkDoor } from '../../../renderer/shell/link-door.tsx'
import { StoreProvider } from '../../../renderer/state/store-context.tsx'
import { OutLink } from '../../../renderer/ui/out-link.tsx'
import type { Reply } from '../../../shared/contract/refusal.ts'
import { createGivenDesk } from '../../support/given-desk.ts'
import { render } from '../../support/rendered.tsx'

/** Dials a number in a shell that answers so, and gives what is shown as refused. */
function dial(answer: Reply<unknown>): () => string | null {
  const { store } = createGivenDesk({ now: '2026-11-24T13:00:00.000Z', openLinks: 'shell', answer: () => answer })
  const { box, unmount } = render(
    <StoreProvider store={store}>
      <LinkDoor>
        <OutLink url="tel:+15550101">Dial</OutLink>
      </LinkDoor>
    </StoreProvider>,
  )
  // The dialog looks after the page for a moment when it is closed, and the page is gone with the test.
  onTestFinished(unmount)
  box.querySelector('a')?.click()
  return () => store.getState().refusal
}

it('says that a call was not opened, with the number and why', async () => {
  const error = { code: 'notAllowed', message: 'Nothing opens tel: here.', hint: 'Copy the text instead.' } as const
  const refused = dial({ ok: false, error })
  await expect.poll(refused).toBe('+15550101 was not opened. Nothing opens tel: here. Copy the text instead.')
})

it.each([true, false])('says nothing when somebody chose whether it is opened (%s)', async (opened) => {
  const refused = dial({ ok: true, value: { opened } })
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(refused()).toBeNull()
})
