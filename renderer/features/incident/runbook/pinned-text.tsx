import type { RefObject } from 'react'
import { parsedPin } from '../../../../shared/incident/checklist.ts'
import type { RunbookRun } from '../../../../shared/incident/runbook-run.ts'
import { sourceLines } from '../../../../shared/runbook/text/source-lines.ts'
import { elementAt, jumpTo } from '../../../ui/find-place.ts'
import { KeptLine } from '../../../ui/kept-line.tsx'
import { MarkdownView } from '../../../ui/markdown-view.tsx'
import { useCopyButtons } from '../../../ui/use-copy-buttons.ts'
import { useRunbookLinks } from './author-words.tsx'
import { useFilledIn } from './use-command-values.ts'

/**
 * What the author wrote, as it was pinned: without the front matter, or only the words of one scenario. Its code can be copied with the values of
 * the incident; what leads to a heading that is shown scrolls there, and the line that is read stays where it is when the run follows a new version.
 */
export function PinnedText(props: {
  readonly run: RunbookRun
  /** What scrolls. */
  readonly box: RefObject<Element | null>
  /** What the text is rendered into, around this component. */
  readonly view: RefObject<Element | null>
  readonly scenario?: string | undefined
}) {
  const { run, box, view } = props
  const { frontMatter, scenarios, forbidden } = parsedPin(run)
  const scenario = scenarios.find(({ id }) => id === props.scenario)
  const firstLine = scenario?.line ?? frontMatter.endLine + 1
  const text = sourceLines(run.text)
    .slice(firstLine - 1, scenario?.endLine)
    .join('\n')
  const { onWorkspaceLink, onAnchor } = useRunbookLinks()
  const jump = (anchor: string): void => {
    const target = view.current === null ? undefined : elementAt(view.current, anchor)
    if (target === undefined) onAnchor(anchor)
    else jumpTo(target)
  }
  useCopyButtons(view, text, { fill: useFilledIn(), forbidden })
  return (
    <>
      <MarkdownView text={text} firstLine={firstLine} onWorkspaceLink={onWorkspaceLink} onAnchor={jump} />
      <KeptLine box={box} view={view} text={run.text} />
    </>
  )
}
