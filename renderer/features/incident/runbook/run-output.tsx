import { useEffect, useRef } from 'react'
import { assertNever } from '../../../../shared/kit/assert-never.ts'
import { spanWords } from '../../../ui/time-words.ts'
import type { CommandRun } from './command-runs.ts'
import styles from './runbook.module.css'
import { ScrollBox } from './scroll-box.tsx'

function howItEnded({ endedBy = 'exit', exitCode, durationMs }: NonNullable<CommandRun['end']>): string {
  const after = durationMs === undefined ? '' : ` after ${spanWords(Math.max(1_000, durationMs))}`
  switch (endedBy) {
    case 'exit':
      return exitCode === 0 ? `Done${after}, exit code 0.` : `Failed${after}, exit code ${exitCode ?? 'unknown'}.`
    case 'stopped':
      return `Stopped${after}.`
    case 'timeout':
      return `Stopped${after}: that is as long as a command may run here.`
    case 'error':
      return 'It could not be started.'
    default:
      return assertNever(endedBy)
  }
}

/** How it ended and where its output is, in words. */
export function endWords({ end }: CommandRun): string {
  if (end === null) return 'It has ended, but the log could not take it in. Copy what you need from here.'
  const kept = end.evidence === null ? 'It printed nothing.' : 'Its output is evidence in the timeline.'
  const cut = end.isCapped === true ? ' Only the beginning was kept.' : ''
  return `${howItEnded(end)} ${kept}${cut}`
}

function stateWords(run: CommandRun): string {
  switch (run.state) {
    case 'running':
      return 'Running. Secrets are masked. It goes on when you close this.'
    case 'lost':
      return 'The line to the console broke. Whether it still runs is not known: look where it works before you run it again.'
    case 'ended':
      return endWords(run)
    default:
      return assertNever(run.state)
  }
}

/** What a command prints, as it comes, and how it ended. */
export function RunOutput({ run }: { readonly run: CommandRun }) {
  const end = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (run.output !== '') end.current?.scrollIntoView({ block: 'end' })
  }, [run.output])
  return (
    <>
      <ScrollBox className={styles.output} label="Output">
        <pre>{run.output === '' ? ' ' : run.output}</pre>
        <div ref={end} />
      </ScrollBox>
      <p role="status" className={run.state === 'lost' ? styles.over : 'dim'}>
        {stateWords(run)}
      </p>
    </>
  )
}
