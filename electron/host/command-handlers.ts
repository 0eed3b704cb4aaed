import type { PreparedCommand } from '../../shared/contract/answers.ts'
import type { Reply } from '../../shared/contract/refusal.ts'
import type { Handlers } from '../../shared/contract/serve.ts'
import { checklistOf, parsedPin } from '../../shared/incident/checklist.ts'
import { createValueHider, SECRET_MASK } from '../../shared/kit/hide-values.ts'
import { isSecretName } from '../../shared/kit/secret-name.ts'
import { filledCommand, placeholdersOf } from '../../shared/runbook/commands/placeholders.ts'
import { type LoggedRun, recordEnd, recordStart } from './command-log.ts'
import type { HostContext } from './host-context.ts'
import type { IncidentSession } from './incident-session.ts'
import { readOnlyReply, refuse } from './refuse.ts'
import { type CommandEnd, commandShell, type RunningCommand, runCommand } from './run-command.ts'
import { openRunbookTrust, type RunbookTrust } from './runbook-trust.ts'

type CommandCalls = 'command.prepare' | 'command.run' | 'command.stop' | 'runbook.trust'
/** A command as the window is shown it, as it runs, with which secrets in it, and the hash of the pinned runbook that it stands in. */
type Prepared = {
  readonly shown: PreparedCommand
  readonly text: string
  readonly secrets: readonly string[]
  readonly runbook: string
}
type Named = { readonly incident: string; readonly step: string; readonly index: number }

/** The secret values of an incident by name: what was given, and what a log from before `secret.given` holds. */
const secretsOf = (context: HostContext, session: IncidentSession): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(
    Object.entries(session.state().values).filter(([name, value]) => isSecretName(name) && value.trim() !== ''),
  ),
  ...context.secrets.of(session.incident),
})

/** The command as it would run. It comes from the pinned text alone, so a window cannot make one up. */
function prepare(
  context: HostContext,
  trust: RunbookTrust,
  session: IncidentSession,
  { step, index }: Named,
): Reply<Prepared> {
  const { run, values } = session.state()
  if (run === null) return refuse('notAllowed', 'No runbook is open in this incident.', 'Open a runbook first.')
  const item = checklistOf(run, parsedPin(run)).find((each) => each.step.id === step)
  const command = item?.step.commands[index]
  if (command === undefined) return refuse('notFound', 'The runbook has no such command.', 'Look at the step again.')
  const secrets = secretsOf(context, session)
  const masks = Object.fromEntries(Object.keys(secrets).map((name) => [name, SECRET_MASK]))
  const text = filledCommand(command.text, { ...values, ...masks })
  return {
    ok: true,
    value: {
      text: filledCommand(command.text, { ...values, ...secrets }),
      secrets: Object.values(secrets),
      runbook: run.sha256,
      shown: {
        text,
        folder: context.workspace.folder,
        shell: commandShell.name,
        openNames: placeholdersOf([text]),
        isEnabled: context.preferences.read().runCommands,
        isTrusted: trust.isTrusted(context.workspace.folder, run.sha256),
      },
    },
  }
}

function whyNot(session: IncidentSession, prepared: PreparedCommand, confirmed: string): Reply<never> | null {
  if (!prepared.isEnabled) return refuse('notAllowed', 'Running commands is switched off.', 'Switch it on in Settings.')
  if (!prepared.isTrusted)
    return refuse('notAllowed', 'This version of the runbook is not trusted yet.', 'Trust it first.')
  const [name] = prepared.openNames
  if (name !== undefined && session.state().secretsGiven.includes(name)) {
    const hint = 'Secrets are kept in memory only, until Nightdesk ends. Type it again.'
    return refuse('notAllowed', `<${name}> has no value any more.`, hint)
  }
  if (name !== undefined) return refuse('notAllowed', `<${name}> has no value yet.`, 'Fill it in first.')
  if (prepared.text !== confirmed) {
    return refuse('notAllowed', 'The command is no longer what you confirmed. Nothing was run.', 'Read it again.')
  }
  return null
}

/** Calls that run a command of a runbook: off by default, trusted by content, confirmed word by word each time (R7). */
export function commandHandlers(context: HostContext): Pick<Handlers, CommandCalls> {
  const trust = openRunbookTrust(context.dataFolder)
  const running = new Map<string, RunningCommand & { readonly recordEnd: (ended: CommandEnd) => void }>()
  // A closing host takes its commands with it, and the log says how far they came.
  context.closing.addEventListener('abort', () => {
    const left = [...running.values()]
    running.clear()
    for (const command of left) command.recordEnd(command.abandon())
  })

  const start = (
    session: IncidentSession,
    step: string,
    { shown, text, secrets, runbook }: Prepared,
  ): Reply<{ readonly run: string }> => {
    const run = context.ids.ulid(context.clock.nowMs())
    const logged: LoggedRun = { run, step, text: createValueHider(secrets)(shown.text), runbook }
    const started = recordStart(context, session, logged)
    if (!started.ok) return started
    const tell = (lines: string, ended: boolean): void =>
      context.publish({ type: 'command', run, incident: session.incident, text: lines, ended })
    const command = runCommand(text, context.workspace.folder, (lines) => tell(lines, false), secrets)
    const keepEnd = (ended: CommandEnd): void => recordEnd(context, session, logged, ended)
    running.set(run, { ...command, recordEnd: keepEnd })
    void command.ended.then((ended) => {
      if (!running.delete(run)) return
      keepEnd(ended)
      tell('', true)
    })
    return { ok: true, value: { run } }
  }

  return {
    'command.prepare': async (named) => {
      const session = await context.registry.session(named.incident)
      if (!session.ok) return session
      const prepared = prepare(context, trust, session.value, named)
      return prepared.ok ? { ok: true, value: prepared.value.shown } : prepared
    },
    'command.run': async (input) => {
      const readOnly = readOnlyReply(context)
      if (readOnly !== null) return readOnly
      const session = await context.registry.session(input.incident)
      if (!session.ok) return session
      const prepared = prepare(context, trust, session.value, input)
      if (!prepared.ok) return prepared
      const refusal = whyNot(session.value, prepared.value.shown, input.confirmed)
      return refusal ?? start(session.value, input.step, prepared.value)
    },
    'command.stop': async ({ run }) => {
      running.get(run)?.stop()
      return { ok: true, value: { stopped: running.has(run) } }
    },
    'runbook.trust': async ({ incident }) => {
      const readOnly = readOnlyReply(context)
      if (readOnly !== null) return readOnly
      const session = await context.registry.session(incident)
      if (!session.ok) return session
      const { run } = session.value.state()
      if (run === null) return refuse('notAllowed', 'No runbook is open in this incident.')
      trust.grant(context.workspace.folder, run.sha256, new Date(context.clock.nowMs()).toISOString())
      return { ok: true, value: { trusted: true } }
    },
  }
}
