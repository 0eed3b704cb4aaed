import { useEffect, useRef } from 'react'
import type { CommandOutput } from '../../../../shared/contract/command-answers.ts'
import styles from './command-run.module.css'
import { looksLikeQuestion } from './command-words.ts'
import { ScrollBox } from './scroll-box.tsx'

/** Nearer than this to its end (px) somebody reads along. */
const NEAR_END = 24

/** Keeps the end of a box in sight while somebody reads there, and leaves them alone when they have scrolled up. */
function useFollowedEnd(text: string) {
  const end = useRef<HTMLDivElement>(null)
  const isAtEnd = useRef(true)
  useEffect(() => {
    const box = end.current?.parentElement
    const look = (): void => {
      if (box != null) isAtEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_END
    }
    box?.addEventListener('scroll', look)
    return () => box?.removeEventListener('scroll', look)
  }, [])
  useEffect(() => {
    const box = end.current?.parentElement
    if (text !== '' && box != null && isAtEnd.current) box.scrollTop = box.scrollHeight
  }, [text])
  return end
}

/** Said where a command waits for what it will not get. */
export function NoInput({ output }: { readonly output: CommandOutput | null }) {
  if (output?.isRunning !== true || !looksLikeQuestion(output.unfinished)) return null
  return (
    <p className={styles.alarming}>
      It seems to ask something. Commands get no input from here: stop it, and run it in a terminal.
    </p>
  )
}

/** What a command prints, as it comes. */
export function RunOutput({ output }: { readonly output: CommandOutput | null }) {
  const text = output === null ? '' : output.text + output.unfinished
  const end = useFollowedEnd(text)
  return (
    <ScrollBox className={styles.output} label="Output">
      <pre>{text === '' ? ' ' : text}</pre>
      <div ref={end} />
    </ScrollBox>
  )
}

const TAIL_LINES = 4

/** The last lines of an output, for a row of a narrow column. */
export function OutputTail({ output }: { readonly output: CommandOutput | null }) {
  if (output === null) return null
  const lines = (output.text + output.unfinished).trimEnd().split('\n').slice(-TAIL_LINES)
  return lines.join('') === '' ? null : <pre className={styles.tail}>{lines.join('\n')}</pre>
}
