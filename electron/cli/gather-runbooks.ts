import { existsSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import type { Problem } from '../../shared/kit/problem.ts'
import type { Runbook } from '../../shared/runbook/runbook.ts'
import { isMarkdownFile, isOtherPage } from '../../shared/runbook/text/runbook-file.ts'
import { emptyTeam, type Team } from '../../shared/schedule/team.ts'
import { type FoundFile, findFiles, readFound } from '../host/workspace-files.ts'
import { loadTeam } from '../host/workspace-team.ts'
import { readRunbooks } from './reading/read-runbooks.ts'
import { type Terminal, UsageError } from './terminal.ts'

/** Runbooks of a workspace, of any other folder, or of one file, as read from the disk. */
export type Gathered = {
  readonly folder: string
  /** Whether there is a team.yaml: without one the folder belongs to a house that need not know of Nightdesk (R4). */
  readonly isWorkspace: boolean
  readonly team: Team
  readonly runbooks: readonly Runbook[]
  /** What could not be read, and what is wrong in the team file. */
  readonly problems: readonly Problem[]
  /** Pages beside the runbooks that are none: how to contribute, an index, and what is not Markdown. */
  readonly leftAlone: readonly string[]
  /** The folder's place in its Git repository, for tools that name files from its root; empty when it is the root or there is none. */
  readonly withinRepository: string
  /** Every file that a link may lead to: of the workspace, else of the repository. */
  readonly linkable: ReadonlySet<string>
}

const NEVER_A_RUNBOOK =
  /^(?:contributing|changelog|code_of_conduct|security|licen[cs]e|pull_request_template|claude|agents)$/i
const AN_INDEX = /^_?(?:readme|index|summary)$/i

function isPage(runbook: Runbook): boolean {
  const name = basename(runbook.path).replace(/\..*$/, '')
  if (NEVER_A_RUNBOOK.test(name)) return true
  const bearsSteps =
    runbook.scenarios.some(({ steps }) => steps.length > 0) ||
    runbook.parts.some(({ kind }) => kind === 'debugging' || kind === 'mitigation')
  return AN_INDEX.test(name) && !bearsSteps
}

/** The folder that holds the Git repository a folder is in, or the folder itself. */
function repositoryOf(folder: string): string {
  for (let above = folder; ; above = dirname(above)) {
    if (existsSync(join(above, '.git'))) return above
    if (dirname(above) === above) return folder
  }
}

/** Where a folder keeps its runbooks. */
function shelfOf(folder: string): string {
  return existsSync(join(folder, 'runbooks')) ? 'runbooks' : '.'
}

/** Reads what a command was pointed at; `error` hears of threads that ended before their time. Throws a UsageError when it is not there. */
export async function gatherRunbooks(path: string, { error }: Pick<Terminal, 'error'>): Promise<Gathered> {
  const place = resolve(path)
  const stats = statSync(place, { throwIfNoEntry: false })
  if (stats === undefined) throw new UsageError(`There is no workspace at ${place}. Give a folder or a Markdown file.`)
  const folder = stats.isDirectory() ? place : dirname(place)
  const isWorkspace = stats.isDirectory() && existsSync(join(folder, 'team.yaml'))
  const repository = repositoryOf(folder)
  const found: readonly FoundFile[] = stats.isDirectory()
    ? findFiles(folder, shelfOf(folder))
    : [{ file: place, path: basename(place) }]
  const read = found.filter(({ path: name }) => !stats.isDirectory() || isMarkdownFile(name)).map(readFound)
  const all = await readRunbooks(
    read.filter((each) => 'text' in each),
    { say: error },
  )
  const runbooks = stats.isDirectory() ? all.filter((runbook) => !isPage(runbook)) : all
  const team = isWorkspace ? loadTeam(folder, null) : { team: emptyTeam, problems: [] }
  return {
    folder,
    isWorkspace,
    team: team.team,
    runbooks,
    problems: [...team.problems, ...read.flatMap((each) => ('text' in each ? each.problems : each))],
    leftAlone: [
      ...all.filter((runbook) => !runbooks.includes(runbook)),
      ...found.filter(({ path: name }) => stats.isDirectory() && isOtherPage(name)),
    ].map(({ path: name }) => name),
    withinRepository: relative(repository, folder).split(sep).join('/'),
    linkable: new Set(findFiles(isWorkspace ? folder : repository).map((found) => found.path)),
  }
}
