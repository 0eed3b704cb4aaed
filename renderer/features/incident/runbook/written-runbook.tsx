import { useEffect, useRef } from 'react'
import { isOpenStep, parsedPin } from '../../../../shared/incident/checklist.ts'
import type { RunbookRun } from '../../../../shared/incident/runbook-run.ts'
import { blockOfLine } from '../../../ui/block-of-line.ts'
import { MarkdownView } from '../../../ui/markdown-view.tsx'
import { useCopyButtons } from '../../../ui/use-copy-buttons.ts'
import { useChecklist } from '../use-next-action.ts'
import { PinnedNote } from './pinned-note.tsx'
import styles from './runbook-text.module.css'
import { useFilledIn } from './use-command-values.ts'

/** The pinned text as its author wrote it, opened where the steps stand: the checklist is only one reading of it. */
export function WrittenRunbook({ run }: { readonly run: RunbookRun }) {
  const box = useRef<HTMLDivElement>(null)
  const line = useChecklist().find(isOpenStep)?.step.line ?? 1
  const opened = useRef(line)
  useEffect(() => {
    const view = box.current
    if (view === null) return
    view.focus({ preventScroll: true })
    const block = opened.current === 1 ? undefined : blockOfLine(view, opened.current)
    block?.scrollIntoView({ block: 'center' })
    block?.setAttribute('data-here', '')
  }, [])
  const { endLine } = parsedPin(run).frontMatter
  useCopyButtons(box, run.text, useFilledIn())
  const body = run.text.split('\n').slice(endLine).join('\n')
  return (
    <>
      <section ref={box} className={styles.written} aria-label="Runbook as written" tabIndex={-1}>
        <MarkdownView text={body} firstLine={endLine + 1} />
      </section>
      <PinnedNote run={run} />
    </>
  )
}
