import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { Problem } from '../../shared/kit/problem.ts'

/** A Markdown file beyond this is no runbook; reading it would only make the console slow. Bytes. */
const MOST_BYTES = 2_000_000

/** A text file of the workspace; `path` is relative to it, with forward slashes. */
export type WorkspaceFile = { readonly path: string; readonly text: string }

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}

/** Every Markdown file below a folder, sorted; hidden folders, node_modules and symbolic links are left alone. */
function markdownBelow(folder: string): string[] {
  return entriesOf(folder)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.name.startsWith('.') || entry.name === 'node_modules') return []
      if (entry.isDirectory()) return markdownBelow(path)
      return entry.isFile() && /\.(md|markdown)$/i.test(entry.name) ? [path] : []
    })
}

/** Reads one file of the workspace; what is wrong with it is a problem, never an exception (W1). */
export function readWorkspaceFile(workspaceFolder: string, file: string): WorkspaceFile | Problem {
  const path = relative(workspaceFolder, file).split(sep).join('/')
  try {
    if (statSync(file).size > MOST_BYTES) {
      const hint = 'Split it, or move what is not a runbook elsewhere.'
      return {
        file: path,
        rule: 'workspace/too-large',
        severity: 'error',
        message: 'The file is larger than 2 MB.',
        hint,
      }
    }
    return { path, text: readFileSync(file, 'utf8') }
  } catch (error) {
    const message = `The file could not be read: ${error instanceof Error ? error.message : String(error)}`
    return { file: path, rule: 'workspace/unreadable', severity: 'error', message }
  }
}

/** The Markdown files under one folder of the workspace, and what could not be read. */
export function readMarkdownFolder(workspaceFolder: string, name: string) {
  const files: WorkspaceFile[] = []
  const problems: Problem[] = []
  for (const file of markdownBelow(join(workspaceFolder, name))) {
    const read = readWorkspaceFile(workspaceFolder, file)
    if ('text' in read) files.push(read)
    else problems.push(read)
  }
  return { files, problems }
}

/** How the files of a workspace stand, without reading them: two equal answers mean that nothing was edited between. */
export function fingerprintOf(workspaceFolder: string): string {
  const files = ['runbooks', 'reference', 'templates'].flatMap((name) => markdownBelow(join(workspaceFolder, name)))
  return [join(workspaceFolder, 'team.yaml'), ...files]
    .map((file) => {
      const stats = statSync(file, { throwIfNoEntry: false })
      return `${file} ${stats?.mtimeMs} ${stats?.size}`
    })
    .join('\n')
}
