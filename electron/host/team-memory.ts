import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Clock } from '../../shared/ports.ts'
import { parseTeam } from '../../shared/schedule/parse-team.ts'
import type { Team } from '../../shared/schedule/team.ts'
import { putFile } from './put-file.ts'

const keptSchema = z.object({ workspace: z.string(), readAt: z.iso.datetime(), text: z.string() })

/** A team as a file without errors told it, that file's text, and when it was read (UTC ISO). */
export type GoodTeam = { readonly team: Team; readonly text: string; readonly readAt: string }

/** Where the last good team outlives a restart. */
export type TeamMemory = {
  /** The last good team of this workspace, or null when none is remembered. */
  readonly last: (workspace: string) => GoodTeam | null
  /** Remembers a file without errors; gives when it was read. */
  readonly keep: (workspace: string, text: string) => string
}

/**
 * Keeps the last good team.yaml in the data folder (W1): a bad edit, or a workspace on a drive that is away, must not leave
 * a console that was started again with nobody to call. A copy that cannot be kept costs that, and never the start.
 */
export function createTeamMemory(
  dataFolder: string,
  clock: Pick<Clock, 'nowMs'>,
  mayWrite: boolean,
  log: (line: string) => void,
): TeamMemory {
  const file = join(dataFolder, 'last-good-team.json')
  const read = (workspace: string): z.infer<typeof keptSchema> | null => {
    try {
      const kept = keptSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
      return kept.workspace === workspace ? kept : null
    } catch {
      return null
    }
  }
  return {
    last: (workspace) => {
      const kept = read(workspace)
      if (kept === null) return null
      const { text, readAt } = kept
      return { team: parseTeam({ path: 'team.yaml', text }).team, text, readAt }
    },
    keep: (workspace, text) => {
      const readAt = new Date(clock.nowMs()).toISOString()
      if (!mayWrite) return readAt
      try {
        putFile(file, JSON.stringify({ workspace, readAt, text }), 0o600)
      } catch (error) {
        log(`the last good team.yaml was not remembered: ${String(error)}`)
      }
      return readAt
    },
  }
}
