import type { CommandOutput } from '../../../../shared/contract/command-answers.ts'
import type { EndedCommand, OpenCommand } from '../../../../shared/incident/open-commands.ts'
import { ownEntry } from '../../../../shared/incident/own-entry.ts'
import { useOpenIncident, useSelected } from '../../../state/store-context.tsx'
import { endOf } from './command-runs.ts'
import { useCommandOutput } from './use-command-output.ts'

/** How a run stands, as far as this window can tell. */
export type RunStanding = 'running' | 'ended' | 'lost' | 'outOfSight'

/** What this window knows of a run: what the log says, and what the host that runs it says. `problem` is why there is no output. */
export type KnownRun = {
  readonly open: OpenCommand | null
  readonly ended: EndedCommand | null
  readonly output: CommandOutput | null
  readonly problem: string | null
}

/** The fact that it began may come after the answer that it did, and the fact that it ended after its last output. */
export function standingOf({ open, ended, output, problem }: KnownRun, isLineLost: boolean): RunStanding {
  if (ended !== null) return ended.how === null ? 'lost' : 'ended'
  if (isLineLost) return 'outOfSight'
  const isGone = open === null && output === null && problem !== null
  return isGone || output?.isRunning === false ? 'ended' : 'running'
}

/** A run with its output and how it stands; its output is kept up while somebody looks. */
export function useRun(run: string, isWatched = true): KnownRun & { readonly standing: RunStanding } {
  const { state } = useOpenIncident()
  const isLineLost = useSelected(({ connection }) => connection === 'lost')
  const ended = endOf(state.run, run)
  const shown = useCommandOutput(run, ended?.how?.evidence ?? null, isWatched)
  const known = { ...shown, open: ownEntry(state.openCommands, run), ended }
  return { ...known, standing: standingOf(known, isLineLost) }
}
