import { readdirSync } from 'node:fs'
import { relative, sep } from 'node:path'
import type { Problem } from '../../shared/kit/problem.ts'
import { checkRunbook, checkRunbookIds } from '../../shared/runbook/check-runbook.ts'
import { scheduleFindings } from '../../shared/schedule/schedule-findings.ts'
import type { Team } from '../../shared/schedule/team.ts'
import { readWorkspace } from '../host/workspace.ts'
import { type PlaceOptions, workspaceOf } from './places.ts'
import type { ExitCode, Terminal } from './terminal.ts'

const DAY_MS = 86_400_000
/** How far ahead the schedule is looked at: the twelve weeks that the Schedule screen shows. */
const LOOK_AHEAD_DAYS = 84

function filesBelow(folder: string): ReadonlySet<string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return new Set(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, `${entry.parentPath}${sep}${entry.name}`).split(sep).join('/')),
  )
}

const scheduleProblems = (team: Team, nowMs: number): Problem[] =>
  scheduleFindings(team, nowMs, nowMs + LOOK_AHEAD_DAYS * DAY_MS).map((finding) => ({
    file: 'team.yaml',
    rule: `schedule/${finding.kind}`,
    severity: finding.severity === 'error' ? 'error' : 'warning',
    message: `${finding.date}: ${finding.why}`,
    hint: finding.hint,
  }))

/** Everything wrong in a workspace: team, policies, runbooks, and the schedule of the next twelve weeks (R8, S4, W1 to W3). */
export function checkWorkspace(folder: string, nowMs: number): Problem[] {
  const loaded = readWorkspace(folder)
  const context = {
    peopleIds: loaded.team.people.map(({ id }) => id),
    pipelineIds: loaded.team.pipelines.map(({ id }) => id),
    files: filesBelow(folder),
    today: new Date(nowMs).toISOString().slice(0, 10),
  }
  const runbookPaths = new Set(loaded.runbooks.map(({ path }) => path))
  return [
    ...loaded.problems.filter(({ file }) => !runbookPaths.has(file)),
    ...loaded.runbooks.flatMap((runbook) => checkRunbook(runbook, context)),
    ...checkRunbookIds(loaded.runbooks),
    ...scheduleProblems(loaded.team, nowMs),
  ]
}

function inWords({ file, line, column, severity, rule, message, hint }: Problem): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(':')
  return `${place}: ${severity}: ${message} [${rule}]${hint === undefined ? '' : `\n  ${hint}`}`
}

/** `nightdesk check [WORKSPACE]`: 1 when there is an error; warnings alone pass. */
export function runCheck(options: PlaceOptions, terminal: Terminal, nowMs: number): ExitCode {
  const folder = workspaceOf(options)
  const problems = checkWorkspace(folder, nowMs)
  const errors = problems.filter(({ severity }) => severity === 'error').length
  if (options.json === true) {
    terminal.out(JSON.stringify({ workspace: folder, errors, warnings: problems.length - errors, problems }, null, 2))
  } else {
    for (const problem of problems) terminal.out(inWords(problem))
    terminal.out(`${errors} errors, ${problems.length - errors} warnings`)
  }
  return errors > 0 ? 1 : 0
}
