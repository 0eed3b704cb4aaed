import type { ReactNode } from 'react'
import type { EscalationLevel } from '../../../../shared/incident/escalation-level.ts'
import styles from './escalation.module.css'

const outline = { fill: 'var(--panel)', stroke: 'currentColor', strokeWidth: 2 } as const

function shape(level: EscalationLevel, isSolid: boolean): ReactNode {
  const look = isSolid ? { ...outline, fill: 'currentColor' } : outline
  switch (level) {
    case 'holding':
    case 'debugBudgetSpent':
      return <circle cx="13" cy="13" r="11" {...look} />
    case 'secondaryNotified':
      return <rect x="2" y="2" width="22" height="22" rx="5" {...look} />
    case 'leadEscalated':
      return <path d="M13 1.6 24.4 13 13 24.4 1.6 13z" {...look} strokeLinejoin="round" />
  }
}

/** The shape of a rung: circle, square, diamond; filled once it has gone off. */
export function RungBadge(props: {
  readonly level: EscalationLevel
  readonly isSolid: boolean
  readonly colour: string
  readonly glyph: string
}) {
  return (
    <span className={styles.badge} style={{ color: props.colour }} aria-hidden="true">
      <svg viewBox="0 0 26 26" aria-hidden="true">
        {shape(props.level, props.isSolid)}
      </svg>
      <span style={{ color: props.isSolid ? 'var(--panel)' : 'currentColor' }}>{props.glyph}</span>
    </span>
  )
}
