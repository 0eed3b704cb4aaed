import { Spotlight, spotlight } from '@mantine/spotlight'
import { byGroup, useCurrentCommands } from '../state/commands.ts'
import { Keys } from '../ui/keys.tsx'

/** Opens the palette. */
export const openPalette = (): void => spotlight.open()

/** Every command by its words; the keys beside them are how one learns them. */
export function CommandPalette() {
  const actions = byGroup(useCurrentCommands()).map(([group, commands]) => ({
    group,
    actions: commands
      .filter((command) => command.isEnabled?.() ?? true)
      .map((command) => ({
        id: command.id,
        label: command.label,
        onClick: command.run,
        ...(command.keys === undefined ? {} : { rightSection: <Keys keys={command.keys} isDecorative /> }),
      })),
  }))
  return (
    <Spotlight
      actions={actions}
      shortcut={null}
      lockScroll={false}
      nothingFound="Nothing is called that."
      highlightQuery
      attributes={{ content: { 'aria-label': 'Commands' } }}
      scrollable
      maxHeight="60vh"
      transitionProps={{ duration: 60 }}
      searchProps={{ placeholder: 'Search or do anything', 'aria-label': 'Search or do anything' }}
    />
  )
}
