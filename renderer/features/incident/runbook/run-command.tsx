import type { Desk } from '../../../../shared/contract/answers.ts'
import { type ShellName, shellOf } from '../../../../shared/runbook/commands/shell-of-command.ts'
import type { Command } from '../../../../shared/runbook/runbook.ts'
import { useOpenIncident, useSelected } from '../../../state/store-context.tsx'
import { ActionButton } from '../../../ui/action-button.tsx'
import { type CommandName, openRunsOf } from './command-runs.ts'
import { useCommandDialog } from './command-runs-context.tsx'

/** Shells of one system: where they are not, a runbook for that system is only read. */
const ofOneSystem: ReadonlySet<ShellName> = new Set(['pwsh', 'cmd'])

/** Whether running is offered: switched on in Settings, and something that a shell takes (R7). */
function isOffered(desk: Desk | null, command: Command): boolean {
  const shell = shellOf(command)
  if (desk === null || desk.readOnly !== null || !desk.preferences.runCommands || shell === null) return false
  return !ofOneSystem.has(shell) || desk.shells.includes(shell)
}

/** Runs one command of the runbook, after showing exactly what runs, by what and where. */
export function RunCommand({ named, command }: { readonly named: CommandName; readonly command: Command }) {
  const { ask } = useCommandDialog()
  const { run, openCommands } = useOpenIncident().state
  const canRun = useSelected(({ desk }) => isOffered(desk, command))
  if (!canRun) return null
  const isRunning = openRunsOf(openCommands, run, named.step).some(({ open }) => open.index === named.index)
  return (
    <ActionButton size="small" onClick={() => ask(named)}>
      {isRunning ? 'Run again…' : 'Run…'}
    </ActionButton>
  )
}
