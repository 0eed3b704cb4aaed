import { useRef } from 'react'
import { parsedPin } from '../../../../shared/incident/checklist.ts'
import type { ForbiddenCode } from '../../../../shared/runbook/runbook.ts'
import { useOpenIncident } from '../../../state/store-context.tsx'
import { useWorkspaceLinks } from '../../../state/use-workspace-links.ts'
import type { LinksWithin } from '../../../ui/follow-link.ts'
import { MarkdownView } from '../../../ui/markdown-view.tsx'
import { useCopyButtons } from '../../../ui/use-copy-buttons.ts'
import { useFilledIn } from './use-command-values.ts'

const none: readonly ForbiddenCode[] = []

/** The code that the open runbook keeps from. */
function useForbiddenCode(): readonly ForbiddenCode[] {
  const { run } = useOpenIncident().state
  return run === null ? none : parsedPin(run).forbidden
}

/** Where links of the open runbook lead to another page, or to a heading of its own: in the Library. */
export function useRunbookLinks() {
  const { run } = useOpenIncident().state
  const follow = useWorkspaceLinks(run?.path ?? '')
  return { onWorkspaceLink: follow, onAnchor: (anchor: string) => follow(`#${anchor}`) } satisfies LinksWithin
}

/** Words of the open runbook as its author wrote them, whose code can be copied with the values of the incident. */
export function AuthorWords({ markdown }: { readonly markdown: string }) {
  const view = useRef<HTMLDivElement>(null)
  const links = useRunbookLinks()
  useCopyButtons(view, markdown, { fill: useFilledIn(), forbidden: useForbiddenCode() })
  return (
    <div ref={view}>
      <MarkdownView text={markdown} {...links} />
    </div>
  )
}
