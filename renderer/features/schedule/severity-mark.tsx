import type { Finding } from '../../../shared/schedule/finding.ts'

/** What a severity is called. */
export const severityWords: Readonly<Record<Finding['severity'], string>> = {
  error: 'Error',
  warning: 'Warning',
  note: 'Note',
}

const colours = { error: 'var(--lead)', warning: 'var(--secondary)', note: 'var(--hold)' } as const

const shapes = {
  error: <path d="M7 .8 13.2 7 7 13.2.8 7z" fill="currentColor" />,
  warning: <path d="M7 1.4 13 12H1z" fill="currentColor" />,
  note: <circle cx="7" cy="7" r="4" fill="none" stroke="currentColor" strokeWidth="1.8" />,
} as const

/** A severity as a shape in its colour; the word stands beside it or in the name of what it marks. */
export function SeverityMark({
  severity,
  size = 12,
}: {
  readonly severity: Finding['severity']
  readonly size?: number
}) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 14 14"
      aria-hidden="true"
      style={{ color: colours[severity], flex: 'none', display: 'block' }}
    >
      {shapes[severity]}
    </svg>
  )
}
