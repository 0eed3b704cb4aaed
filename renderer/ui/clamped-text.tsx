import { type CSSProperties, type ReactNode, useState } from 'react'
import { isLongerThan } from '../../shared/kit/is-longer-than.ts'
import styles from './clamped-text.module.css'
import { MoreButton } from './more-button.tsx'

/** A text of which only the first lines show until somebody asks for all of it. It has no scroll bar of its own. */
export function ClampedText(props: {
  readonly text: string
  readonly lines: number
  readonly perLine?: number
  readonly children?: ReactNode
}) {
  const { text, lines, perLine, children = text } = props
  const [isWhole, setWhole] = useState(false)
  if (!isLongerThan(text, lines + 1, perLine)) return children
  const style = { '--lines': lines } as CSSProperties
  return (
    <>
      <span className={isWhole ? undefined : styles.clamped} style={style}>
        {children}
      </span>
      <MoreButton isOpen={isWhole} onToggle={setWhole}>
        {isWhole ? 'Show less' : 'Show all'}
      </MoreButton>
    </>
  )
}
