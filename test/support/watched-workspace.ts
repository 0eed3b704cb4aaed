import { openWorkspace, type Workspace } from '../../electron/host/workspace.ts'
import { openWorkspaceMemory } from '../../electron/host/workspace-memory.ts'

/** When every file is read, by the clock of these workspaces (UTC ISO). */
export const READ_AT = '2026-12-24T13:00:00.000Z'

type Watched = {
  readonly workspaceFolder: string
  readonly dataFolder: string
  readonly changed?: () => void
  /** False for a console that only reads. */
  readonly mayWrite?: boolean
}

/** Opens a workspace with its memory as the host does. */
export function openWatchedWorkspace({ workspaceFolder, dataFolder, changed, mayWrite = true }: Watched): Workspace {
  const log = (): void => undefined
  const clock = { nowMs: () => Date.parse(READ_AT) }
  const memory = openWorkspaceMemory({ dataFolder, workspaceFolder, clock, log, restMs: 100 }, mayWrite)
  return openWorkspace(workspaceFolder, changed ?? log, log, memory)
}
