import type { PreparedCommand } from '../../shared/contract/command-answers.ts'
import type { Reply } from '../../shared/contract/refusal.ts'
import type { Handlers } from '../../shared/contract/serve.ts'
import { checklistOf, parsedPin } from '../../shared/incident/checklist.ts'
import { readingsOfRun } from '../../shared/incident/command-values.ts'
import { createValueHider } from '../../shared/kit/hide-values.ts'
import { shellOf } from '../../shared/runbook/commands/shell-of-command.ts'
import { variableKey } from '../../shared/runbook/variables/variable.ts'
import { fillCommand } from './fill-command.ts'
import { findShell, type Shell } from './find-shell.ts'
import type { HostContext } from './host-context.ts'
import type { IncidentSession } from './incident-session.ts'
import { readOnlyReply, refuse } from './refuse.ts'
import { openRunbookTrust, type RunbookTrust } from './runbook-trust.ts'
import { openRunningCommands, type RunningCommands } from './running-commands.ts'

type CommandCalls = 'command.prepare' | 'command.run' | 'command.stop' | 'command.read' | 'runbook.trust'
/** A command as the window is shown it, as it runs, by what, and with which secrets in it. */
type Prepared = {
  readonly shown: PreparedCommand
  readonly typed: string
  readonly secrets: readonly string[]
  /** A variable whose value may be read as more than a value. */
  readonly unsafeName: string | undefined
  readonly shell: Shell | null
}
type Named = { readonly incident: string; readonly step: string; readonly index: number }
type Confirmed = Named & { readonly confirmed: string; readonly besides: readonly string[] }

/** The command as it would run. It comes from the pinned text alone, so a window cannot make one up. */
function prepare(
  context: HostContext,
  { trust, commands }: { readonly trust: RunbookTrust; readonly commands: RunningCommands },
  session: IncidentSession,
  { step, index }: Named,
): Reply<Prepared> {
  const { run } = session.state()
  if (run === null) return refuse('notAllowed', 'No runbook is open in this incident.', 'Open a runbook first.')
  const item = checklistOf(run, parsedPin(run)).find((each) => each.step.id === step)
  const command = item?.step.commands[index]
  const reading = readingsOfRun(run).get(step)?.[index]
  if (command === undefined || reading === undefined)
    return refuse('notFound', 'The runbook has no such command.', 'Look at the step again.')
  const shellName = shellOf(command)
  const shell = shellName === null ? null : findShell(shellName)
  const { shown, text: typed, openNames, ...filled } = fillCommand(context, session, { reading, shell })
  return {
    ok: true,
    value: {
      ...filled,
      typed,
      shell,
      shown: {
        runbook: run.sha256,
        text: shown,
        openNames,
        folder: context.workspace.folder,
        shell: shell?.file ?? shellName,
        isShellThere: shell !== null,
        isEnabled: context.preferences.read().runCommands,
        isTrusted: trust.isTrusted(context.workspace.folder, run.sha256),
        alreadyRunning: commands.sameAs(createValueHider(filled.secrets)(shown)),
      },
    },
  }
}

function whyNot(
  session: IncidentSession,
  { shown: prepared, unsafeName }: Prepared,
  { confirmed, besides }: Confirmed,
): Reply<never> | null {
  if (!prepared.isEnabled) return refuse('notAllowed', 'Running commands is switched off.', 'Switch it on in Settings.')
  if (!prepared.isTrusted)
    return refuse('notAllowed', 'This version of the runbook is not trusted yet.', 'Trust it first.')
  if (prepared.shell === null) return refuse('notAllowed', 'No shell runs this.', 'Copy it to where it belongs.')
  const [name] = prepared.openNames
  if (name !== undefined && session.state().secretsGiven.includes(variableKey(name))) {
    const hint = 'Secrets are kept in memory only, until Nightdesk ends. Type it again.'
    return refuse('notAllowed', `${name} has no value any more.`, hint)
  }
  if (name !== undefined) return refuse('notAllowed', `${name} has no value yet.`, 'Fill it in first.')
  if (unsafeName !== undefined)
    return refuse(
      'notAllowed',
      `The value of ${unsafeName} has characters that may be read as a part of the command.`,
      'Copy the command, look at it, and run it yourself.',
    )
  if (!prepared.isShellThere)
    return refuse('notAllowed', `There is no ${prepared.shell} on this machine.`, 'Copy the command instead.')
  if (prepared.text !== confirmed) {
    return refuse('notAllowed', 'The command is no longer what you confirmed. Nothing was run.', 'Read it again.')
  }
  if (prepared.alreadyRunning.some(({ run }) => !besides.includes(run))) {
    return refuse('conflict', 'The same command was started meanwhile and still runs. Nothing was run.', 'Look first.')
  }
  return null
}

/** Calls that run a command of a runbook: off by default, trusted by content, confirmed word by word each time (R7). */
export function commandHandlers(context: HostContext): Pick<Handlers, CommandCalls> {
  const trust = openRunbookTrust(context.dataFolder)
  const commands = openRunningCommands(context)
  const prepareIn = async (named: Named): Promise<Reply<{ session: IncidentSession; prepared: Prepared }>> => {
    const session = await context.registry.session(named.incident)
    if (!session.ok) return session
    const prepared = prepare(context, { trust, commands }, session.value, named)
    return prepared.ok ? { ok: true, value: { session: session.value, prepared: prepared.value } } : prepared
  }

  return {
    'command.prepare': async (named) => {
      const found = await prepareIn(named)
      return found.ok ? { ok: true, value: found.value.prepared.shown } : found
    },
    'command.run': async (input) => {
      const readOnly = readOnlyReply(context)
      if (readOnly !== null) return readOnly
      const found = await prepareIn(input)
      if (!found.ok) return found
      const { session, prepared } = found.value
      const { shell, shown, typed, secrets } = prepared
      const refusal = whyNot(session, prepared, input)
      if (refusal !== null || shell === null) return refusal ?? refuse('notAllowed', 'No shell runs this.')
      const { step, index, limitMs } = input
      const text = createValueHider(secrets)(shown.text)
      return commands.start(session, { step, index, text, typed, secrets, runbook: shown.runbook, shell, limitMs })
    },
    'command.stop': async ({ run }) => ({ ok: true, value: { stopped: commands.stop(run) } }),
    'command.read': async ({ run }) => {
      const output = commands.read(run)
      return output === null
        ? refuse('notFound', 'This Nightdesk does not run it, so its output cannot be shown here.')
        : { ok: true, value: output }
    },
    'runbook.trust': async ({ incident, sha256 }) => {
      const readOnly = readOnlyReply(context)
      if (readOnly !== null) return readOnly
      const session = await context.registry.session(incident)
      if (!session.ok) return session
      const { run } = session.value.state()
      if (run === null) return refuse('notAllowed', 'No runbook is open in this incident.')
      if (run.sha256 !== sha256) {
        const hint = 'Read it again before you trust it.'
        return refuse('conflict', 'Another version of the runbook is followed by now. Nothing was trusted.', hint)
      }
      trust.grant(context.workspace.folder, sha256, new Date(context.clock.nowMs()).toISOString())
      return { ok: true, value: { trusted: true } }
    },
  }
}
