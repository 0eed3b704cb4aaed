import { useEffect, useRef } from 'react'
import { refusalWords } from '../../../shared/contract/refusal-words.ts'
import { useRoute } from '../../state/route.ts'
import { useDeskStore, useSelected } from '../../state/store-context.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { MovesProvider } from './escalation/moves-context.tsx'
import { FormsProvider } from './forms/forms-context.tsx'
import { HandoffBanner } from './handoff/handoff-banner.tsx'
import { IncidentHeader } from './header/incident-header.tsx'
import styles from './incident.module.css'
import { IncidentAnnouncer } from './incident-announcer.tsx'
import { IncidentCommands } from './incident-commands.tsx'
import { IncidentParts } from './incident-parts.tsx'
import { IntegrityBanner } from './integrity-banner.tsx'
import { TimeIsUp } from './runbook/time-is-up.tsx'

function OpenScreen() {
  const screen = useRef<HTMLDivElement>(null)
  return (
    <FormsProvider>
      <div ref={screen} className={styles.screen} tabIndex={-1} data-sheet="incident">
        <IncidentHeader />
        <IntegrityBanner />
        <HandoffBanner />
        <TimeIsUp screen={screen} />
        <MovesProvider>
          <IncidentCommands />
          <IncidentAnnouncer />
          <IncidentParts />
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
    return <EmptyState title="This incident could not be opened.">{refusalWords(problem)}</EmptyState>
  }
  return <EmptyState title="Reading the log" />
}
