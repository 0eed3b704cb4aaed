import { useMediaQuery } from '@mantine/hooks'
import { type ReactNode, type RefObject, useEffect, useId, useRef, useState } from 'react'
import { ErrorBoundary } from '../../ui/error-boundary.tsx'
import { panelOf } from '../../ui/tab-list.tsx'
import { useKeptFocus } from '../../ui/use-kept-focus.ts'
import { EscalationRail, EscalationStrip } from './escalation/escalation-panel.tsx'
import styles from './incident.module.css'
import { type PartName, PartTabs } from './part-tabs.tsx'
import { RunbookPanel } from './runbook/runbook-panel.tsx'
import { ShowPart } from './shown-part.ts'
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

/** Tells which part the focus goes into. */
function useWorkedIn(parts: RefObject<HTMLElement | null>, hear: (part: PartName) => void): void {
  useEffect(() => {
    const root = parts.current
    const follow = ({ target }: FocusEvent): void => {
      const part = target instanceof Element ? target.closest('[data-part]')?.getAttribute('data-part') : null
      if (part === 'runbook' || part === 'timeline') hear(part)
    }
    root?.addEventListener('focusin', follow)
    return () => root?.removeEventListener('focusin', follow)
  }, [parts, hear])
}

/**
 * Runbook, timeline and escalation: three columns in a wide window, a strip and two tabs in a small one. Runbook and
 * timeline are the same elements in both, so a window that is resized or zoomed keeps every place, open step and
 * half-typed word; the part that was last worked in is the tab that shows.
 */
export function IncidentParts() {
  const isWide = useMediaQuery('(min-width: 1200px)', true, { getInitialValueInEffect: false })
  const id = useId()
  const parts = useRef<HTMLDivElement>(null)
  const [chosen, choose] = useState<PartName>('runbook')
  const [isLadderOpen, setLadderOpen] = useState(false)
  useKeptFocus(parts, isWide)
  useWorkedIn(parts, choose)
  const part = (name: PartName, panel: ReactNode) => (
    <div
      className={styles.part}
      hidden={!isWide && name !== chosen}
      data-part={name}
      {...(isWide ? {} : panelOf(id, name))}
    >
      {panel}
    </div>
  )
  return (
    <ShowPart value={choose}>
      <div ref={parts} tabIndex={-1} className={isWide ? styles.columns : styles.narrow}>
        {isWide ? null : (
          <ErrorBoundary>
            <EscalationStrip isOpen={isLadderOpen} onOpen={setLadderOpen} />
          </ErrorBoundary>
        )}
        {isWide ? null : <PartTabs id={id} chosen={chosen} onChoose={choose} />}
        {part('runbook', runbook)}
        {part('timeline', timeline)}
        {isWide ? (
          <ErrorBoundary>
            <EscalationRail />
          </ErrorBoundary>
        ) : null}
      </div>
    </ShowPart>
  )
}
