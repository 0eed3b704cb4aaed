import { closeSync, openSync, readSync } from 'node:fs'
import { relative, sep } from 'node:path'
import type { Problem } from '../../shared/kit/problem.ts'
import { checkPage } from '../../shared/runbook/lint/check-page.ts'
import { type KnownAnchors, knownAnchors } from '../../shared/runbook/lint/known-anchors.ts'
import { isOnlyPage } from '../../shared/runbook/only-page.ts'
import type { Runbook } from '../../shared/runbook/runbook.ts'
import { emptyTeam, type Team } from '../../shared/schedule/team.ts'
import { decodeText } from '../host/decode-text.ts'
import { type FoundFile, findFiles, readFound } from '../host/workspace-files.ts'
import { findPages } from './find-pages.ts'
import { readRunbooks } from './reading/read-runbooks.ts'
import type { ReadTeam } from './team-problems.ts'
import type { Terminal } from './terminal.ts'

/** Runbooks of a workspace, of other folders, or of single files, as read from the disk. */
export type Gathered = {
  readonly folder: string
  /** Whether there is a team.yaml: without one the folder belongs to a house that need not know of Nightdesk (R4). */
  readonly isWorkspace: boolean
  readonly team: Team
  /** The team file that was read, the workspace's or one that was named, from the folder; null when there is none. */
  readonly teamFile: string | null
  readonly runbooks: readonly Runbook[]
  /** The other runbooks in the folders of files that were named one by one: these are judged as their folder would be, and only these are told about. */
  readonly neighbours: readonly Runbook[]
  /** The secrets in each of these. */
  readonly secrets: ReadonlyMap<Runbook, readonly Problem[]>
  /** What could not be read, what is wrong in the team file, and the secrets in pages that are no runbooks. */
  readonly problems: readonly Problem[]
  /** What is wrong in the schedule of the next twelve weeks. */
  readonly schedule: readonly Problem[]
  /** Pages beside the runbooks that are none: how to contribute, an index, and what is not Markdown. Only secrets are looked for in them. */
  readonly leftAlone: readonly string[]
  /** Whether files were named one by one, so that it is no fault when none of them is a runbook. */
  readonly areNamed: boolean
  /** The Git repository that the folder is in, or the folder itself. */
  readonly repository: string
  /** The folder's place in its Git repository, for tools that name files from its root; empty when it is the root or there is none. */
  readonly withinRepository: string
  /** Every file that a link may lead to: of the workspace, else of the repository. */
  readonly linkable: ReadonlySet<string>
  /** What `#fragment` links can point at in each Markdown page that was read, by its path among `linkable`. */
  readonly anchors: KnownAnchors
}

const NO_TEAM: ReadTeam = { team: emptyTeam, problems: [], schedule: [] }

/** The holidays of the world, which a schedule needs, are read where there is a team only. */
async function teamIn(teamFile: FoundFile | null, nowMs: number): Promise<ReadTeam> {
  if (teamFile === null) return NO_TEAM
  const { readTeamFile } = await import('./team-problems.ts')
  return readTeamFile(teamFile, nowMs)
}

/** Whether a file is no text by its first bytes: a picture or a document of an office. */
function isBinary(file: string): boolean {
  const start = Buffer.alloc(8_000)
  const open = openSync(file, 'r')
  try {
    return decodeText(start.subarray(0, readSync(open, start))).encoding === 'binary'
  } finally {
    closeSync(open)
  }
}

/** Secrets in files that are not read as runbooks, and those that could not be searched. What is no text at all is passed over. */
function secretsIn(files: readonly FoundFile[]): Problem[] {
  return files.flatMap((found) => {
    const each = readFound(found)
    if ('text' in each) return checkPage(each)
    return each.rule === 'workspace/not-text' || (each.rule === 'workspace/too-large' && isBinary(found.file))
      ? []
      : [each]
  })
}

/**
 * Reads what a command was pointed at, as of an instant (epoch ms), and beside files that were named their folders, unless they are looked at `alone`;
 * `error` hears of threads that ended before their time. Throws a UsageError when it is not there.
 */
export async function gatherRunbooks(
  paths: readonly string[],
  { error }: Pick<Terminal, 'error'>,
  nowMs: number,
  alone?: 'alone',
): Promise<Gathered> {
  const found = findPages(paths)
  const { folder, repository, isWorkspace, areNamed, pages, named, leftAlone, elsewhere } = found
  const neighbours = alone === undefined ? found.neighbours : []
  const read = pages.map(readFound)
  const texts = [...read, ...neighbours.map(readFound)].filter((each) => 'text' in each)
  const [files, { team, problems: teamProblems, schedule }] = await Promise.all([
    readRunbooks(texts, { say: error }),
    teamIn(found.teamFile, nowMs),
  ])
  const all = files.map(({ runbook }) => runbook)
  const isBeside = new Set(neighbours.map(({ path }) => path))
  const isRunbook = (page: Runbook): boolean => named.has(page.path) || !isOnlyPage(page)
  const told = all.filter(({ path }) => !isBeside.has(path))
  const onlyPages = told.filter((page) => !isRunbook(page))
  const withinRepository = relative(repository, folder).split(sep).join('/')
  return {
    folder,
    isWorkspace,
    team,
    teamFile: found.teamFile?.path ?? null,
    runbooks: told.filter(isRunbook),
    neighbours: all.filter((page) => isBeside.has(page.path) && isRunbook(page)),
    secrets: new Map(files.map(({ runbook, secrets }) => [runbook, secrets])),
    problems: [
      ...teamProblems,
      ...found.problems,
      ...read.flatMap((each) => ('text' in each ? each.problems : each)),
      ...onlyPages.flatMap(checkPage),
      ...secretsIn([...leftAlone, ...elsewhere]),
    ],
    schedule,
    leftAlone: [...onlyPages, ...leftAlone].map(({ path }) => path),
    areNamed,
    repository,
    withinRepository,
    linkable: new Set(findFiles(isWorkspace ? folder : repository).files.map(({ path }) => path)),
    anchors: knownAnchors(all, isWorkspace ? '' : withinRepository),
  }
}
