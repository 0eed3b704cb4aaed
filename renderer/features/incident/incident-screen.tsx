import { useMediaQuery } from '@mantine/hooks'
import { useEffect } from 'react'
import { useRoute } from '../../state/route.ts'
import { useDeskStore, useSelected } from '../../state/store-context.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorBoundary } from '../../ui/error-boundary.tsx'
import { EscalationRail, EscalationStrip } from './escalation/escalation-panel.tsx'
import { MovesProvider } from './escalation/moves-context.tsx'
import { FormsProvider } from './forms/forms-context.tsx'
import { HandoffBanner } from './handoff/handoff-banner.tsx'
import { IncidentHeader } from './header/incident-header.tsx'
import styles from './incident.module.css'
import { IncidentAnnouncer } from './incident-announcer.tsx'
import { IncidentCommands } from './incident-commands.tsx'
import { IntegrityBanner } from './integrity-banner.tsx'
import { NarrowTabs } from './narrow-tabs.tsx'
import { RunbookPanel } from './runbook/runbook-panel.tsx'
import { TimelinePanel } from './timeline/timeline-panel.tsx'

/** A part that fails shows why in its own place; the clocks and the other parts go on. */
const runbook = (
  <ErrorBoundary>
    <RunbookPanel />
  </ErrorBoundary>
)
const timeline = (
  <ErrorBoundary>
    <TimelinePanel />
  </ErrorBoundary>
)

function OpenScreen() {
  const isWide = useMediaQuery('(min-width: 1200px)', true, { getInitialValueInEffect: false })
  return (
    <FormsProvider>
      <div className={styles.screen}>
        <IncidentHeader />
        <IntegrityBanner />
        <HandoffBanner />
        <MovesProvider>
          <IncidentCommands />
          <IncidentAnnouncer />
          {isWide ? (
            <div className={styles.columns}>
              {runbook}
              {timeline}
              <ErrorBoundary>
                <EscalationRail />
              </ErrorBoundary>
            </div>
          ) : (
            <div className={styles.narrow}>
              <ErrorBoundary>
                <EscalationStrip />
              </ErrorBoundary>
              <NarrowTabs runbook={runbook} timeline={timeline} />
            </div>
          )}
        </MovesProvider>
      </div>
    </FormsProvider>
  )
}

/** The most important screen: what is wrong, how long, who is told when, what to do next. */
export function IncidentScreen() {
  const store = useDeskStore()
  const route = useRoute()
  const incident = route.screen === 'incident' ? route.incident : null
  const isOpen = useSelected((state) => state.open?.incident === incident)
  const problem = useSelected((state) => state.openProblem)
  useEffect(() => {
    if (incident !== null) void store.openIncident(incident)
  }, [store, incident])
  if (isOpen) return <OpenScreen />
  if (problem !== null && problem.incident === incident) {
    return (
      <EmptyState title="This incident could not be opened.">
        {problem.message} {problem.hint}
      </EmptyState>
    )
  }
  return <EmptyState title="Reading the log" />
}
