import { MantineProvider } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useEffect } from 'react'
import { DeclareIncident } from './features/declare/declare-incident.tsx'
import { screens } from './screens.ts'
import { Shell } from './shell/shell.tsx'
import type { DeskStore } from './state/desk-store.ts'
import { useRoute } from './state/route.ts'
import { StoreProvider, useSelected } from './state/store-context.tsx'
import { ErrorBoundary } from './ui/error-boundary.tsx'
import { theme } from './ui/theme.ts'

function Themed() {
  const chosen = useSelected((state) => state.desk?.preferences.theme ?? 'dark')
  const isLightOutside = useMediaQuery('(prefers-color-scheme: light)') ?? false
  const scheme = chosen === 'system' ? (isLightOutside ? 'light' : 'dark') : chosen
  const route = useRoute()
  return (
    <MantineProvider theme={theme} forceColorScheme={scheme} withCssVariables={false} withGlobalClasses={false}>
      <ErrorBoundary>
        <Shell screens={screens} route={route} />
        <DeclareIncident />
      </ErrorBoundary>
    </MantineProvider>
  )
}

/** The composition of a window: the store, the theme, the shell, and the screen that the address names. */
export function App({ store }: { readonly store: DeskStore }) {
  useEffect(() => store.start(), [store])
  return (
    <StoreProvider store={store}>
      <Themed />
    </StoreProvider>
  )
}
