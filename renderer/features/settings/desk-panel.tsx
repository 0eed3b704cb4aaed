import { NativeSelect, SegmentedControl, Select, Switch } from '@mantine/core'
import { useId, useMemo } from 'react'
import type { Preferences } from '../../../shared/ports.ts'
import { emptyTeam } from '../../../shared/schedule/team.ts'
import { selectZone } from '../../state/selectors.ts'
import { useDeskStore, useNow, useSelected } from '../../state/store-context.tsx'
import { Panel } from '../../ui/panel.tsx'
import styles from './settings.module.css'
import { zoneChoices, zoneWords } from './zone-choices.ts'

const NOBODY = ''

function WhoAmI({ me }: { readonly me: string | null }) {
  const { changePreferences } = useDeskStore()
  const { people } = useSelected((state) => state.desk?.workspace.team ?? emptyTeam)
  const isUnknown = me !== null && !people.some(({ id }) => id === me)
  return (
    <NativeSelect
      label="Who am I"
      description="Every entry that you write into a timeline carries this name, and you are not paged about your own incident."
      value={me ?? NOBODY}
      data={[
        { value: NOBODY, label: 'Nobody yet: entries are signed "desk"' },
        ...(isUnknown ? [{ value: me, label: `${me}, who is not in team.yaml` }] : []),
        ...people.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={(event) => {
        const chosen = event.currentTarget.value
        void changePreferences({ me: chosen === NOBODY ? null : chosen })
      }}
    />
  )
}

const MACHINE = 'machine'

function TimeZone({ timezone }: { readonly timezone: string | null }) {
  const { changePreferences } = useDeskStore()
  const nowMs = useNow(60_000)
  const inForce = useSelected(selectZone)
  const machine = Intl.DateTimeFormat().resolvedOptions().timeZone
  const choices = useMemo(
    () => [
      { value: MACHINE, label: `This machine's zone: ${zoneWords(machine, nowMs)}` },
      ...zoneChoices(nowMs, inForce).map(({ zone, words }) => ({ value: zone, label: words })),
    ],
    [nowMs, inForce, machine],
  )
  return (
    <Select
      label="Time zone"
      description="For the times on screen; UTC stands beside them where it matters. Type a place to search."
      data={choices}
      value={timezone ?? MACHINE}
      searchable
      allowDeselect={false}
      limit={80}
      withScrollArea={false}
      classNames={{ options: styles.zones ?? '' }}
      nothingFoundMessage="No zone is called that. Try the nearest large city."
      comboboxProps={{ withinPortal: false, transitionProps: { duration: 0 } }}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(zone) => void changePreferences({ timezone: zone === null || zone === MACHINE ? null : zone })}
    />
  )
}

const themes: readonly { readonly value: Preferences['theme']; readonly label: string }[] = [
  { value: 'dark', label: 'Dark' },
  { value: 'light', label: 'Light' },
  { value: 'system', label: 'As the system' },
]

function Appearance({ theme }: { readonly theme: Preferences['theme'] }) {
  const { changePreferences } = useDeskStore()
  const id = useId()
  return (
    <div className={styles.field}>
      <span id={id} className={styles.label}>
        Appearance
      </span>
      <SegmentedControl
        aria-labelledby={id}
        value={theme}
        data={[...themes]}
        onChange={(value) => {
          const chosen = themes.find((each) => each.value === value)
          if (chosen !== undefined) void changePreferences({ theme: chosen.value })
        }}
      />
    </div>
  )
}

function Commands({ runCommands }: { readonly runCommands: boolean }) {
  const { changePreferences } = useDeskStore()
  return (
    <Switch
      label="Let me run commands of a runbook from here"
      description="Off, they can only be copied. On, each one asks first and shows exactly what runs and where; only in runbooks that you trusted as they are."
      checked={runCommands}
      onChange={(event) => void changePreferences({ runCommands: event.currentTarget.checked })}
    />
  )
}

/** Who sits at this desk, and how it looks to them. */
export function DeskPanel({ preferences }: { readonly preferences: Preferences }) {
  return (
    <Panel title="You and this desk">
      <div className={styles.body}>
        <WhoAmI me={preferences.me} />
        <TimeZone timezone={preferences.timezone} />
        <Appearance theme={preferences.theme} />
        <Commands runCommands={preferences.runCommands} />
      </div>
    </Panel>
  )
}
