import { type ComponentType, lazy } from 'react'
import type { ScreenName } from './state/route.ts'

/** Each screen, loaded when it is first shown. One without an entry is not offered anywhere. */
export const screens: Partial<Record<ScreenName, ComponentType>> = {
  tonight: lazy(async () => ({ default: (await import('./features/tonight/tonight-screen.tsx')).TonightScreen })),
  postmortem: lazy(async () => ({
    default: (await import('./features/postmortem/postmortem-screen.tsx')).PostmortemScreen,
  })),
  incident: lazy(async () => ({ default: (await import('./features/incident/incident-screen.tsx')).IncidentScreen })),
  library: lazy(async () => ({ default: (await import('./features/library/library-screen.tsx')).LibraryScreen })),
  schedule: lazy(async () => ({ default: (await import('./features/schedule/schedule-screen.tsx')).ScheduleScreen })),
  settings: lazy(async () => ({ default: (await import('./features/settings/settings-screen.tsx')).SettingsScreen })),
}
