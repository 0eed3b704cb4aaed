import { Spotlight } from '@mantine/spotlight'
import { useState } from 'react'
import { emptyTeam, type Person } from '../../shared/schedule/team.ts'
import { byGroup, useCurrentCommands } from '../state/commands.ts'
import { useDeskStore, useSelected } from '../state/store-context.tsx'
import { CallDialog } from '../ui/call-dialog.tsx'
import { Keys } from '../ui/keys.tsx'
import { reachable } from '../ui/reachable.ts'
import { arriveOnScreen } from './arrival.ts'
import { leavePalette } from './leave-palette.ts'
import styles from './shell.module.css'
import { usePaletteFinds } from './use-palette-finds.ts'
import { usePaletteFocus } from './use-palette-focus.ts'

/** Marks the field that has the focus as soon as the palette is open. */
const begin = { 'data-autofocus': true } as const

/** The commands whose words hold what was typed, with the keys by which one learns them. */
function useCommandFinds(typed: string) {
  const words = typed.trim().toLowerCase()
  return byGroup(useCurrentCommands()).map(([group, commands]) => ({
    group,
    actions: commands
      .filter(({ label, isEnabled }) => (isEnabled?.() ?? true) && label.toLowerCase().includes(words))
      .map(({ id, label, run, keys, leadsTo }) => ({
        id,
        label,
        onClick: () => leavePalette(run, leadsTo),
        ...(keys === undefined ? {} : { rightSection: <Keys keys={keys} isDecorative /> }),
      })),
  }))
}

/** Every command by its words; documents, incidents and people by their names. */
export function CommandPalette() {
  const [typed, setTyped] = useState('')
  const { isOpen, props } = usePaletteFocus()
  const [called, setCalled] = useState<Person | null>(null)
  const { now } = useDeskStore()
  const team = useSelected((state) => state.desk?.workspace.team ?? emptyTeam)
  const commands = useCommandFinds(typed)
  const finds = usePaletteFinds(typed, isOpen, setCalled)
  const endCall = (): void => {
    setCalled(null)
    // The palette, from which the call was asked for, cannot be gone back to.
    setTimeout(() => arriveOnScreen())
  }
  return (
    <>
      <Spotlight
        actions={[...commands, ...finds].filter(({ actions }) => actions.length > 0)}
        // What is offered is found and in order already.
        filter={(_, actions) => actions}
        onQueryChange={setTyped}
        {...props}
        shortcut={null}
        lockScroll={false}
        closeOnActionTrigger={false}
        highlightQuery
        classNames={{ action: styles.paletteRow ?? '' }}
        attributes={{ content: { 'aria-label': 'Commands' } }}
        scrollable
        maxHeight="60vh"
        transitionProps={{ duration: 0 }}
        searchProps={{
          ...begin,
          placeholder: 'Search or do anything',
          'aria-label': 'Search or do anything',
          maxLength: 500,
        }}
      />
      {called === null ? null : <CallDialog reachable={reachable(team, called, [], now())} onClose={endCall} />}
    </>
  )
}
