import { resolve } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import type { Problem } from '../../shared/kit/problem.ts'
import type { RunbookCheckContext } from '../../shared/runbook/lint/check-context.ts'
import { checkRunbook, checkRunbookIds } from '../../shared/runbook/lint/check-runbook.ts'
import { byHouseHabits } from '../../shared/runbook/lint/house-habits.ts'
import { REQUIREMENTS, type Requirement } from '../../shared/runbook/lint/requirements.ts'
import { readBaseline, type SetAside, setAside, writeBaseline } from './baseline.ts'
import { CHECK_FORMATS, type CheckFormat, reportIn } from './check-formats.ts'
import type { CheckReport } from './check-report.ts'
import { type Gathered, gatherRunbooks } from './gather-runbooks.ts'
import { mendRunbooks } from './mend-runbooks.ts'
import { refuseNothing } from './no-runbook.ts'
import { onDisk } from './on-disk.ts'
import { placeToWrite } from './place-to-write.ts'
import type { PlaceOptions } from './places.ts'
import { type ExitCode, type Terminal, UsageError } from './terminal.ts'

/** What `nightdesk check` can be told. */
export type CheckOptions = PlaceOptions & {
  readonly format?: string
  readonly strict?: boolean
  /** Names out of `REQUIREMENTS` and `team`, separated by commas; the option may be given several times. */
  readonly require?: readonly string[]
  readonly fix?: boolean
  readonly dryRun?: boolean
  readonly maxWarnings?: string
  readonly baseline?: string
  readonly writeBaseline?: boolean
}

/** The day where the terminal is: the console writes that of its own place when somebody verified a runbook. */
const localDay = (nowMs: number): string =>
  Temporal.Instant.fromEpochMilliseconds(nowMs).toZonedDateTimeISO(Temporal.Now.timeZoneId()).toPlainDate().toString()

/** What is asked of runbooks beyond what is plainly wrong. */
type Asked = {
  readonly strict: boolean
  readonly required: ReadonlySet<Requirement>
  /** Whether there must be a team.yaml. */
  readonly team: boolean
}

/** Nothing but what is wrong, and what the habit of the house asks for. */
export const NOTHING_ASKED: Asked = { strict: false, required: new Set(), team: false }

function contextOf(gathered: Gathered, nowMs: number, required: Asked['required']): RunbookCheckContext {
  const { folder, repository, team, linkable, anchors, secrets, isWorkspace, withinRepository } = gathered
  const isThere = onDisk(isWorkspace ? folder : repository)
  return {
    peopleIds: team.people.map(({ id }) => id),
    pipelineIds: team.pipelines.map(({ id }) => id),
    files: linkable,
    // What is beside a workspace is not at hand in the console.
    isThere: (path) => !(isWorkspace && path.startsWith('..')) && isThere(path),
    anchors,
    secrets,
    required,
    today: localDay(nowMs),
    ...(isWorkspace ? {} : { within: withinRepository }),
  }
}

const NO_TEAM: Problem = {
  file: 'team.yaml',
  rule: 'team/missing',
  severity: 'error',
  message: 'There is no team.yaml, so owners and pipelines cannot be checked.',
  hint: 'Add one, give the folder that holds it, or check without --require team.',
}

/**
 * Everything wrong in a workspace: team, policies, runbooks, and the schedule of the next twelve weeks (R8, S4, W1 to W3). In a folder without a team file
 * only what is wrong by the folder's own habits, and what is asked for.
 */
export function findProblems(gathered: Gathered, nowMs: number, asked: Asked): Problem[] {
  const { runbooks, neighbours, isWorkspace, problems, schedule, teamFile } = gathered
  const context = contextOf(gathered, nowMs, asked.required)
  const told = new Set(runbooks.map(({ path }) => path))
  // Of two runbooks with one id the later is told about.
  const twice = checkRunbookIds([...neighbours, ...runbooks], context).filter(({ file }) => told.has(file))
  const found = [...runbooks.flatMap((runbook) => checkRunbook(runbook, context)), ...twice]
  if (isWorkspace) return [...problems, ...found, ...schedule]
  const missing = asked.team && teamFile === null ? [NO_TEAM] : []
  return [...missing, ...problems, ...byHouseHabits(found, [...runbooks, ...neighbours], asked), ...schedule]
}

function askedIn({ strict, require = [] }: CheckOptions): Asked {
  const names = require.flatMap((each) => each.split(',')).map((name) => name.trim())
  const known: readonly string[] = [...REQUIREMENTS, 'team']
  const unknown = names.find((name) => !known.includes(name))
  if (unknown !== undefined)
    throw new UsageError(`--require does not know "${unknown}". Use ${known.join(', ')}, separated by commas.`)
  const required = new Set(REQUIREMENTS.filter((each) => names.includes(each)))
  return { strict: strict === true, required, team: names.includes('team') }
}

/** What to read: the paths, else the workspace that was given, else the current folder. Never the console's workspace, which a checkout knows nothing of. */
function placesOf(paths: readonly string[], { workspace }: CheckOptions): readonly string[] {
  if (paths.length > 0 && workspace !== undefined)
    throw new UsageError('Give either paths or --workspace DIR, which means the same.')
  return paths.length > 0 ? paths : [workspace ?? '.']
}

function formatOf({ format, json }: CheckOptions): CheckFormat {
  if (json === true && format !== undefined && format !== 'json')
    throw new UsageError(`--json and --format ${format} exclude each other. Leave one of them out.`)
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

/** The baseline to read or to write; where it must not be written, that is said before anything is mended. */
function baselinePath({ baseline, writeBaseline: isWritten }: CheckOptions): string | null {
  if (isWritten === true && baseline === undefined)
    throw new UsageError('--write-baseline needs --baseline FILE, the file to write.')
  if (baseline === undefined) return null
  return isWritten === true ? placeToWrite(baseline, '--baseline') : resolve(baseline)
}

/** The problems that are not known already; with `--write-baseline` those there are become known. */
function withoutKnown(
  problems: readonly Problem[],
  gathered: Gathered,
  path: string | null,
  options: CheckOptions,
  terminal: Terminal,
): SetAside {
  if (path === null) return { problems, known: 0, gone: 0 }
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
  const asked = askedIn(options)
  const baseline = baselinePath(options)
  if (options.dryRun === true && options.fix !== true)
    throw new UsageError('--dry-run goes with --fix: it shows what would be mended. A check alone writes nothing.')
  const given = placesOf(paths, options)
  const first = await gatherRunbooks(given, terminal, nowMs)
  const places = given.map((path) => resolve(path))
  refuseNothing(places, first)
  const context = contextOf(first, nowMs, asked.required)
  const mended = options.fix === true ? mendRunbooks(first, context, options.dryRun === true, terminal) : null
  const gathered = mended?.isWritten ? await gatherRunbooks(given, terminal, nowMs) : first
  const found = findProblems(gathered, nowMs, asked)
  const { problems, known } = withoutKnown(found, gathered, baseline, options, terminal)
  const errors = problems.filter(({ severity }) => severity === 'error').length
  const warnings = problems.length - errors
  const { folder, isWorkspace, withinRepository, leftAlone } = gathered
  const report: CheckReport = {
    workspace: folder,
    places,
    isWorkspace,
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
