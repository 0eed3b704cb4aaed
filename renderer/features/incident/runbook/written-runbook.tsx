import { useEffect, useRef } from 'react'
import { isOpenStep, parsedPin } from '../../../../shared/incident/checklist.ts'
import type { RunbookRun } from '../../../../shared/incident/runbook-run.ts'
import { blockOfLine } from '../../../ui/block-of-line.ts'
import { KeptLine } from '../../../ui/kept-line.tsx'
import { MarkdownView } from '../../../ui/markdown-view.tsx'
import { useCopyButtons } from '../../../ui/use-copy-buttons.ts'
import { useChecklist } from '../use-next-action.ts'
import { PinnedNote } from './pinned-note.tsx'
import styles from './runbook-text.module.css'
import { useFilledIn } from './use-command-values.ts'

/**
 * The pinned text as its author wrote it, opened where the steps stand: the checklist is only one reading of it. When the run follows a new version, the line
 * that is read stays where it is.
 */
export function WrittenRunbook({ run }: { readonly run: RunbookRun }) {
  const box = useRef<HTMLDivElement>(null)
  const line = useChecklist().find(isOpenStep)?.step.line ?? 1
  const opened = useRef(false)
  const next = useRef(line)
  next.current = line
  useEffect(() => {
    const view = box.current
    if (view === null || run.text === '') return
    const block = next.current === 1 ? undefined : blockOfLine(view, next.current)
    block?.setAttribute('data-here', '')
    if (opened.current) return
    opened.current = true
    view.focus({ preventScroll: true })
    block?.scrollIntoView({ block: 'center' })
  }, [run.text])
  const { endLine } = parsedPin(run).frontMatter
  useCopyButtons(box, run.text, useFilledIn())
  const body = run.text.split('\n').slice(endLine).join('\n')
  return (
    <>
      <section ref={box} className={styles.written} aria-label="Runbook as written" tabIndex={-1}>
        <MarkdownView text={body} firstLine={endLine + 1} />
        <KeptLine box={box} view={box} text={run.text} />
      </section>
      <PinnedNote run={run} />
    </>
  )
}
