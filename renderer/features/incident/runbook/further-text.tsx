import { useId } from 'react'
import { parsedPin } from '../../../../shared/incident/checklist.ts'
import type { RunbookRun } from '../../../../shared/incident/runbook-run.ts'
import { furtherTextFor } from '../../../../shared/runbook/runbook.ts'
import { AuthorWords } from './author-words.tsx'
import styles from './runbook-text.module.css'

/** What the runbook tells behind the last step, one line for each of its headings; its words when one is opened. */
export function FurtherText({ run }: { readonly run: RunbookRun }) {
  const id = useId()
  const texts = furtherTextFor(parsedPin(run), run.scenario?.id ?? undefined)
  if (texts.length === 0) return null
  return (
    <section className={styles.further} aria-labelledby={id}>
      <h3 id={id}>More in this runbook</h3>
      {texts.map(({ title, line, markdown }) => (
        <details key={line}>
          <summary>
            <bdi>{title}</bdi>
          </summary>
          <AuthorWords markdown={markdown} />
        </details>
      ))}
    </section>
  )
}
