import { join } from 'node:path'
import { createTwoFilesPatch } from 'diff'
import type { LastChange, ScheduleFile, SchedulePreview, UndoPreview } from '../../shared/contract/answers.ts'
import type { Reply } from '../../shared/contract/refusal.ts'
import type { Handlers } from '../../shared/contract/serve.ts'
import type { Problem } from '../../shared/kit/problem.ts'
import { parseTeam } from '../../shared/schedule/parse-team.ts'
import { editTeamYaml } from '../../shared/schedule/swaps/edit-team-yaml.ts'
import type { ScheduleChange } from '../../shared/schedule/swaps/schedule-change.ts'
import { findPerson } from '../../shared/schedule/team.ts'
import { editWorkspaceFile, type FileAsItIs, readFileToEdit } from './edit-workspace-file.ts'
import { exportCalendarFile } from './export-calendar-file.ts'
import type { HostContext } from './host-context.ts'
import { keepLastChange, type LastScheduleChange, readLastChange } from './last-schedule-change.ts'
import { readOnlyReply, refuse } from './refuse.ts'

type ScheduleCalls =
  | 'schedule.read'
  | 'schedule.preview'
  | 'schedule.change'
  | 'schedule.previewUndo'
  | 'schedule.undo'
  | 'calendar.export'

const teamFile = 'team.yaml'

const errorsOf = (text: string): readonly Problem[] =>
  parseTeam({ path: teamFile, text }).problems.filter(({ severity }) => severity === 'error')

/**
 * Refuses a team.yaml that would have an error while an earlier one without is kept: that one would stay in force (W1), and somebody who
 * has just taken a shift would wait for a call that goes to another. Lines are told as they are in the file now.
 */
function ifInForce({ workspace }: HostContext, now: string, next: string): Reply<string> {
  const [error] = errorsOf(next)
  if (error === undefined || !workspace.hasGoodTeam()) return { ok: true, value: next }
  const { line, message } = errorsOf(now).find((each) => each.message === error.message) ?? error
  const where = line === undefined ? '' : ` in line ${line}`
  return refuse(
    'notAllowed',
    `team.yaml has an error${where}, so this change would not be in force: ${message}.`,
    'Nothing was written, and the team is the one from before the error. Mend that line, then look again.',
  )
}

/** The text with all changes made in it, one after the other; refused whole when one of them cannot be made, or would not be in force. */
function edited(context: HostContext, text: string, changes: readonly ScheduleChange[]): Reply<string> {
  let current = text
  for (const change of changes) {
    const next = editTeamYaml(current, change)
    if (!next.ok) return refuse('notAllowed', next.error.message, 'Nothing was written.')
    current = next.value
  }
  return ifInForce(context, text, current)
}

const read = (context: HostContext): Reply<FileAsItIs> => readFileToEdit(context.workspace.folder, teamFile)

/** The change that the file still stands as; null when it was edited since, or not from here. */
function lastChangeOf({ workspace, dataFolder }: HostContext, { sha256 }: FileAsItIs): LastScheduleChange | null {
  const last = readLastChange(dataFolder)
  return last !== null && last.workspace === workspace.folder && last.afterSha256 === sha256 ? last : null
}

const inWords = ({ words, changedAt, by }: LastScheduleChange): LastChange => ({ words, changedAt, by })

function describe(context: HostContext, file: FileAsItIs): ScheduleFile {
  const last = lastChangeOf(context, file)
  const path = join(context.workspace.folder, teamFile)
  return { path, sha256: file.sha256, lastChange: last === null ? null : inWords(last) }
}

function previewOf({ text, sha256 }: FileAsItIs, after: string): SchedulePreview {
  const options = { context: 3 }
  return {
    baseSha256: sha256,
    diff: createTwoFilesPatch(teamFile, teamFile, text, after, undefined, undefined, options),
  }
}

const nothingToUndo = (): Reply<never> =>
  refuse('notAllowed', 'There is nothing to take back: team.yaml was edited since, or not from here.')

/** Who is at the desk, by name. */
function nameAtDesk({ preferences, workspace }: HostContext): string | null {
  const { me } = preferences.read()
  return me === null ? null : (findPerson(workspace.team(), me)?.name ?? null)
}

function change(
  context: HostContext,
  changes: readonly ScheduleChange[],
  baseSha256: string,
  words: string,
): Reply<ScheduleFile> {
  const by = nameAtDesk(context)
  const written = editWorkspaceFile(context, teamFile, baseSha256, (text) => edited(context, text, changes))
  if (!written.ok) return written
  const { before, after } = written.value
  const changedAt = new Date(context.clock.nowMs()).toISOString()
  const { folder: workspace } = context.workspace
  const last = { workspace, words, changedAt, by, before: before.text, afterSha256: after.sha256 }
  keepLastChange(context.dataFolder, last, context.log)
  return { ok: true, value: describe(context, after) }
}

function previewUndo(context: HostContext): Reply<UndoPreview> {
  const now = read(context)
  if (!now.ok) return now
  const last = lastChangeOf(context, now.value)
  if (last === null) return nothingToUndo()
  const after = ifInForce(context, now.value.text, last.before)
  if (!after.ok) return after
  const { team } = parseTeam({ path: teamFile, text: after.value })
  return { ok: true, value: { ...previewOf(now.value, after.value), lastChange: inWords(last), team } }
}

function undo(context: HostContext, baseSha256: string): Reply<ScheduleFile> {
  const now = read(context)
  if (!now.ok) return now
  const last = lastChangeOf(context, now.value)
  if (last === null) return nothingToUndo()
  const written = editWorkspaceFile(context, teamFile, baseSha256, (text) => ifInForce(context, text, last.before))
  if (!written.ok) return written
  keepLastChange(context.dataFolder, null, context.log)
  return { ok: true, value: describe(context, written.value.after) }
}

/** Calls that edit the schedule: team.yaml is written only as a person has seen it in a diff (W). */
export const scheduleHandlers = (context: HostContext): Pick<Handlers, ScheduleCalls> => ({
  'schedule.read': async () => {
    const file = read(context)
    return file.ok ? { ok: true, value: describe(context, file.value) } : file
  },
  'schedule.preview': async ({ changes }) => {
    const file = read(context)
    if (!file.ok) return file
    const after = edited(context, file.value.text, changes)
    return after.ok ? { ok: true, value: previewOf(file.value, after.value) } : after
  },
  'schedule.change': async ({ changes, baseSha256, words }) =>
    readOnlyReply(context) ?? change(context, changes, baseSha256, words),
  'calendar.export': async ({ scope }) => exportCalendarFile(context, scope),
  'schedule.previewUndo': async () => previewUndo(context),
  'schedule.undo': async ({ baseSha256 }) => readOnlyReply(context) ?? undo(context, baseSha256),
})
