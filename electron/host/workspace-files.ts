import { type Dirent, readdirSync, readFileSync, type Stats, statSync } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import type { Problem } from '../../shared/kit/problem.ts'
import { reasonOf } from '../../shared/kit/reason-of.ts'
import { isMarkdownFile } from '../../shared/runbook/text/runbook-file.ts'
import { decodeText } from './decode-text.ts'
import { mergeLeftovers } from './merge-leftovers.ts'

/** A Markdown file beyond this is no runbook; reading it would only make the console slow. Bytes. */
const MOST_BYTES = 2_000_000

/** A text file of the workspace; `path` is relative to it, with forward slashes. `problems` tells when its letters had to be guessed. */
export type WorkspaceFile = { readonly path: string; readonly text: string; readonly problems: readonly Problem[] }

/** A file that was found and not read yet: its place on the disk, and in the workspace. */
export type FoundFile = { readonly file: string; readonly path: string }

/** What was found below a folder, and the folders below it that could not be looked into: what they hold is not known. */
export type Listing = { readonly files: readonly FoundFile[]; readonly problems: readonly Problem[] }

type Refusal = { readonly folder: string; readonly error: unknown }
/** What a folder holds, or why it could not be looked into; one that is not there holds nothing. */
type Looked = readonly Dirent[] | Refusal

const lookedInVain = (folder: string, error: unknown): Looked =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
    ? []
    : { folder, error }

function entriesOf(folder: string): Looked {
  try {
    return inOrder(readdirSync(folder, { withFileTypes: true }))
  } catch (error) {
    return lookedInVain(folder, error)
  }
}

async function entriesLater(folder: string): Promise<Looked> {
  try {
    return inOrder(await readdir(folder, { withFileTypes: true }))
  } catch (error) {
    return lookedInVain(folder, error)
  }
}

const isRefusal = (looked: Looked): looked is Refusal => 'error' in looked

function pathWithin(workspaceFolder: string, file: string): string {
  return relative(workspaceFolder, file).split(sep).join('/')
}

/** What stands in a folder that nobody put there: `lost+found` is on a disk that holds nothing else. */
const LEFT_ALONE = new Set(['node_modules', 'lost+found'])

/** Those that count, by name: hidden ones, node_modules, symbolic links and what a merge left do not. */
function inOrder(entries: readonly Dirent[]): Dirent[] {
  const left = mergeLeftovers(entries.map(({ name }) => name))
  return entries
    .filter(({ name }) => !name.startsWith('.') && !LEFT_ALONE.has(name) && !left.has(name))
    .filter((entry) => entry.isDirectory() || entry.isFile())
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

const holdsNothing = (looked: Looked): boolean => isRefusal(looked) || looked.length === 0

/** Whether a folder holds nothing, as where a share is not mounted, is not there, or cannot be looked into. */
export function isBareFolder(folder: string): boolean {
  return holdsNothing(entriesOf(folder))
}

/** The same without blocking. */
export async function isBareFolderLater(folder: string): Promise<boolean> {
  return holdsNothing(await entriesLater(folder))
}

type Below = readonly (string | Refusal)[]

function below(folder: string): Below {
  const looked = entriesOf(folder)
  if (isRefusal(looked)) return [looked]
  return looked.flatMap((entry): Below => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? below(path) : [path]
  })
}

async function belowLater(folder: string): Promise<Below> {
  const looked = await entriesLater(folder)
  if (isRefusal(looked)) return [looked]
  const each = looked.map(async (entry): Promise<Below> => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? belowLater(path) : [path]
  })
  return (await Promise.all(each)).flat()
}

function listingOf(workspaceFolder: string, all: Below): Listing {
  return {
    files: all.flatMap((each) =>
      typeof each === 'string' ? { file: each, path: pathWithin(workspaceFolder, each) } : [],
    ),
    problems: all.flatMap((each) =>
      typeof each === 'string' ? [] : unreadableFolder(pathWithin(workspaceFolder, each.folder), each.error),
    ),
  }
}

/** Every file below one folder of the workspace (or below all of it), sorted; hidden ones, node_modules and symbolic links are left alone. */
export function findFiles(workspaceFolder: string, name = '.'): Listing {
  return listingOf(workspaceFolder, below(join(workspaceFolder, name)))
}

/** The folders of a workspace whose Markdown is read. */
export const FOLDERS = ['runbooks', 'reference']

