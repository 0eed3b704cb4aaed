import type { ReactNode } from 'react'
import type { Severity } from '../../shared/incident/primitives.ts'

const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.6 } as const

/** A shape for each kind of severity: filled and pointed the worse, empty where nobody knows. */
function shapeOf(severity: Severity | null): ReactNode {
  switch (severity) {
    case 1:
    case 2:
      return <path d="M7 .8 13.2 7 7 13.2.8 7z" fill="currentColor" />
    case 3:
      return <path d="M7 1.4 12.6 11.6H1.4z" fill="currentColor" strokeLinejoin="round" />
    case 4:
    case 5:
      return <circle cx="7" cy="7" r="5" {...line} />
    case null:
      return <circle cx="7" cy="7" r="5" {...line} strokeDasharray="2.4 2.2" />
  }
}

const colours = {
  1: 'var(--lead)',
  2: 'var(--lead)',
  3: 'var(--secondary)',
  4: 'var(--hold)',
  5: 'var(--hold)',
} as const

/** What a severity is called beside its shape. */
export const severityWords = (severity: Severity | null): string =>
  severity === null ? 'no severity' : `SEV-${severity}`

/** The shape of an alert's severity in its colour; its word always stands beside it. */
export function AlertSeverityMark({ severity }: { readonly severity: Severity | null }) {
  const colour = severity === null ? 'var(--hold)' : colours[severity]
  return (
    <svg width={14} height={14} viewBox="0 0 14 14" aria-hidden="true" style={{ color: colour, flex: 'none' }}>
      {shapeOf(severity)}
    </svg>
  )
}
