import { type CSSProperties, type ReactNode, useState } from 'react'
import styles from './clamped-text.module.css'
import { MoreButton } from './more-button.tsx'

/** What a line holds when nothing else is said: prose in the timeline. */
const CHARACTERS_IN_A_LINE = 44

/** Whether a text would take more than some lines in a narrow column; an estimate, so that nothing needs measuring. */
export const isLongerThan = (text: string, lines: number, perLine = CHARACTERS_IN_A_LINE): boolean =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / perLine)), 0) > lines

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
