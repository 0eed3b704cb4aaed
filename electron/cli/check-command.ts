import { resolve } from 'node:path'
import type { Problem } from '../../shared/kit/problem.ts'
import type { RunbookCheckContext } from '../../shared/runbook/lint/check-context.ts'
import { checkRunbook, checkRunbookIds } from '../../shared/runbook/lint/check-runbook.ts'
import { byHouseHabits } from '../../shared/runbook/lint/house-habits.ts'
import { scheduleFindings } from '../../shared/schedule/schedule-findings.ts'
import type { Team } from '../../shared/schedule/team.ts'
import { readBaseline, type SetAside, setAside, writeBaseline } from './baseline.ts'
import { CHECK_FORMATS, type CheckFormat, reportIn } from './check-formats.ts'
import type { CheckReport } from './check-report.ts'
import { type Gathered, gatherRunbooks } from './gather-runbooks.ts'
import { mendRunbooks } from './mend-runbooks.ts'
import { refuseNothing } from './no-runbook.ts'
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
  readonly baseline?: string
  readonly writeBaseline?: boolean
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
  const { team, linkable, anchors, isWorkspace, withinRepository } = gathered
  return {
    peopleIds: team.people.map(({ id }) => id),
    pipelineIds: team.pipelines.map(({ id }) => id),
    files: linkable,
    anchors,
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

/** The problems that are not known already; with `--write-baseline` those there are become known. */
function withoutKnown(
  problems: readonly Problem[],
  gathered: Gathered,
  options: CheckOptions,
  terminal: Terminal,
): SetAside {
  if (options.baseline === undefined) return { problems, known: 0, gone: 0 }
  const path = resolve(options.baseline)
  const baseline = options.writeBaseline === true ? writeBaseline(path, problems, gathered) : readBaseline(path)
  const aside = setAside(problems, gathered, baseline)
  if (options.writeBaseline === true)
    terminal.error(`${path} written: problems that are there now are known, and only new ones are told.`)
  if (aside.gone > 0)
    terminal.error(`Known problems that are gone: ${aside.gone}. --write-baseline keeps them from coming back.`)
  return aside
}

/** `nightdesk check [PATH...]`: 1 when there is an error, more warnings than allowed or a file that could not be mended, 2 for bad usage or where there is nothing to check. */
export async function runCheck(
  paths: readonly string[],
  options: CheckOptions,
  terminal: Terminal,
  nowMs: number,
): Promise<ExitCode> {
  const format = formatOf(options)
  const most = mostWarnings(options)
  if (options.writeBaseline === true && options.baseline === undefined)
    throw new UsageError('--write-baseline needs --baseline FILE, the file to write.')
  const places = paths.length > 0 ? paths : [workspaceOf(options)]
  const first = await gatherRunbooks(places, terminal)
  refuseNothing(places, first)
  const mended =
    options.fix === true ? mendRunbooks(first, contextOf(first, nowMs), options.dryRun === true, terminal) : null
  const gathered = mended?.isWritten ? await gatherRunbooks(places, terminal) : first
  const found = findProblems(gathered, nowMs, options.strict === true)
  const { problems, known } = withoutKnown(found, gathered, options, terminal)
  const errors = problems.filter(({ severity }) => severity === 'error').length
  const warnings = problems.length - errors
  const { folder, withinRepository, leftAlone } = gathered
  const report: CheckReport = {
    workspace: folder,
    withinRepository,
    runbooks: gathered.runbooks.length,
    leftAlone,
    known,
    errors,
    warnings,
    problems,
  }
  terminal.out(reportIn(format, report))
  const isRefused = mended !== null && mended.refused > 0 && options.dryRun !== true
  return errors > 0 || warnings > most || isRefused ? 1 : 0
}
