import { createTwoFilesPatch } from 'diff'
import type { ScheduleFile } from '../../shared/contract/contract.ts'
import type { Reply } from '../../shared/contract/refusal.ts'
import type { Handlers } from '../../shared/contract/serve.ts'
import { editTeamYaml } from '../../shared/schedule/swaps/edit-team-yaml.ts'
import type { ScheduleChange } from '../../shared/schedule/swaps/schedule-change.ts'
import { exportCalendarFile } from './export-calendar-file.ts'
import type { HostContext } from './host-context.ts'
import { keepLastChange, readLastChange } from './last-schedule-change.ts'
import { refuse } from './refuse.ts'
import { readTeamFile, type TeamFile, writeTeamFile } from './team-file.ts'

type ScheduleCalls = 'schedule.read' | 'schedule.preview' | 'schedule.change' | 'schedule.undo' | 'calendar.export'

const changedMeanwhile = (): Reply<never> =>
  refuse(
    'notAllowed',
    'team.yaml was changed meanwhile. Nothing was written, and the other edit is kept.',
    'Look at the schedule as it is now and decide again.',
  )

const unreadable = (reason: string): Reply<never> =>
  refuse('notFound', `team.yaml could not be read: ${reason}`, 'Check the workspace folder in Settings.')

const read = (context: HostContext): Reply<TeamFile> => {
  const file = readTeamFile(context.workspace.folder)
  return file.ok ? file : unreadable(file.error)
}

/** The text with all changes made in it, one after the other; refused whole when one of them cannot be made. */
function edited(text: string, changes: readonly ScheduleChange[]): Reply<string> {
  let current = text
  for (const change of changes) {
    const next = editTeamYaml(current, change)
    if (!next.ok) return refuse('notAllowed', next.error.message, 'Nothing was written.')
    current = next.value.text
  }
  return { ok: true, value: current }
}

function describe(context: HostContext, { path, sha256 }: TeamFile): ScheduleFile {
  const last = readLastChange(context.dataFolder)
  const isLast = last !== null && last.workspace === context.workspace.folder && last.afterSha256 === sha256
  return { path, sha256, lastChange: isLast ? { words: last.words, changedAt: last.changedAt } : null }
}

/** Writes and takes the new team in at once: the next rung must not wait for the watcher. */
function write(context: HostContext, text: string, baseSha256: string): Reply<TeamFile> {
  const written = writeTeamFile(context.workspace.folder, text, baseSha256)
  if (!written.ok) {
    const hint = 'The old file stands. Check the disk and the permissions, then try again.'
    return refuse('notSaved', `team.yaml was not written: ${written.error}`, hint)
  }
  if (written.value === null) return changedMeanwhile()
  context.workspace.reload()
  return { ok: true, value: written.value }
}

const isReadOnly = (context: HostContext): Reply<never> | null =>
  context.readOnly === null
    ? null
    : refuse('readOnly', `Read-only: ${context.readOnly.holder} holds this data folder.`, 'Write in the other window.')

function change(
  context: HostContext,
  changes: readonly ScheduleChange[],
  baseSha256: string,
  words: string,
): Reply<ScheduleFile> {
  const before = read(context)
  if (!before.ok) return before
  if (before.value.sha256 !== baseSha256) return changedMeanwhile()
  const text = edited(before.value.text, changes)
  if (!text.ok) return text
  const written = write(context, text.value, baseSha256)
  if (!written.ok) return written
  const changedAt = new Date(context.clock.nowMs()).toISOString()
  const { folder: workspace } = context.workspace
  const last = { workspace, words, changedAt, before: before.value.text, afterSha256: written.value.sha256 }
  keepLastChange(context.dataFolder, last, context.log)
  return { ok: true, value: describe(context, written.value) }
}

function undo(context: HostContext, baseSha256: string): Reply<ScheduleFile> {
  const now = read(context)
  if (!now.ok) return now
  const last = readLastChange(context.dataFolder)
  if (last === null || describe(context, now.value).lastChange === null) {
    return refuse('notAllowed', 'There is nothing to take back: team.yaml was edited since, or not from here.')
  }
  if (now.value.sha256 !== baseSha256) return changedMeanwhile()
  const written = write(context, last.before, baseSha256)
  if (!written.ok) return written
  keepLastChange(context.dataFolder, null, context.log)
  return { ok: true, value: describe(context, written.value) }
}

/** Calls that edit the schedule: the only ones that ever write to the workspace, and only what a person has seen as a diff (W). */
export const scheduleHandlers = (context: HostContext): Pick<Handlers, ScheduleCalls> => ({
  'schedule.read': async () => {
    const file = read(context)
    return file.ok ? { ok: true, value: describe(context, file.value) } : file
  },
  'schedule.preview': async ({ changes }) => {
    const file = read(context)
    if (!file.ok) return file
    const { text, sha256 } = file.value
    const after = edited(text, changes)
    if (!after.ok) return after
    const options = { context: 3 }
    const diff = createTwoFilesPatch('team.yaml', 'team.yaml', text, after.value, undefined, undefined, options)
    return { ok: true, value: { baseSha256: sha256, diff } }
  },
  'schedule.change': async ({ changes, baseSha256, words }) =>
    isReadOnly(context) ?? change(context, changes, baseSha256, words),
  'calendar.export': async ({ scope }) => exportCalendarFile(context, scope),
  'schedule.undo': async ({ baseSha256 }) => isReadOnly(context) ?? undo(context, baseSha256),
})
