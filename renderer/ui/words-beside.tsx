import { type CSSProperties, type ReactNode, useId, useState } from 'react'
import { isLongerThan } from '../../shared/kit/is-longer-than.ts'
import { warnsOutOfSight } from '../../shared/runbook/warns-out-of-sight.ts'
import { MoreButton } from './more-button.tsx'
import styles from './words-beside.module.css'

/**
 * The author's own words around a step, rendered as `children`. Long ones are short until somebody asks for all: they show how they begin, or, where they
 * stand straight above a command (`endsAbove`), how they end, for that is what its condition is.
 */
export function WordsBeside(props: {
  readonly markdown: string
  readonly endsAbove?: boolean
  /** How many lines of long ones are shown. */
  readonly lines?: number
  readonly children: ReactNode
}) {
  const { markdown, endsAbove = false, lines = 8, children } = props
  const id = useId()
  const [isWhole, setWhole] = useState(false)
  const isLong = isLongerThan(markdown, lines + 2)
  const shown = endsAbove ? styles.end : styles.beginning
  const isWarned = isLong && !isWhole && warnsOutOfSight(markdown, lines, endsAbove)
  const warning = `Show all: there is a warning ${endsAbove ? 'above' : 'further down'}`
  const button = isLong ? (
    <MoreButton isOpen={isWhole} onToggle={setWhole} controls={id} isWarning={isWarned}>
      {isWhole ? 'Show less' : isWarned ? warning : 'Show all of the text'}
    </MoreButton>
  ) : null
  return (
    <div className={styles.words}>
      {endsAbove ? button : null}
      <div id={id} className={isLong && !isWhole ? shown : undefined} style={{ '--lines': lines } as CSSProperties}>
        {children}
      </div>
      {endsAbove ? null : button}
    </div>
  )
}
