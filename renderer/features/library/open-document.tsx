import { useMediaQuery } from '@mantine/hooks'
import { useRef } from 'react'
import type { LibraryDocument } from '../../../shared/contract/answers.ts'
import { useCommands } from '../../state/commands.ts'
import { addressOf } from '../../state/document-place.ts'
import { goTo } from '../../state/route.ts'
import { useTrust } from '../../state/use-trust.ts'
import { useWorkspaceLinks } from '../../state/use-workspace-links.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { elementAt, jumpTo } from '../../ui/find-place.ts'
import type { LinksWithin } from '../../ui/follow-link.ts'
import { KeptLine } from '../../ui/kept-line.tsx'
import { MarkdownView } from '../../ui/markdown-view.tsx'
import { useCopyButtons } from '../../ui/use-copy-buttons.ts'
import { ChecklistPreview } from './checklist-preview.tsx'
import { ContentsList } from './contents-list.tsx'
import { LastTextBanner } from './last-text-banner.tsx'
import styles from './reader.module.css'
import { ReaderHeader } from './reader-header.tsx'
import { ReaderProblems } from './reader-problems.tsx'
import type { Listed } from './shelve.ts'
import { StepHistory } from './trust/step-history.tsx'
import { useArrival } from './use-arrival.ts'
import type { LastText } from './use-documents.ts'
import { useEntryInView } from './use-entry-in-view.ts'
import { useMatches } from './use-matches.ts'
import { useReading } from './use-reading.ts'

/** A text longer than the window is scrolled by keys, so it takes the focus. */
const scrolledByKeys = { tabIndex: 0 } as const

function NextMatch({ count, next }: { readonly count: number; readonly next: () => void }) {
  useCommands([
    {
      id: 'library.nextMatch',
      label: 'Next match',
      group: 'Library',
      keys: 'n',
      run: next,
      isEnabled: () => count > 0,
    },
  ])
  if (count === 0) return null
  return (
    <ActionButton size="small" tone="quiet" keys="n" onClick={next}>
      Next of {count} {count === 1 ? 'match' : 'matches'}
    </ActionButton>
  )
}

/** A document, with all that helps to read it; `last` tells when its file is no longer behind it. */
export function OpenDocument(props: {
  readonly document: LibraryDocument
  readonly last: LastText | null
  readonly anchor: string | null
  readonly documents: readonly Listed[]
  readonly terms: readonly string[]
}) {
  const { document, last, anchor, documents, terms } = props
  const { path } = document
  const { read, entries, today, problems, firstLine, body } = useReading(document)
  const signals = useTrust(path, { withRuns: true }).get(path)
  const scroller = useRef<HTMLElement>(null)
  const view = useRef<HTMLDivElement>(null)
  const isWide = useMediaQuery('(min-width: 1200px)', true, { getInitialValueInEffect: false })
  const lineInView = useEntryInView(scroller, view, entries)
  useCopyButtons(view, body, { forbidden: read.forbidden })
  const matches = useMatches(view, body, terms)
  const followLink = useWorkspaceLinks(path, documents)
  const jump = (to: string): void => {
    const element = view.current === null ? undefined : elementAt(view.current, to)
    if (element !== undefined) jumpTo(element)
  }
  useArrival(scroller, view, { text: document.text, anchor })
  // Another address leads there by itself, once it is left where it was.
  const jumpAgain = (to: string): void => {
    if (to === anchor) jump(to)
  }
  const links: LinksWithin = {
    onWorkspaceLink: followLink,
    onAnchor: (to) => {
      goTo({ screen: 'library', path: addressOf({ path, anchor: to }) })
      jump(to)
    },
  }
  const contents = <ContentsList path={path} entries={entries} lineInView={lineInView} onJump={jumpAgain} />
  const isLong = entries.length > 2
  return (
    <div className={styles.reader}>
      <div className={styles.page} data-sheet="document">
        <article ref={scroller} {...scrolledByKeys} aria-labelledby="document-title" className={styles.scroller}>
          <ReaderHeader document={document} isThere={last?.why !== 'gone'} today={today} signals={signals} />
          <ReaderProblems problems={problems} brokenLinks={signals?.brokenLinks ?? []} onJump={jump} />
          {document.kind === 'runbook' ? (
            <ChecklistPreview runbook={read} text={document.text} links={links} onJump={jump} />
          ) : null}
          <StepHistory signals={signals} />
          {isWide ? null : <NextMatch {...matches} />}
          {isLong && !isWide ? (
            <details className={styles.fold}>
              <summary>Contents</summary>
              {contents}
            </details>
          ) : null}
          <div ref={view} className={styles.text} data-text="">
            <MarkdownView text={body} firstLine={firstLine} {...links} />
          </div>
          <KeptLine box={scroller} view={view} text={document.text} />
        </article>
        {last === null ? null : <LastTextBanner last={last} text={document.text} />}
      </div>
      {isWide ? (
        <aside className={styles.rail} aria-label="This document">
          <NextMatch {...matches} />
          {isLong ? contents : null}
        </aside>
      ) : null}
    </div>
  )
}
