import { Menu } from '@mantine/core'
import type { CallInput } from '../../../../shared/contract/contract.ts'
import { turnTakers } from '../../../../shared/schedule/load.ts'
import { ActionButton } from '../../../ui/action-button.tsx'
import type { Board } from '../use-board.ts'

type Scope = CallInput<'calendar.export'>['scope']

/** Whose turns go into a calendar program. */
export function ExportMenu({ board, onExport }: { readonly board: Board; readonly onExport: (scope: Scope) => void }) {
  const { team, me } = board
  const takers = new Set(team.rotations.flatMap(turnTakers))
  const people = team.people.filter(({ id }) => takers.has(id) && id !== me?.id)
  return (
    <Menu
      position="bottom-end"
      withinPortal={false}
      withInitialFocusPlaceholder={false}
      transitionProps={{ duration: 80 }}
    >
      <Menu.Target>
        <ActionButton disabled={team.rotations.length === 0}>Export calendar</ActionButton>
      </Menu.Target>
      <Menu.Dropdown style={{ maxHeight: 360, overflowY: 'auto' }}>
        {me === null ? null : (
          <Menu.Item onClick={() => onExport({ kind: 'person', personId: me.id })}>Only me, {me.name}</Menu.Item>
        )}
        <Menu.Item onClick={() => onExport({ kind: 'everything' })}>Everything</Menu.Item>
        {team.rotations.length < 2
          ? null
          : team.rotations.map(({ id, name }) => (
              <Menu.Item key={id} onClick={() => onExport({ kind: 'rotation', rotationId: id })}>
                Rotation: {name}
              </Menu.Item>
            ))}
        {people.map(({ id, name }) => (
          <Menu.Item key={id} onClick={() => onExport({ kind: 'person', personId: id })}>
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
