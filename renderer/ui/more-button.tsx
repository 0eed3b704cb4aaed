import type { ReactNode } from 'react'
import styles from './more-button.module.css'

/** A word to press that shows the rest of what stands beside it, and takes it away again. */
export function MoreButton(props: {
  readonly isOpen: boolean
  readonly onToggle: (isOpen: boolean) => void
  /** What a listener hears, where the words do not say of what there is more. */
  readonly label?: string
  /** The id of what it shows, where it stands somewhere without it. */
  readonly controls?: string
  readonly children: ReactNode
}) {
  const { isOpen, onToggle, label, controls, children } = props
  return (
    <button
      type="button"
      className={styles.more}
      aria-expanded={isOpen}
      aria-label={label}
      aria-controls={controls}
      onClick={() => onToggle(!isOpen)}
    >
      {children}
    </button>
  )
}
