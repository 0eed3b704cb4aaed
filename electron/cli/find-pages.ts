import { existsSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import process from 'node:process'
import type { Problem } from '../../shared/kit/problem.ts'
import { isMarkdownFile, isOtherPage } from '../../shared/runbook/text/runbook-file.ts'
import { type FoundFile, findFiles, type Listing } from '../host/workspace-files.ts'
import { UsageError } from './terminal.ts'
import { isWithin } from './within-folder.ts'

/** The files that a command was pointed at, not read yet. */
export type FoundPages = {
  /** The folder that the paths count from. */
  readonly folder: string
  /** The Git repository it is in, or the folder itself. */
  readonly repository: string
  /** Whether there is a team.yaml: without one the folder belongs to a house that need not know of Nightdesk (R4). */
  readonly isWorkspace: boolean
  /** The team.yaml of the workspace, or one that was named; null when there is none. */
  readonly teamFile: FoundFile | null
  /** Whether files were named one by one, as a commit hook does. */
  readonly areNamed: boolean
  /** Markdown to be read as runbooks; `named` are those that were named, which are read whatever they are called. */
  readonly pages: readonly FoundFile[]
  readonly named: ReadonlySet<string>
  /** Markdown in the folders of those that were named: read so that these are judged as their folder would be, and not told about. */
  readonly neighbours: readonly FoundFile[]
  /** What lies beside them and is no Markdown: said, and searched for secrets. */
  readonly leftAlone: readonly FoundFile[]
  /** The rest of a workspace, which is no folder of runbooks: only searched for secrets. */
  readonly elsewhere: readonly FoundFile[]
  /** The folders that could not be looked into. */
  readonly problems: readonly Problem[]
}

const TEAM_FILE = 'team.yaml'

type Place = { readonly path: string; readonly isFolder: boolean }

/** A file that may hold a runbook though its name does not say so: it has no ending, or that of plain text. */
const MAY_BE_TEXT = /(?:^|\/)[^./]+$|\.(?:txt|text)$/i

/** Finds what one or several paths mean: folders, files, or a workspace by itself. Throws a UsageError for what is not there. */
export function findPages(paths: readonly string[]): FoundPages {
  if (paths.includes('')) throw new UsageError('A path is empty. Give a folder or a Markdown file.')
  const places = [...new Set(paths.map((path) => resolve(path)))].map(placeAt)
  const workspace = places.find(({ path, isFolder }) => isFolder && existsSync(join(path, TEAM_FILE)))
  if (workspace === undefined) return pagesOf(places)
  if (places.length === 1) return pagesOfWorkspace(workspace.path)
  throw new UsageError(
    `${workspace.path} is a workspace with a team.yaml. Give it alone, or name folders and files in it.`,
  )
}

function placeAt(path: string): Place {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats === undefined)
    throw new UsageError(`There is no file or folder at ${path}. Give a folder or a Markdown file.`)
  return { path, isFolder: stats.isDirectory() }
}

function pagesOfWorkspace(folder: string): FoundPages {
  const shelf = existsSync(join(folder, 'runbooks')) ? 'runbooks' : '.'
  const all = findFiles(folder)
  const found = findFiles(folder, shelf).files
  const known = new Set(found.map(({ path }) => path))
  return {
    folder,
    repository: repositoryOf(folder),
    isWorkspace: true,
    teamFile: foundIn(folder, join(folder, TEAM_FILE)),
    areNamed: false,
    pages: found.filter(({ path }) => isMarkdownFile(path)),
    named: new Set(),
    neighbours: [],
    leftAlone: found.filter(({ path }) => isOtherPage(path)),
    elsewhere: all.files.filter(({ path }) => isMarkdownFile(path) && !known.has(path)),
    problems: all.problems,
  }
}

function pagesOf(places: readonly Place[]): FoundPages {
  const common = commonFolder(places.map(({ path, isFolder }) => (isFolder ? path : dirname(path))))
  const repository = repositoryOf(common)
  const folder =
    places.length > 1 && isWithin(process.cwd(), repository) && isWithin(common, process.cwd()) ? process.cwd() : common
  const files = places.filter(({ isFolder }) => !isFolder).map(({ path }) => foundIn(folder, path))
  const teamFile = onlyTeamFile(files)
  const below = places.filter(({ isFolder }) => isFolder).map(({ path }) => listed(path, folder, places.length > 1))
  const found = new Map([...files, ...below.flatMap((each) => each.files)].map((each) => [each.path, each]))
  const named = new Set(
    files.filter(({ path }) => isMarkdownFile(path) || MAY_BE_TEXT.test(path)).map(({ path }) => path),
  )
  const isPage = ({ path }: FoundFile): boolean => named.has(path) || isMarkdownFile(path)
  const isLeft = (each: FoundFile): boolean =>
    each !== teamFile && !isPage(each) && (files.includes(each) || isOtherPage(each.path))
  return {
    folder,
    repository,
    isWorkspace: false,
    teamFile,
    areNamed: files.length > 0,
    pages: [...found.values()].filter(isPage),
    named,
    neighbours: markdownBeside([...named], folder).filter(({ path }) => !found.has(path)),
    leftAlone: [...found.values()].filter(isLeft),
    elsewhere: [],
    problems: below.flatMap((each) => each.problems),
  }
}

function onlyTeamFile(files: readonly FoundFile[]): FoundFile | null {
  const [first = null, second] = files.filter(({ file }) => basename(file) === TEAM_FILE)
  if (second !== undefined)
    throw new UsageError('Two files are called team.yaml. Name one of them, or give the folder of each alone.')
  return first
}

const pathIn = (folder: string, file: string): string => relative(folder, file).split(sep).join('/')

const foundIn = (folder: string, file: string): FoundFile => ({ file, path: pathIn(folder, file) })

/** The Markdown of the folders that hold some files of a folder, each once. */
function markdownBeside(files: readonly string[], folder: string): readonly FoundFile[] {
  const folders = [...new Set(files.map((file) => dirname(join(folder, file))))]
  const outermost = folders.filter((each) => !folders.some((other) => other !== each && isWithin(each, other)))
  return outermost
    .flatMap((each) => findFiles(each).files)
    .filter(({ file }) => isMarkdownFile(file))
    .map(({ file }) => foundIn(folder, file))
}

/** What is below one of the places, named from the folder that all paths count from. One wrong place among several would otherwise go unseen. */
function listed(place: string, folder: string, isOneOfSeveral: boolean): Listing {
  const { files, problems } = findFiles(place)
  if (isOneOfSeveral && problems.length === 0 && !files.some(({ path }) => isMarkdownFile(path)))
    throw new UsageError(`There is no Markdown in ${place}. Leave it out, or give the folder that holds your runbooks.`)
  return {
    files: files.map(({ file }) => foundIn(folder, file)),
    problems: problems.map((problem) => ({ ...problem, file: pathIn(folder, join(place, problem.file)) || '.' })),
  }
}

function commonFolder(folders: readonly string[]): string {
  let common = folders[0] ?? process.cwd()
  while (!folders.every((folder) => isWithin(folder, common))) common = dirname(common)
  return common
}

/** The folder that holds the Git repository a folder is in, or the folder itself. */
function repositoryOf(folder: string): string {
  for (let above = folder; ; above = dirname(above)) {
    if (existsSync(join(above, '.git'))) return above
    if (dirname(above) === above) return folder
  }
}
