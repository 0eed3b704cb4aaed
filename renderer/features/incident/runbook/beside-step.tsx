import { useId, useRef, useState } from 'react'
import { parsedPin } from '../../../../shared/incident/checklist.ts'
import type { ForbiddenCode } from '../../../../shared/runbook/runbook.ts'
import { useOpenIncident } from '../../../state/store-context.tsx'
import { isLongerThan } from '../../../ui/clamped-text.tsx'
import { MarkdownView } from '../../../ui/markdown-view.tsx'
import { useCopyButtons } from '../../../ui/use-copy-buttons.ts'
import styles from './runbook-text.module.css'
import { useFilledIn } from './use-command-values.ts'

const SHOWN_LINES = 8
const none: readonly ForbiddenCode[] = []

/** The code that the open runbook keeps from. */
function useForbiddenCode(): readonly ForbiddenCode[] {
  const { run } = useOpenIncident().state
  return run === null ? none : parsedPin(run).forbidden
}

/** The author's own words around a step: why, what to expect, what to beware of. Long ones are short until somebody asks for all. */
export function BesideStep({ markdown }: { readonly markdown: string }) {
  const id = useId()
  const view = useRef<HTMLDivElement>(null)
  const [isWhole, setWhole] = useState(false)
  useCopyButtons(view, markdown, { fill: useFilledIn(), forbidden: useForbiddenCode() })
  if (markdown === '') return null
  const isLong = isLongerThan(markdown, SHOWN_LINES + 2)
  return (
    <div className={styles.beside}>
      <div ref={view} id={id} className={isLong && !isWhole ? styles.begun : undefined}>
        <MarkdownView text={markdown} />
      </div>
      {isLong ? (
        <button
          type="button"
          className={styles.whole}
          aria-expanded={isWhole}
          aria-controls={id}
          onClick={() => setWhole(!isWhole)}
        >
          {isWhole ? 'Show less' : 'Show all of the text'}
        </button>
      ) : null}
    </div>
  )
}
