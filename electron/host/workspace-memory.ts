import type { Clock } from '../../shared/ports.ts'
import { createDocumentMemory, type DocumentMemory } from './document-memory.ts'
import { createTeamMemory, type TeamMemory } from './team-memory.ts'

/** What of a workspace outlives a restart (W1): its last good team, runbooks and pages. */
export type WorkspaceMemory = { readonly team: TeamMemory; readonly documents: DocumentMemory }

/** Whose memory it is, and where it is kept. */
export type MemoryPlace = {
  readonly dataFolder: string
  readonly workspaceFolder: string
  readonly clock: Pick<Clock, 'nowMs'>
  readonly log: (line: string) => void
  /** Documents are written when nothing was edited for so long. Milliseconds; 2 s without. */
  readonly restMs?: number
}

/** Opens the memory of a workspace; `mayWrite` is false for a console that only reads. */
export function openWorkspaceMemory(place: MemoryPlace, mayWrite: boolean): WorkspaceMemory {
  const { dataFolder, workspaceFolder, clock, log, restMs } = place
  return {
    team: createTeamMemory(dataFolder, clock, mayWrite, log),
    documents: createDocumentMemory(dataFolder, workspaceFolder, mayWrite, log, restMs),
  }
}
