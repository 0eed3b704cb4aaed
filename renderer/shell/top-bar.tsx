import { hashOf, type Route, type ScreenName } from '../state/route.ts'
import { selectMe } from '../state/selectors.ts'
import { useSelected } from '../state/store-context.tsx'
import { ActionButton } from '../ui/action-button.tsx'
import { Chip } from '../ui/chip.tsx'
import { useIncidentAtHand } from './incident-at-hand.ts'
import styles from './shell.module.css'
import { StatusChips } from './status-chips.tsx'

type Place = { readonly label: string; readonly route: Route; readonly alsoOn?: ScreenName }

function usePlaces(): readonly Place[] {
  const incident = useIncidentAtHand()
  return [
    { label: 'Tonight', route: { screen: 'tonight' } },
    ...(incident === undefined
      ? []
      : [{ label: 'Incident', route: { screen: 'incident', incident }, alsoOn: 'postmortem' } satisfies Place]),
    { label: 'Library', route: { screen: 'library', path: null } },
    { label: 'Schedule', route: { screen: 'schedule', finding: null } },
    { label: 'Settings', route: { screen: 'settings' } },
  ]
}

function WhoAmI() {
  const me = useSelected(selectMe)
  const chosen = useSelected((state) => state.desk?.preferences.me ?? null)
  const words = me?.name ?? (chosen === null ? 'Who are you?' : `${chosen}, not in the team`)
  return <Chip title="Set in Settings">{words}</Chip>
}

/** Where one can go, how the desk stands, and who sits at it. */
export function TopBar(props: { readonly route: Route; readonly onSearch: () => void }) {
  const places = usePlaces()
  return (
    <header className={styles.top}>
      <a className={styles.brand} href={hashOf({ screen: 'tonight' })}>
        Nightdesk
      </a>
      <nav className={styles.nav} aria-label="Screens">
        <ul>
          {places.map(({ label, route, alsoOn }) => {
            const isHere = route.screen === props.route.screen || alsoOn === props.route.screen
            return (
              <li key={label}>
                <a href={hashOf(route)} aria-current={isHere ? 'page' : undefined}>
                  {label}
                </a>
              </li>
            )
          })}
        </ul>
      </nav>
      <div className={styles.end}>
        <StatusChips />
        <ActionButton tone="quiet" keys="mod+k" onClick={props.onSearch}>
          <span className={styles.wideOnly}>Search or do anything</span>
        </ActionButton>
        <WhoAmI />
      </div>
    </header>
  )
}