const onlyMarkdown = ({ files, problems }: Listing): Listing => ({
  files: files.filter(({ file }) => isMarkdownFile(file)),
  problems,
})

/** The runbooks of a workspace, and the pages of its reference shelf. */
export function findDocuments(workspaceFolder: string): Listing {
  return onlyMarkdown(
    listingOf(
      workspaceFolder,
      FOLDERS.flatMap((name) => below(join(workspaceFolder, name))),
    ),
  )
}

/** The same without blocking. */
export async function findDocumentsLater(workspaceFolder: string): Promise<Listing> {
  const all = await Promise.all(FOLDERS.map((name) => belowLater(join(workspaceFolder, name))))
  return onlyMarkdown(listingOf(workspaceFolder, all.flat()))
}

function tooLarge(path: string): Problem {
  const message = 'The file is larger than 2 MB.'
  const hint = 'Split it, or move what is not a runbook elsewhere.'
  return { file: path, rule: 'workspace/too-large', severity: 'error', message, hint }
}

function unreadable(path: string, error: unknown): Problem {
  const message = `The file could not be read: ${reasonOf(error)}`
  return { file: path, rule: 'workspace/unreadable', severity: 'error', message }
}

function unreadableFolder(path: string, error: unknown): Problem {
  const message = `The folder could not be looked into: ${reasonOf(error)}`
  const hint = 'What it holds is not known. In the console, what was read of it before stays.'
  return { file: path === '' ? '.' : path, rule: 'workspace/unreadable', severity: 'error', message, hint }
}

function notText(path: string): Problem {
  const message = 'The file is no text that can be read.'
  const hint = 'Save it as UTF-8, or move it out of this folder. Nothing was changed in it.'
  return { file: path, rule: 'workspace/not-text', severity: 'error', message, hint }
}

function notUtf8(path: string): Problem {
  const message = 'The file is not UTF-8. It is read as Windows-1252, so letters with accents may be wrong.'
  const hint = 'Save it as UTF-8. Nothing was changed in it.'
  return { file: path, rule: 'workspace/encoding', severity: 'warning', message, hint }
}

function textOf(path: string, bytes: Uint8Array): WorkspaceFile | Problem {
  const decoded = decodeText(bytes)
  if (decoded.encoding === 'binary') return notText(path)
  return { path, text: decoded.text, problems: decoded.encoding === 'windows-1252' ? [notUtf8(path)] : [] }
}

/** Reads one file of the workspace; what is wrong with it is a problem, never an exception (W1). */
export function readWorkspaceFile(workspaceFolder: string, file: string): WorkspaceFile | Problem {
  return readFound({ file, path: pathWithin(workspaceFolder, file) })
}

/** Reads a file that was found. */
export function readFound({ file, path }: FoundFile): WorkspaceFile | Problem {
  try {
    return statSync(file).size > MOST_BYTES ? tooLarge(path) : textOf(path, readFileSync(file))
  } catch (error) {
    return unreadable(path, error)
  }
}

/** The same without blocking: for the many files of a large workspace. */
export async function readFoundLater({ file, path }: FoundFile): Promise<WorkspaceFile | Problem> {
  try {
    return (await stat(file)).size > MOST_BYTES ? tooLarge(path) : textOf(path, await readFile(file))
  } catch (error) {
    return unreadable(path, error)
  }
}

/** How a file stands, without reading it: two equal fingerprints mean that it was not edited between. `editedMs` is when it was (whole UTC milliseconds). */
export type Standing = { readonly fingerprint: string; readonly bytes: number; readonly editedMs: number }

const asStanding = ({ mtimeMs, ctimeMs, size, ino }: Stats): Standing => ({
  fingerprint: `${mtimeMs} ${ctimeMs} ${size} ${ino}`,
  bytes: size,
  editedMs: Math.floor(mtimeMs),
})

/** Null for one that is not there. What cannot be asked about stands in a way of its own: reading it will tell why. */
function withoutStats(error: unknown): Standing | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
  return code === 'ENOENT' || code === 'ENOTDIR' ? null : { fingerprint: code, bytes: 0, editedMs: 0 }
}

/** How a file stands now; null when it is not there. */
export function standingOf(file: string): Standing | null {
  try {
    return asStanding(statSync(file))
  } catch (error) {
    return withoutStats(error)
  }
}

/** The same without blocking. */
export async function standingLater(file: string): Promise<Standing | null> {
  try {
    return asStanding(await stat(file))
  } catch (error) {
    return withoutStats(error)
  }
}
