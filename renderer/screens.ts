import type { ComponentType } from 'react'
import { IncidentScreen } from './features/incident/incident-screen.tsx'
import { LibraryScreen } from './features/library/library-screen.tsx'
import { PostmortemScreen } from './features/postmortem/postmortem-screen.tsx'
import { ScheduleScreen } from './features/schedule/schedule-screen.tsx'
import { SettingsScreen } from './features/settings/settings-screen.tsx'
import { TonightScreen } from './features/tonight/tonight-screen.tsx'
import type { ScreenName } from './state/route.ts'

/**
 * Each screen, in the window from its first moment: one that is fetched when it is first shown would not come while the
 * console is lost, and React holds back what it suspends by up to 0.3 s.
 */
export const screens: Readonly<Record<ScreenName, ComponentType>> = {
  tonight: TonightScreen,
  incident: IncidentScreen,
  postmortem: PostmortemScreen,
  library: LibraryScreen,
  schedule: ScheduleScreen,
  settings: SettingsScreen,
}
