import type { LibraryDocument } from '../../shared/contract/answers.ts'
import type { CheckedInput } from '../../shared/contract/contract.ts'
import type { Reply } from '../../shared/contract/refusal.ts'
import type { Actor, FactDraft } from '../../shared/incident/facts/fact-catalog.ts'
import type { IncidentState } from '../../shared/incident/incident-state.ts'
import type { RunbookRun } from '../../shared/incident/runbook-run.ts'
import { movedRunbooks } from '../../shared/runbook/moved-runbook.ts'
import { parseRunbook } from '../../shared/runbook/parse-runbook.ts'
import type { HostContext } from './host-context.ts'
import { refuse } from './refuse.ts'

type OpenedDraft = Extract<FactDraft, { type: 'runbook.opened' }>

const isRunbook = ({ kind }: LibraryDocument): boolean => kind === 'runbook'

/** The path of the run that goes on at a path: its own file is gone, and this is where it lies now. */
function movedFrom(context: HostContext, runs: readonly RunbookRun[], path: string): string | undefined {
  if (runs.some((run) => run.path === path)) return undefined
  const placeOf = movedRunbooks(context.workspace.documents().filter(isRunbook))
  return runs.findLast((run) => placeOf(run) === path)?.path
}

/** The fact that opens a runbook in an incident: its text and hash are pinned as they are now (R6). */
export function openRunbookDraft(context: HostContext, path: string, matchedBy: string, by: Actor): Reply<OpenedDraft> {
  const document = context.workspace.documents().find((each) => isRunbook(each) && each.path === path)
  if (document === undefined) {
    return refuse('notFound', `There is no runbook at ${path} in this workspace.`, 'Choose another one.')
  }
  const { title, sha256, text } = document
  return pinnedDraft({ path, title, sha256, text }, matchedBy, by)
}

type Pin = Pick<RunbookRun, 'path' | 'title' | 'sha256' | 'text'>

function pinnedDraft({ path, title, sha256, text }: Pin, matchedBy: string, by: Actor): Reply<OpenedDraft> {
  const data = { path, title, sha256, text, matchedBy, keepsOnlySame: true } as const
  return { ok: true, value: { type: 'runbook.opened', by, data } }
}

/**
 * The facts that open a runbook in an incident under way: as its file is now, or, to go on, as it was followed here before, which also works
 * when the file is gone (R6). The scenario asked for is chosen with it, unless it is the one that was chosen before.
 */
export function openRunbookDrafts(
  context: HostContext,
  { run, otherRuns }: Pick<IncidentState, 'run' | 'otherRuns'>,
  { path, reason, scenario, goOn }: CheckedInput<'runbook.open'>,
  by: Actor,
): Reply<readonly FactDraft[]> {
  const runs = run === null ? otherRuns : [...otherRuns, run]
  const from = movedFrom(context, runs, path)
  const before = runs.find((each) => each.path === (from ?? path))
  const opened =
    goOn && before?.path === path ? pinnedDraft(before, reason, by) : openRunbookDraft(context, path, reason, by)
  if (!opened.ok) return opened
  const { text } = opened.value.data
  const openedHere =
    from === undefined ? opened.value : { ...opened.value, data: { ...opened.value.data, movedFrom: from } }
  const isChosen = before?.scenario?.id === scenario && before.text === text
  const found =
    scenario === null || isChosen ? undefined : parseRunbook({ path, text }).scenarios.find(({ id }) => id === scenario)
  const chosen: readonly FactDraft[] =
    found === undefined ? [] : [{ type: 'scenario.chosen', by, data: { scenario: found.id, title: found.title } }]
  return { ok: true, value: [openedHere, ...chosen] }
}
