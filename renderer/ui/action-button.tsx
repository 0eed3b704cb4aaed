import type { ButtonHTMLAttributes, Ref } from 'react'
import styles from './action-button.module.css'
import { classNames } from './class-names.ts'
import { Keys } from './keys.tsx'

export type ActionButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  /** `primary` is for the one next action of a screen; `warn` answers a rung; `danger` destroys. */
  readonly tone?: 'plain' | 'primary' | 'warn' | 'danger' | 'quiet'
  readonly size?: 'small' | 'medium' | 'large'
  readonly wide?: boolean
  /** The key that does the same; shown, and said to assistive technology without becoming part of the name. */
  readonly keys?: string
  readonly ref?: Ref<HTMLButtonElement>
}

export function ActionButton({
  tone = 'plain',
  size = 'medium',
  wide,
  keys,
  className,
  children,
  ...rest
}: ActionButtonProps) {
  const tones = { plain: null, primary: styles.primary, warn: styles.warn, danger: styles.danger, quiet: styles.quiet }
  const sizes = { small: styles.small, medium: null, large: styles.large }
  return (
    <button
      type="button"
      className={classNames(styles.button, tones[tone], sizes[size], wide && styles.wide, className)}
      aria-keyshortcuts={keys === undefined ? undefined : keys.replace('mod', 'Control').replace('space', 'Space')}
      {...rest}
    >
      {children}
      {keys === undefined ? null : <Keys keys={keys} isDecorative />}
    </button>
  )
}
