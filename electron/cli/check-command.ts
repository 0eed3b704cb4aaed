import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Problem } from '../../shared/kit/problem.ts'
import type { RunbookCheckContext } from '../../shared/runbook/lint/check-context.ts'
import { checkRunbook, checkRunbookIds } from '../../shared/runbook/lint/check-runbook.ts'
import { fixRunbook } from '../../shared/runbook/lint/fix-runbook.ts'
import { byHouseHabits } from '../../shared/runbook/lint/house-habits.ts'
import { scheduleFindings } from '../../shared/schedule/schedule-findings.ts'
import type { Team } from '../../shared/schedule/team.ts'
import { CHECK_FORMATS, type CheckFormat, reportIn } from './check-formats.ts'
import type { CheckReport } from './check-report.ts'
import { type Gathered, gatherRunbooks } from './gather-runbooks.ts'
import { type PlaceOptions, workspaceOf } from './places.ts'
import { type ExitCode, type Terminal, UsageError } from './terminal.ts'

const DAY_MS = 86_400_000
/** How far ahead the schedule is looked at: the twelve weeks that the Schedule screen shows. */
const LOOK_AHEAD_DAYS = 84

/** What `nightdesk check` can be told. */
export type CheckOptions = PlaceOptions & {
  readonly format?: string
  readonly strict?: boolean
  readonly fix?: boolean
  readonly dryRun?: boolean
  readonly maxWarnings?: string
}

const scheduleProblems = (team: Team, nowMs: number): Problem[] =>
  scheduleFindings(team, nowMs, nowMs + LOOK_AHEAD_DAYS * DAY_MS).map((finding) => ({
    file: 'team.yaml',
    rule: `schedule/${finding.kind}`,
    severity: finding.severity === 'error' ? 'error' : 'warning',
    message: `${finding.date}: ${finding.why}`,
    hint: finding.hint,
  }))

function contextOf(gathered: Gathered, nowMs: number): RunbookCheckContext {
  const { team, linkable, isWorkspace, withinRepository } = gathered
  return {
    peopleIds: team.people.map(({ id }) => id),
    pipelineIds: team.pipelines.map(({ id }) => id),
    files: linkable,
    today: new Date(nowMs).toISOString().slice(0, 10),
    ...(isWorkspace ? {} : { within: withinRepository }),
  }
}

/**
 * Everything wrong in a workspace: team, policies, runbooks, and the schedule of the next twelve weeks (R8, S4, W1 to W3). In a folder without a team file
 * only what is wrong by the folder's own habits, unless `strict`.
 */
export function findProblems(gathered: Gathered, nowMs: number, strict: boolean): Problem[] {
  const { runbooks, isWorkspace, problems, team } = gathered
  const context = contextOf(gathered, nowMs)
  const found = [...runbooks.flatMap((runbook) => checkRunbook(runbook, context)), ...checkRunbookIds(runbooks)]
  if (isWorkspace) return [...problems, ...found, ...scheduleProblems(team, nowMs)]
  const missing: Problem = {
    file: 'team.yaml',
    rule: 'team/missing',
    severity: 'error',
    message: 'There is no team.yaml, so owners and pipelines cannot be checked.',
    hint: 'Add one, or check without --strict.',
  }
  return strict ? [missing, ...problems, ...found] : [...problems, ...byHouseHabits(found, runbooks)]
}

function formatOf({ format, json }: CheckOptions): CheckFormat {
  const wanted = format ?? (json === true ? 'json' : 'text')
  const known = CHECK_FORMATS.find((name) => name === wanted)
  if (known === undefined) throw new UsageError(`There is no format "${wanted}". Use ${CHECK_FORMATS.join(', ')}.`)
  return known
}

function mostWarnings({ maxWarnings }: CheckOptions): number {
  if (maxWarnings === undefined) return Number.POSITIVE_INFINITY
  if (!/^\d{1,9}$/.test(maxWarnings)) throw new UsageError(`--max-warnings needs a number, not "${maxWarnings}".`)
  return Number(maxWarnings)
}

/** Mends what is safe, the difference shown first; true when something was written. */
function mend(gathered: Gathered, options: CheckOptions, terminal: Terminal, nowMs: number): boolean {
  const context = contextOf(gathered, nowMs)
  let count = 0
  for (const runbook of gathered.runbooks) {
    const { text, edits } = fixRunbook(runbook, context)
    if (edits.length === 0) continue
    const before = runbook.text.split(/\r\n|\n|\r/)
    for (const edit of edits) {
      terminal.error(`${runbook.path}:${edit.line}: ${edit.rule}`)
      terminal.error(`  - ${before[edit.line - 1] ?? ''}`)
      terminal.error(`  + ${edit.text}`)
    }
    count += edits.length
    if (options.dryRun !== true) writeFileSync(join(gathered.folder, runbook.path), text)
  }
  const done = options.dryRun === true ? 'could be mended; nothing was written' : 'mended'
  terminal.error(`${count} ${count === 1 ? 'line' : 'lines'} ${done}`)
  return count > 0 && options.dryRun !== true
}

/** `nightdesk check [PATH]`: 1 when there is an error or more warnings than allowed, 2 for bad usage. */
export async function runCheck(options: CheckOptions, terminal: Terminal, nowMs: number): Promise<ExitCode> {
  const format = formatOf(options)
  const most = mostWarnings(options)
  const path = workspaceOf(options)
  const first = await gatherRunbooks(path, terminal)
  const isMended = options.fix === true && mend(first, options, terminal, nowMs)
  const gathered = isMended ? await gatherRunbooks(path, terminal) : first
  const problems = findProblems(gathered, nowMs, options.strict === true)
  const errors = problems.filter(({ severity }) => severity === 'error').length
  const warnings = problems.length - errors
  const { folder, withinRepository, leftAlone } = gathered
  const report: CheckReport = {
    workspace: folder,
    withinRepository,
    runbooks: gathered.runbooks.length,
    leftAlone,
    errors,
    warnings,
    problems,
  }
  terminal.out(reportIn(format, report))
  return errors > 0 || warnings > most ? 1 : 0
}
