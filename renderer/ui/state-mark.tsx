import type { ReactNode } from 'react'
import { assertNever } from '../../shared/kit/assert-never.ts'
import type { Tone } from './chip.tsx'

/** Every state that has a look of its own: lifecycle and escalation. */
export type MarkedState =
  | 'detected'
  | 'debugging'
  | 'mitigated'
  | 'resolved'
  | 'reviewed'
  | 'closed'
  | 'holding'
  | 'debugBudgetSpent'
  | 'secondaryNotified'
  | 'leadEscalated'

/** What a state is called on screen. */
export const stateWords: Readonly<Record<MarkedState, string>> = {
  detected: 'Detected',
  debugging: 'Debugging',
  mitigated: 'Mitigated',
  resolved: 'Resolved',
  reviewed: 'Reviewed',
  closed: 'Closed',
  holding: 'Holding',
  debugBudgetSpent: 'Debug budget spent',
  secondaryNotified: 'Secondary notified',
  leadEscalated: 'Lead escalated',
}

/** The colour of a state; never the only sign of it. */
export const stateTones: Readonly<Record<MarkedState, Tone>> = {
  detected: 'debug',
  debugging: 'debug',
  mitigated: 'mitigated',
  resolved: 'resolved',
  reviewed: 'resolved',
  closed: 'holding',
  holding: 'holding',
  debugBudgetSpent: 'debug',
  secondaryNotified: 'secondary',
  leadEscalated: 'lead',
}

const toneColours: Readonly<Record<Tone, string>> = {
  holding: 'var(--hold)',
  debug: 'var(--debug)',
  secondary: 'var(--secondary)',
  lead: 'var(--lead)',
  mitigated: 'var(--mitigated)',
  resolved: 'var(--resolved)',
  drill: 'var(--drill)',
}

const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.6 } as const

function shapeOf(state: MarkedState): ReactNode {
  switch (state) {
    case 'holding':
      return <circle cx="7" cy="7" r="5" {...line} />
    case 'detected':
      return (
        <>
          <circle cx="7" cy="7" r="5.4" {...line} />
          <circle cx="7" cy="7" r="2.2" fill="currentColor" />
        </>
      )
    case 'debugging':
      return <circle cx="7" cy="7" r="5" fill="currentColor" />
    case 'debugBudgetSpent':
      return (
        <>
          <circle cx="7" cy="7" r="5.4" {...line} />
          <path d="M7 1.6a5.4 5.4 0 0 1 0 10.8z" fill="currentColor" />
        </>
      )
    case 'secondaryNotified':
      return <rect x="2" y="2" width="10" height="10" rx="2" fill="currentColor" />
    case 'leadEscalated':
      return <path d="M7 .8 13.2 7 7 13.2.8 7z" fill="currentColor" />
    case 'mitigated':
      return <path d="M7 1.4 12.6 11.6H1.4z" fill="currentColor" strokeLinejoin="round" />
    case 'resolved':
      return <path d="m2 7.4 3.4 3.4L12 3.6" {...line} strokeWidth="2.2" />
    case 'reviewed':
      return <path d="m.8 7.6 2.8 2.8 4.6-5.6M6 9.6l.8.8 5.6-6.6" {...line} strokeWidth="1.8" />
    case 'closed':
      return <rect x="2.4" y="5.8" width="9.2" height="2.4" rx="1.2" fill="currentColor" />
    default:
      return assertNever(state)
  }
}

/** The shape of a state in its colour. `withWord` adds the name for those who see neither. */
export function StateMark(props: {
  readonly state: MarkedState
  readonly size?: number
  readonly withWord?: boolean
  readonly inherit?: boolean
}) {
  const { state, size = 12 } = props
  const colour = props.inherit === true ? 'currentColor' : toneColours[stateTones[state]]
  return (
    <>
      <svg width={size} height={size} viewBox="0 0 14 14" aria-hidden="true" style={{ color: colour, flex: 'none' }}>
        {shapeOf(state)}
      </svg>
      {props.withWord === true ? <span>{stateWords[state]}</span> : null}
    </>
  )
}
