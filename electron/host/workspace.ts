import { join } from 'node:path'
import type { LibraryDocument } from '../../shared/contract/answers.ts'
import type { Problem } from '../../shared/kit/problem.ts'
import type { Runbook } from '../../shared/runbook/runbook.ts'
import type { Team } from '../../shared/schedule/team.ts'
import { WHOLE } from './away-folders.ts'
import { NO_DOCUMENT_MEMORY } from './document-memory.ts'
import type { GoodTeam } from './team-memory.ts'
import { standingOf, type WorkspaceFile } from './workspace-files.ts'
import type { WorkspaceMemory } from './workspace-memory.ts'
import { createWorkspaceReader, readAll } from './workspace-reader.ts'
import { createShelf } from './workspace-shelf.ts'
import { type LoadedTeam, loadTeam } from './workspace-team.ts'
import { watchWorkspace } from './workspace-watch.ts'

const TEAM_FILE = 'team.yaml'

const awayProblem =
  (workspace: string) =>
  (name: string): Problem => ({
    file: name === WHOLE ? workspace : name,
    rule: 'workspace/away',
    severity: 'warning',
    message:
      name === WHOLE
        ? 'The workspace folder is away or empty. Runbooks are shown as they were last read.'
        : `The folder ${name} is away or empty. What was in it is shown as it was last read.`,
    hint: 'Bring it back, or choose another workspace in Settings. What was read is kept until the folder holds a file again, also over a restart.',
  })

/** The folder with the team and its runbooks, as last understood. Read and watched, not written here (W). */
export type Workspace = {
  readonly folder: string
  readonly team: () => Team
  /** When the team.yaml was read that is in force instead of the one that stands there now (UTC ISO, W1); null when that one is. */
  readonly teamAsOf: () => string | null
  /** Is there a team.yaml without an error to fall back on? Then one with an error comes not into force (W1). */
  readonly hasGoodTeam: () => boolean
  readonly problems: () => readonly Problem[]
  /** Those read so far: a large workspace is read in slices after the start, and `changed` is called as more is there. */
  readonly runbooks: () => readonly Runbook[]
  /** These and what is only a page beside them, as a README. */
  readonly pages: () => readonly Runbook[]
  readonly documents: () => readonly LibraryDocument[]
  /** Whether files are still being read. */
  readonly isReading: () => boolean
  /** Lets a search go before the reading of files. */
  readonly giveWayTo: (search: Promise<unknown>) => void
  /** The texts of files that were read and are no documents yet, while files are still being read. */
  readonly unread: () => readonly WorkspaceFile[]
  /** Reads one file of it before this returns: after an edit of our own, which must be in force before anything else happens. */
  readonly reload: (path: string) => void
  readonly close: () => Promise<void>
}

/** What a workspace holds, and what is wrong in it. */
export type WorkspaceContents = {
  readonly team: Team
  readonly problems: readonly Problem[]
  readonly runbooks: readonly Runbook[]
  readonly documents: readonly LibraryDocument[]
}

/** Reads a whole workspace once, without watching it. */
export function readWorkspace(folder: string): WorkspaceContents {
  const { team, problems } = loadTeam(folder, null)
  const shelf = createShelf(NO_DOCUMENT_MEMORY)
  const unread = readAll(folder, shelf)
  const contents = shelf.contents()
  return { ...contents, team, problems: [...problems, ...unread, ...contents.problems] }
}

/**
 * Opens a workspace and watches it. The team is read first and before this returns, for deadlines depend on it; so are the first runbooks. The rest is read
 * in slices. `changed` is called after each reading that found something new.
 */
export function openWorkspace(
  folder: string,
  changed: () => void,
  log: (line: string) => void,
  memory: WorkspaceMemory,
): Workspace {
  const shelf = createShelf(memory.documents)
  const teamStands = (): string => standingOf(join(folder, TEAM_FILE))?.fingerprint ?? ''
  let teamAs = teamStands()
  let lastGood: GoodTeam | null = memory.team.last(folder)
  const takeTeam = (): LoadedTeam => {
    const loaded = loadTeam(folder, lastGood)
    const { team, goodText: text } = loaded
    if (text !== null) lastGood = { team, text, readAt: memory.team.keep(folder, text) }
    return loaded
  }
  let team = takeTeam()
  const takeEditedTeam = (): boolean => {
    const standsAs = teamStands()
    if (standsAs === teamAs) return false
    teamAs = standsAs
    team = takeTeam()
    return true
  }
  let contents = shelf.contents()
  const show = (): void => {
    contents = shelf.contents()
    changed()
  }
  const reader = createWorkspaceReader(folder, shelf, memory.documents, show)
  reader.readFirst()
  contents = shelf.contents()
  const edited = (named: ReadonlySet<string> | null): void => {
    if (takeEditedTeam()) show()
    reader.lookAgain(named)
  }
  const stopWatching = watchWorkspace(folder, edited, log)
  return {
    folder,
    team: () => team.team,
    teamAsOf: () => team.asOf,
    hasGoodTeam: () => lastGood !== null,
    problems: () => [
      ...team.problems,
      ...reader.away().map(awayProblem(folder)),
      ...reader.problems(),
      ...contents.problems,
    ],
    runbooks: () => contents.runbooks,
    pages: () => contents.pages,
    documents: () => contents.documents,
    isReading: reader.isReading,
    giveWayTo: reader.giveWayTo,
    unread: () => {
      const shown = new Set(contents.documents.map(({ path }) => path))
      return [...reader.ahead()].filter(({ path }) => !shown.has(path))
    },
    reload: (path) => {
      if (path === TEAM_FILE) takeEditedTeam()
      else reader.readNow(path)
      show()
    },
    close: async () => {
      reader.stop()
      await Promise.all([stopWatching(), memory.documents.close()])
    },
  }
}
