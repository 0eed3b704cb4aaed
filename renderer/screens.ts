import { type ComponentType, lazy } from 'react'
import type { ScreenName } from './state/route.ts'

type Load = () => Promise<{ readonly default: ComponentType }>

const loads = {
  tonight: async () => ({ default: (await import('./features/tonight/tonight-screen.tsx')).TonightScreen }),
  incident: async () => ({ default: (await import('./features/incident/incident-screen.tsx')).IncidentScreen }),
  postmortem: async () => ({
    default: (await import('./features/postmortem/postmortem-screen.tsx')).PostmortemScreen,
  }),
  library: async () => ({ default: (await import('./features/library/library-screen.tsx')).LibraryScreen }),
  schedule: async () => ({ default: (await import('./features/schedule/schedule-screen.tsx')).ScheduleScreen }),
  settings: async () => ({ default: (await import('./features/settings/settings-screen.tsx')).SettingsScreen }),
} satisfies Record<ScreenName, Load>

/** Each screen, loaded when it is first shown or a little before. */
export const screens: Readonly<Record<ScreenName, ComponentType>> = {
  tonight: lazy(loads.tonight),
  incident: lazy(loads.incident),
  postmortem: lazy(loads.postmortem),
  library: lazy(loads.library),
  schedule: lazy(loads.schedule),
  settings: lazy(loads.settings),
}

/** Loads the other screens while nobody waits, the incident first: it is the one that is opened in a hurry. */
export function loadScreensWhenIdle(): void {
  const next = (left: readonly Load[]): void => {
    const [load, ...rest] = left
    if (load !== undefined) requestIdleCallback(() => void load().then(() => next(rest)), { timeout: 2_000 })
  }
  next([loads.incident, loads.tonight, loads.library, loads.postmortem, loads.schedule, loads.settings])
}
