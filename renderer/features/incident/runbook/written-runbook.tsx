import { useEffect, useRef } from 'react'
import type { RunbookRun } from '../../../../shared/incident/runbook-run.ts'
import { blockOfLine } from '../../../ui/block-of-line.ts'
import { linkLeftIn } from '../../../ui/left-link.ts'
import { arriveAt } from '../../../ui/open-dialog.ts'
import { useCurrentStep } from '../use-next-action.ts'
import { type LeftPlace, placeFor, useKeptScroll } from './left-place.ts'
import { PinnedNote } from './pinned-note.tsx'
import { PinnedText } from './pinned-text.tsx'
import styles from './runbook-text.module.css'

/**
 * The pinned text as its author wrote it, opened where the steps stand: the checklist is only one reading of it. When the run follows a new version, the line
 * that is read stays where it is.
 */
export function WrittenRunbook(props: { readonly run: RunbookRun; readonly left: LeftPlace }) {
  const { run } = props
  const box = useRef<HTMLDivElement>(null)
  const current = useCurrentStep()?.step
  const line = current?.line ?? 1
  const opened = useRef(false)
  const next = useRef(line)
  next.current = line
  useEffect(() => {
    const view = box.current
    if (view === null || run.text === '') return
    const block = next.current === 1 ? undefined : blockOfLine(view, next.current)
    block?.setAttribute('data-here', '')
    if (!opened.current) {
      opened.current = true
      arriveAt(linkLeftIn(view) ?? view, { preventScroll: true })
      block?.scrollIntoView({ block: 'center' })
    }
    return () => block?.removeAttribute('data-here')
  }, [run.text])
  useKeptScroll(box, placeFor(props.left.current, run, current?.id), {
    shown: 'text',
    sha256: run.sha256,
    current: current?.id,
    selected: null,
  })
  return (
    <>
      <section ref={box} className={styles.written} aria-label="Runbook as written" tabIndex={-1}>
        <PinnedText run={run} box={box} view={box} />
      </section>
      <PinnedNote run={run} />
    </>
  )
}
