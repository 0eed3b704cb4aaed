import { Menu } from '@mantine/core'
import { useRef } from 'react'
import { selectReadOnly } from '../../../state/selectors.ts'
import { useOpenIncident, useSelected } from '../../../state/store-context.tsx'
import { ActionButton } from '../../../ui/action-button.tsx'
import { type Form, useBeginForm } from '../forms/forms-context.tsx'

/** What can be said about the incident as a whole, besides its severity. */
export function MoreMenu() {
  const begin = useBeginForm()
  const readOnly = useSelected(selectReadOnly)
  const place = useRef<HTMLDivElement>(null)
  // The menu goes when something is chosen: its button is where the focus comes back to once the form is closed.
  const open = (form: Form) => (): void => {
    place.current?.querySelector('button')?.focus()
    begin(form)
  }
  const isOpen = useOpenIncident().state.ladder.context.resolvedAt === null
  return (
    <div ref={place}>
      <Menu
        position="bottom-start"
        withinPortal={false}
        withInitialFocusPlaceholder={false}
        transitionProps={{ duration: 80 }}
      >
        <Menu.Target>
          <ActionButton size="small" tone="quiet" disabled={readOnly !== null}>
            Edit…
          </ActionButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={open('rename')}>Rename…</Menu.Item>
          <Menu.Item onClick={open('impact')}>State when the impact began…</Menu.Item>
          {isOpen ? (
            <>
              <Menu.Item onClick={open('status')}>Write a status update…</Menu.Item>
              <Menu.Item onClick={open('promise')}>Promise the next update…</Menu.Item>
              <Menu.Item onClick={open('handoff')}>Hand over…</Menu.Item>
            </>
          ) : null}
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}
