import type { Reply } from '../../shared/contract/refusal.ts'
import type { Actor, FactDraft } from '../../shared/incident/facts/fact-catalog.ts'
import type { HostContext } from './host-context.ts'
import { refuse } from './refuse.ts'

/** The fact that opens a runbook in an incident: its text and hash are pinned as they are now (R6). */
export function openRunbookDraft(context: HostContext, path: string, matchedBy: string, by: Actor): Reply<FactDraft> {
  const document = context.workspace.documents().find((each) => each.kind === 'runbook' && each.path === path)
  if (document === undefined) {
    return refuse('notFound', `There is no runbook at ${path} in this workspace.`, 'Choose another one.')
  }
  const { title, sha256, text } = document
  return { ok: true, value: { type: 'runbook.opened', by, data: { path, title, sha256, text, matchedBy } } }
}
