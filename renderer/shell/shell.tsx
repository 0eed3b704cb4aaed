import { spotlight } from '@mantine/spotlight'
import { type ComponentType, useEffect, useRef } from 'react'
import { useCommands } from '../state/commands.ts'
import { listenToKeys } from '../state/keys.ts'
import { goTo, type Route, type ScreenName, useOpenHere } from '../state/route.ts'
import { useDraft, useSelected } from '../state/store-context.tsx'
import { ErrorBoundary } from '../ui/error-boundary.tsx'
import { useArrival } from './arrival.ts'
import { CommandPalette } from './command-palette.tsx'
import { useIncidentAtHand } from './incident-at-hand.ts'
import { KeySheet } from './key-sheet.tsx'
import { LinkDoor } from './link-door.tsx'
import { LiveRegion } from './live-region.tsx'
import styles from './shell.module.css'
import { ShellBanners } from './shell-banners.tsx'
import { TopBar } from './top-bar.tsx'
import { useWindowTitle } from './window-title.ts'

type Screens = Readonly<Record<ScreenName, ComponentType>>

/** Single keys work unless somebody has switched them off on this machine. */
function useLettersAllowed(): readonly [boolean, (allowed: boolean) => void] {
  const [kept, keep] = useDraft('single-keys')
  return [kept !== 'off', (allowed) => keep(allowed ? '' : 'off')]
}

const places: readonly { readonly route: Route; readonly name: string; readonly keys: string }[] = [
  { route: { screen: 'tonight' }, name: 'Tonight', keys: 'g t' },
  { route: { screen: 'library', path: null }, name: 'Library', keys: 'g l' },
  { route: { screen: 'schedule', finding: null }, name: 'Schedule', keys: 'g c' },
  { route: { screen: 'settings' }, name: 'Settings', keys: 'g s' },
]

function useShellCommands(openSheet: () => void): void {
  const incident = useIncidentAtHand()
  const toIncident =
    incident === undefined
      ? []
      : [{ route: { screen: 'incident', incident } as const, name: 'the incident', keys: 'g i' }]
  useCommands([
    ...[...places, ...toIncident].map(({ route, name, keys }) => ({
      id: `go.${route.screen}`,
      label: `Go to ${name}`,
      group: 'Go',
      keys,
      run: () => goTo(route),
    })),
    { id: 'palette', label: 'Search or do anything', group: 'Help', keys: 'mod+k', run: spotlight.open },
    { id: 'keys', label: 'Show all keys', group: 'Help', keys: '?', run: openSheet },
  ])
}

function useKeys(lettersAllowed: boolean): void {
  const allowed = useRef(lettersAllowed)
  allowed.current = lettersAllowed
  useEffect(() => listenToKeys(window, () => allowed.current), [])
}

/** Around every screen: where one can go, what is wrong, keys, announcements, links. */
export function Shell({ screens, route }: { readonly screens: Screens; readonly route: Route }) {
  const [isSheetOpen, setSheetOpen] = useOpenHere()
  const [lettersAllowed, setLettersAllowed] = useLettersAllowed()
  const isOpening = useSelected((state) => state.desk === null && state.deskProblem === null)
  const Screen = screens[route.screen]
  useShellCommands(() => setSheetOpen(true))
  useKeys(lettersAllowed)
  useWindowTitle()
  useArrival()
  return (
    <LinkDoor>
      <div className={styles.shell}>
        <button type="button" className={styles.skip} onClick={skipToMain}>
          Skip to the screen
        </button>
        <TopBar route={route} onSearch={spotlight.open} />
        <ShellBanners />
        <main id="main" tabIndex={-1} className={styles.main} aria-busy={isOpening}>
          <ErrorBoundary resetKey={window.location.hash}>
            <Screen />
          </ErrorBoundary>
        </main>
      </div>
      <CommandPalette />
      <KeySheet
        opened={isSheetOpen}
        lettersAllowed={lettersAllowed}
        onLettersAllowed={setLettersAllowed}
        onClose={() => setSheetOpen(false)}
      />
      <LiveRegion />
    </LinkDoor>
  )
}

function skipToMain(): void {
  document.getElementById('main')?.focus()
}
