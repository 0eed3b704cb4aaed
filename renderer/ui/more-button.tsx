import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './more-button.module.css'

/** A word to press that shows the rest of what stands beside it, and takes it away again. */
export function MoreButton(props: {
  readonly isOpen: boolean
  readonly onToggle: (isOpen: boolean) => void
  /** What a listener hears, where the words do not say of what there is more. */
  readonly label?: string
  /** The id of what it shows, where it stands somewhere without it. */
  readonly controls?: string
  /** Whether something is out of sight that nobody should overlook. */
  readonly isWarning?: boolean
  readonly children: ReactNode
}) {
  const { isOpen, onToggle, label, controls, isWarning, children } = props
  return (
    <button
      type="button"
      className={classNames(styles.more, isWarning && styles.warning)}
      aria-expanded={isOpen}
      aria-label={label}
      aria-controls={controls}
      onClick={() => onToggle(!isOpen)}
    >
      {children}
    </button>
  )
}
