// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { DeclareDialog } from '../../../../renderer/features/declare/declare-dialog.tsx'
import { StoreProvider } from '../../../../renderer/state/store-context.tsx'
import { createGivenDesk } from '../../../support/given-desk.ts'
import { render } from '../../../support/rendered.tsx'

/** A form about a pipeline whose one runbook lies where `file.path` says. */
function openForm() {
  const file = { path: 'runbooks/disk.md' }
  const declared: unknown[] = []
  const listed = () => ({ ...file, kind: 'runbook', title: 'Disk full', alertnames: [] })
  const { store } = createGivenDesk({
    now: '2026-11-24T13:00:00.000Z',
    answer: (name, input) => {
      if (name === 'library.list') return { ok: true, value: [listed()] }
      if (name === 'runbooks.suggest')
        return { ok: true, value: [{ ...file, title: 'Disk full', reason: 'matched by pipeline p', scenario: null }] }
      if (name !== 'incidents.declare') return undefined
      declared.push(input)
      return { ok: true, value: { incident: 'one' } }
    },
  })
  store.setDraft('declare.title', 'A disk is full')
  store.setDraft('declare.pipeline', 'p')
  const { box, unmount } = render(
    <StoreProvider store={store}>
      <DeclareDialog onClose={() => undefined} />
    </StoreProvider>,
  )
  const rename = (path: string): void => {
    file.path = path
    store.setState(({ libraryVersion }) => ({ libraryVersion: libraryVersion + 1 }))
  }
  const submit = (): void => {
    box.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))
  }
  return { store, box, unmount, declared, rename, submit }
}

it('R5 a form that stands open opens the runbook that fits under the name that its file has now', async () => {
  const { box, unmount, declared, rename, submit } = openForm()
  await expect.poll(() => box.textContent).toContain('Opens with the incident: matched by pipeline p.')
  rename('runbooks/disk-full.md')
  submit()
  await expect.poll(() => declared).toMatchObject([{ runbook: 'runbooks/disk-full.md' }])
  unmount()
})

it('R5 a runbook that was chosen by hand and whose file is gone is told as such', async () => {
  const { store, box, unmount, rename } = openForm()
  store.setDraft('declare.runbook', 'runbooks/disk.md')
  await expect.poll(() => box.textContent).toContain('Opens with the incident')
  rename('runbooks/disk-full.md')
  await expect.poll(() => box.textContent).toContain('The file of this runbook is gone, or has another name now.')
  unmount()
})
