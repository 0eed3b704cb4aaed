import { type Dirent, readdirSync, readFileSync, type Stats, statSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import type { Problem } from '../../shared/kit/problem.ts'
import { reasonOf } from '../../shared/kit/reason-of.ts'
import { isMarkdownFile } from '../../shared/runbook/text/runbook-file.ts'
import { decodeText } from './decode-text.ts'

/** A Markdown file beyond this is no runbook; reading it would only make the console slow. Bytes. */
const MOST_BYTES = 2_000_000

/** A text file of the workspace; `path` is relative to it, with forward slashes. `problems` tells when its letters had to be guessed. */
export type WorkspaceFile = { readonly path: string; readonly text: string; readonly problems: readonly Problem[] }

/** A file that was found and not read yet: its place on the disk, and in the workspace. */
export type FoundFile = { readonly file: string; readonly path: string }

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}

function pathWithin(workspaceFolder: string, file: string): string {
  return relative(workspaceFolder, file).split(sep).join('/')
}

function filesBelow(folder: string): string[] {
  return entriesOf(folder)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.name.startsWith('.') || entry.name === 'node_modules') return []
      if (entry.isDirectory()) return filesBelow(path)
      return entry.isFile() ? [path] : []
    })
}

/** Every file below one folder of the workspace (or below all of it), sorted; hidden ones, node_modules and symbolic links are left alone. */
export function findFiles(workspaceFolder: string, name = '.'): FoundFile[] {
  return filesBelow(join(workspaceFolder, name)).map((file) => ({ file, path: pathWithin(workspaceFolder, file) }))
}

/** The Markdown files among them. */
export function findMarkdown(workspaceFolder: string, name = '.'): FoundFile[] {
  return findFiles(workspaceFolder, name).filter(({ file }) => isMarkdownFile(file))
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

const inWords = ({ mtimeMs, ctimeMs, size, ino }: Stats): string => `${mtimeMs} ${ctimeMs} ${size} ${ino}`

/** How a file stands, without reading it: two equal answers mean that it was not edited between. Empty when it is not there. */
export function fingerprintOf(file: string): string {
  const stats = statSync(file, { throwIfNoEntry: false })
  return stats === undefined ? '' : inWords(stats)
}
