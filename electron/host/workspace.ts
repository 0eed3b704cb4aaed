import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { watch } from 'chokidar'
import type { LibraryDocument } from '../../shared/contract/contract.ts'
import type { Problem } from '../../shared/kit/problem.ts'
import { parseRunbook } from '../../shared/runbook/parse-runbook.ts'
import type { Runbook } from '../../shared/runbook/runbook.ts'
import { parseTeam } from '../../shared/schedule/parse-team.ts'
import { emptyTeam, type Team } from '../../shared/schedule/team.ts'
import { referenceDocument, runbookDocument } from './library-document.ts'
import { fingerprintOf, readMarkdownFolder, readWorkspaceFile } from './workspace-files.ts'

/** The folder with the team and its runbooks, as last understood. Read and watched, not written here (W). */
export type Workspace = {
  readonly folder: string
  readonly team: () => Team
  readonly problems: () => readonly Problem[]
  readonly runbooks: () => readonly Runbook[]
  readonly documents: () => readonly LibraryDocument[]
  /** Reads it again now: after an edit of our own, which must be in force before anything else happens. */
  readonly reload: () => void
  readonly close: () => Promise<void>
}

/** What a workspace holds, and what is wrong in it. */
export type WorkspaceContents = {
  readonly team: Team
  readonly problems: readonly Problem[]
  readonly runbooks: readonly Runbook[]
  readonly documents: readonly LibraryDocument[]
}

/** A burst of changes (a `git pull`) is read once, this long after its last file. */
const SETTLE_MS = 200

const nothingLoaded: WorkspaceContents = { team: emptyTeam, problems: [], runbooks: [], documents: [] }

/** The team, or the last good one when the file has an error (W1); at the first reading whatever could be understood. */
function loadTeam(folder: string, lastGood: Team): { readonly team: Team; readonly problems: readonly Problem[] } {
  const file = join(folder, 'team.yaml')
  if (!existsSync(file)) {
    const message = 'There is no team.yaml in this workspace, so nobody can be on call or told.'
    const hint = 'Copy the demo workspace, or choose another folder in Settings.'
    return { team: lastGood, problems: [{ file: 'team.yaml', rule: 'team/missing', severity: 'error', message, hint }] }
  }
  const read = readWorkspaceFile(folder, file)
  if (!('text' in read)) return { team: lastGood, problems: [read] }
  const parsed = parseTeam(read)
  const isBad = parsed.problems.some(({ severity }) => severity === 'error')
  return isBad && lastGood !== emptyTeam ? { team: lastGood, problems: parsed.problems } : parsed
}

/** Reads a workspace once, without watching it. */
export const readWorkspace = (folder: string): WorkspaceContents => load(folder, emptyTeam)

function load(folder: string, lastGood: Team): WorkspaceContents {
  if (!existsSync(folder)) {
    const message = 'The workspace folder is not there.'
    const hint = 'Choose another one in Settings. Incidents and their journals are not in it and are safe.'
    const problem: Problem = { file: folder, rule: 'workspace/missing', severity: 'error', message, hint }
    return { ...nothingLoaded, team: lastGood, problems: [problem] }
  }
  const team = loadTeam(folder, lastGood)
  const runbookFiles = readMarkdownFolder(folder, 'runbooks')
  const reference = readMarkdownFolder(folder, 'reference')
  const runbooks = runbookFiles.files.map(parseRunbook)
  return {
    team: team.team,
    problems: [
      ...team.problems,
      ...runbookFiles.problems,
      ...reference.problems,
      ...runbooks.flatMap((runbook) => runbook.problems),
    ],
    runbooks,
    documents: [...runbooks.map(runbookDocument), ...reference.files.map(referenceDocument)],
  }
}

/**
 * Watches a workspace's files; `edited` is called once for a burst of changes. An edit made while the watch was being set
 * up is seen too: `readAs` is how the files stood when they were read.
 */
function watchWorkspace(folder: string, readAs: string, edited: () => void, log: (line: string) => void) {
  let timer: NodeJS.Timeout | null = null
  const settle = (): void => {
    if (timer !== null) clearTimeout(timer)
    timer = setTimeout(edited, SETTLE_MS)
  }
  const watcher = watch(['team.yaml', 'runbooks', 'reference', 'templates'], {
    cwd: folder,
    ignoreInitial: true,
    followSymlinks: false,
    ignored: (path) => /(^|[\\/])(\.git|node_modules)([\\/]|$)/.test(path),
  })
  watcher.on('all', settle)
  watcher.on('ready', () => {
    if (fingerprintOf(folder) !== readAs) settle()
  })
  watcher.on('error', (error) => log(`workspace: watching ${folder} failed: ${String(error)}`))
  return async (): Promise<void> => {
    if (timer !== null) clearTimeout(timer)
    await watcher.close()
  }
}

/** Opens a workspace and watches it; `changed` is called after each reading that follows an edit. */
export function openWorkspace(folder: string, changed: () => void, log: (line: string) => void): Workspace {
  const readAs = fingerprintOf(folder)
  let loaded = load(folder, emptyTeam)
  const reload = (): void => {
    loaded = load(folder, loaded.team)
    changed()
  }
  return {
    folder,
    team: () => loaded.team,
    problems: () => loaded.problems,
    runbooks: () => loaded.runbooks,
    documents: () => loaded.documents,
    reload,
    close: watchWorkspace(folder, readAs, reload, log),
  }
}
