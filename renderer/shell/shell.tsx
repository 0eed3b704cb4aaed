import { type ComponentType, Suspense, useEffect, useRef, useState } from 'react'
import { useCommands } from '../state/commands.ts'
import { listenToKeys } from '../state/keys.ts'
import { goTo, type Route, type ScreenName } from '../state/route.ts'
import { useDraft, useSelected } from '../state/store-context.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { CommandPalette, openPalette } from './command-palette.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { KeySheet } from './key-sheet.tsx'
import { LinkDoor } from './link-door.tsx'
import { LiveRegion } from './live-region.tsx'
import styles from './shell.module.css'
import { ShellBanners } from './shell-banners.tsx'
import { TopBar } from './top-bar.tsx'
import { useWindowTitle } from './window-title.ts'

type Screens = Partial<Record<ScreenName, ComponentType>>

/** Single keys work unless somebody has switched them off on this machine. */
function useLettersAllowed(): readonly [boolean, (allowed: boolean) => void] {
  const [kept, keep] = useDraft('single-keys')
  return [kept !== 'off', (allowed) => keep(allowed ? '' : 'off')]
}

function useShellCommands(has: (screen: ScreenName) => boolean, openSheet: () => void): void {
  const incident = useSelected((state) => state.open?.incident ?? state.summaries[0]?.incident)
  useCommands([
    ...(has('tonight')
      ? [{ id: 'go.tonight', label: 'Go to Tonight', group: 'Go', keys: 'g t', run: () => goTo({ screen: 'tonight' }) }]
      : []),
    ...(has('incident') && incident !== undefined
      ? [
          {
            id: 'go.incident',
            label: 'Go to the incident',
            group: 'Go',
            keys: 'g i',
            run: () => goTo({ screen: 'incident', incident }),
          },
        ]
      : []),
    ...(has('library')
      ? [
          {
            id: 'go.library',
            label: 'Go to Library',
            group: 'Go',
            keys: 'g l',
            run: () => goTo({ screen: 'library', path: null }),
          },
        ]
      : []),
    ...(has('settings')
      ? [
          {
            id: 'go.settings',
            label: 'Go to Settings',
            group: 'Go',
            keys: 'g s',
            run: () => goTo({ screen: 'settings' }),
          },
        ]
      : []),
    { id: 'palette', label: 'Search or do anything', group: 'Help', keys: 'mod+k', run: openPalette },
    { id: 'keys', label: 'Show all keys', group: 'Help', keys: '?', run: openSheet },
  ])
}

function useKeys(lettersAllowed: boolean): void {
  const allowed = useRef(lettersAllowed)
  allowed.current = lettersAllowed
  useEffect(() => listenToKeys(window, () => allowed.current), [])
}

function NoSuchScreen() {
  return <EmptyState title="There is nothing here.">Press Ctrl or Cmd and K to go somewhere else.</EmptyState>
}

/** Around every screen: where one can go, what is wrong, keys, announcements, links. */
export function Shell({ screens, route }: { readonly screens: Screens; readonly route: Route }) {
  const [isSheetOpen, setSheetOpen] = useState(false)
  const [lettersAllowed, setLettersAllowed] = useLettersAllowed()
  const has = (screen: ScreenName): boolean => screens[screen] !== undefined
  const Screen = screens[route.screen] ?? NoSuchScreen
  useShellCommands(has, () => setSheetOpen(true))
  useKeys(lettersAllowed)
  useWindowTitle()
  return (
    <LinkDoor>
      <div className={styles.shell}>
        <button type="button" className={styles.skip} onClick={skipToMain}>
          Skip to the screen
        </button>
        <TopBar route={route} has={has} onSearch={openPalette} />
        <ShellBanners />
        <main id="main" tabIndex={-1} className={styles.main}>
          <ErrorBoundary resetKey={window.location.hash}>
            <Suspense fallback={null}>
              <Screen />
            </Suspense>
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
