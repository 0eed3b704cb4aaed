import { Fragment, useRef, useState } from 'react'
import type { ForbiddenCode, FurtherText, Runbook, Step } from '../../../shared/runbook/runbook.ts'
import { groupHeadings } from '../../../shared/runbook/steps/step-groups.ts'
import { anchorOfLine } from '../../state/document-place.ts'
import type { LinksWithin } from '../../ui/follow-link.ts'
import { LinksOfStep } from '../../ui/links-of-step.tsx'
import { MarkdownView } from '../../ui/markdown-view.tsx'
import { useCopyButtons } from '../../ui/use-copy-buttons.ts'
import { WordsBeside } from '../../ui/words-beside.tsx'
import styles from './checklist-preview.module.css'

type Jump = { readonly onJump: (anchor: string) => void }

/** What the words beside the steps need of their document: where its links lead, and which code is not to be run. */
type OfDocument = { readonly links: LinksWithin; readonly forbidden: readonly ForbiddenCode[] }

/** What the author says beside a step, where the run shows it. */
function Beside(props: OfDocument & { readonly markdown: string; readonly endsAbove?: boolean }) {
  const { markdown, endsAbove = false, links, forbidden } = props
  const view = useRef<HTMLDivElement>(null)
  useCopyButtons(view, markdown, { forbidden })
  if (markdown === '') return null
  return (
    <div ref={view} className={styles.beside}>
      <WordsBeside markdown={markdown} endsAbove={endsAbove}>
        <MarkdownView text={markdown} {...links} />
      </WordsBeside>
    </div>
  )
}

type StepListProps = Jump &
  OfDocument & { readonly steps: readonly Step[]; readonly title: string; readonly text: string }

function StepList({ steps, title, text: file, onJump, links, forbidden }: StepListProps) {
  const headings = groupHeadings(steps, title)
  const ofDocument = { links, forbidden }
  return (
    <ol className={styles.steps}>
      {steps.map((step, index) => {
        const { id, text, line, depth, before, commands, after } = step
        return (
          <li key={id} style={{ marginLeft: `${depth * 20}px` }}>
            {headings[index] === null ? null : <h3 className={styles.group}>{headings[index]}</h3>}
            <button type="button" className={styles.step} onClick={() => onJump(anchorOfLine(line))}>
              <bdi>{text}</bdi>
            </button>
            <LinksOfStep step={step} text={file} links={links} className={styles.links} />
            <Beside markdown={before} {...ofDocument} />
            {commands.map((command) => (
              <Fragment key={`${command.line} ${command.text}`}>
                <Beside markdown={command.before ?? ''} endsAbove {...ofDocument} />
                <code className={styles.command}>
                  {command.text.split('\n')[0]}
                  {command.text.includes('\n') ? ' \u2026' : ''}
                </code>
              </Fragment>
            ))}
            <Beside markdown={after} {...ofDocument} />
          </li>
        )
      })}
    </ol>
  )
}

/** What stands behind the steps, by its headings. */
function FurtherList({ texts, onJump }: Jump & { readonly texts: readonly FurtherText[] }) {
  if (texts.length === 0) return null
  return (
    <>
      <h3 className={styles.group}>More in this runbook</h3>
      <ul className={styles.steps}>
        {texts.map(({ title, line }) => (
          <li key={line}>
            <button type="button" className={styles.further} onClick={() => onJump(anchorOfLine(line))}>
              <bdi>{title}</bdi>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

/** "12 steps, 3 scenarios" */
function wordsFor({ steps, scenarios }: Runbook): string {
  const ways = scenarios.filter((scenario) => scenario.steps.length > 0)
  const count = steps.length + ways.reduce((sum, scenario) => sum + scenario.steps.length, 0)
  const stepWords = `${count} ${count === 1 ? 'step' : 'steps'}`
  return ways.length === 0 ? stepWords : `${stepWords}, ${ways.length} ${ways.length === 1 ? 'scenario' : 'scenarios'}`
}

/** The checklist that an incident would get from this runbook, to be looked at before there is one. Made when it is opened: most are only read. */
export function ChecklistPreview(
  props: Jump & { readonly runbook: Runbook; readonly text: string; readonly links: LinksWithin },
) {
  const { runbook, text, onJump, links } = props
  const common = { text, onJump, links, forbidden: runbook.forbidden }
  const [wasOpened, setOpened] = useState(false)
  const scenarios = runbook.scenarios.filter(({ steps }) => steps.length > 0)
  if (runbook.steps.length === 0 && scenarios.length === 0) return null
  return (
    <details className={styles.preview} onToggle={() => setOpened(true)}>
      <summary>As a checklist: {wordsFor(runbook)}</summary>
      {wasOpened ? (
        <div className={styles.lists}>
          {runbook.steps.length === 0 ? null : (
            <section aria-label="General steps">
              <h2 className={scenarios.length === 0 ? 'visually-hidden' : styles.scenario}>General steps</h2>
              <StepList steps={runbook.steps} title={runbook.title} {...common} />
              <FurtherList texts={runbook.furtherText} onJump={onJump} />
            </section>
          )}
          {scenarios.map(({ id, title, steps, furtherText }) => (
            <section key={id} aria-label={title}>
              <h2 className={styles.scenario}>{title}</h2>
              <StepList steps={steps} title={title} {...common} />
              <FurtherList texts={furtherText} onJump={onJump} />
            </section>
          ))}
        </div>
      ) : null}
    </details>
  )
}
