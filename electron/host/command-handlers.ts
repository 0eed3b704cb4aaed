import type { PreparedCommand } from '../../shared/contract/contract.ts'
import type { Reply } from '../../shared/contract/refusal.ts'
import type { Handlers } from '../../shared/contract/serve.ts'
import { checklistOf, parsedPin } from '../../shared/incident/checklist.ts'
import type { FactDraft } from '../../shared/incident/facts/fact-catalog.ts'
import { redact } from '../../shared/postmortem/redact.ts'
import { filledCommand, placeholdersOf } from '../../shared/runbook/placeholders.ts'
import type { HostContext } from './host-context.ts'
import { personAtDesk } from './incident-handlers.ts'
import type { IncidentSession } from './incident-session.ts'
import { createEvidenceStore } from './journal/evidence-store.ts'
import { refuse } from './refuse.ts'
import { type CommandEnd, commandShell, type RunningCommand, runCommand } from './run-command.ts'
import { openRunbookTrust, type RunbookTrust } from './runbook-trust.ts'

/** The beginning of the output that stands in the fact itself, in characters; the whole is evidence. */
const EXCERPT_CHARACTERS = 4_000

type CommandCalls = 'command.prepare' | 'command.run' | 'command.stop' | 'runbook.trust'
type Named = { readonly incident: string; readonly step: string; readonly index: number }

/** The command as it would run. It comes from the pinned text alone, so a window cannot make one up. */
function prepare(
  context: HostContext,
  trust: RunbookTrust,
  session: IncidentSession,
  { step, index }: Named,
): Reply<PreparedCommand> {
  const { run, values } = session.state()
  if (run === null) return refuse('notAllowed', 'No runbook is open in this incident.', 'Open a runbook first.')
  const item = checklistOf(run, parsedPin(run)).find((each) => each.step.id === step)
  const command = item?.step.commands[index]
  if (command === undefined) return refuse('notFound', 'The runbook has no such command.', 'Look at the step again.')
  const text = filledCommand(command.text, values)
  return {
    ok: true,
    value: {
      text,
      folder: context.workspace.folder,
      shell: commandShell.name,
      openNames: placeholdersOf([text]),
      isEnabled: context.preferences.read().runCommands,
      isTrusted: trust.isTrusted(context.workspace.folder, run.sha256),
    },
  }
}

function whyNot(prepared: PreparedCommand, confirmed: string): Reply<never> | null {
  if (!prepared.isEnabled) return refuse('notAllowed', 'Running commands is switched off.', 'Switch it on in Settings.')
  if (!prepared.isTrusted)
    return refuse('notAllowed', 'This version of the runbook is not trusted yet.', 'Trust it first.')
  const [name] = prepared.openNames
  if (name !== undefined) return refuse('notAllowed', `<${name}> has no value yet.`, 'Fill it in first.')
  if (prepared.text !== confirmed) {
    return refuse('notAllowed', 'The command is no longer what you confirmed. Nothing was run.', 'Read it again.')
  }
  return null
}

/** What a finished command leaves in the log: its whole output as evidence, and the fact that it ran. */
function recordEnd(
  context: HostContext,
  session: IncidentSession,
  named: Named,
  text: string,
  ended: CommandEnd,
): void {
  const by = personAtDesk(context)
  const bytes = Buffer.from(ended.output, 'utf8')
  const store = createEvidenceStore({ dataFolder: context.dataFolder })
  const kept = bytes.length === 0 ? null : store.put(session.incident, bytes, 'output.txt')
  const sha256 = kept?.ok === true ? kept.value.sha256 : null
  const { exitCode, endedBy, durationMs, isCapped, output } = ended
  const excerpt = output.slice(0, EXCERPT_CHARACTERS).toWellFormed()
  const ran: FactDraft = {
    type: 'command.ran',
    by,
    data: {
      step: named.step,
      command: redact(text, 'secrets').text,
      exitCode,
      output: excerpt,
      folder: context.workspace.folder,
      endedBy,
      durationMs,
      isCapped,
      evidence: sha256,
    },
  }
  const attached: FactDraft[] =
    sha256 === null
      ? []
      : [
          {
            type: 'evidence.attached',
            by,
            data: {
              sha256,
              name: 'output.txt',
              mediaType: 'text/plain',
              bytes: bytes.length,
              excerpt,
              step: named.step,
            },
          },
        ]
  session.append([ran, ...attached])
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

  const start = (session: IncidentSession, named: Named, text: string): string => {
    const run = context.ids.ulid(context.clock.nowMs())
    const tell = (lines: string, ended: boolean): void =>
      context.publish({ type: 'command', run, incident: session.incident, text: lines, ended })
    const command = runCommand(text, context.workspace.folder, (lines) => tell(lines, false))
    const keepEnd = (ended: CommandEnd): void => recordEnd(context, session, named, text, ended)
    running.set(run, { ...command, recordEnd: keepEnd })
    void command.ended.then((ended) => {
      if (!running.delete(run)) return
      keepEnd(ended)
      tell('', true)
    })
    return run
  }

  return {
    'command.prepare': async (named) => {
      const session = await context.registry.session(named.incident)
      return session.ok ? prepare(context, trust, session.value, named) : session
    },
    'command.run': async (input) => {
      if (context.readOnly !== null) return refuse('readOnly', 'This Nightdesk only reads, so it runs nothing.')
      const session = await context.registry.session(input.incident)
      if (!session.ok) return session
      const prepared = prepare(context, trust, session.value, input)
      if (!prepared.ok) return prepared
      const refusal = whyNot(prepared.value, input.confirmed)
      return refusal ?? { ok: true, value: { run: start(session.value, input, prepared.value.text) } }
    },
    'command.stop': async ({ run }) => {
      running.get(run)?.stop()
      return { ok: true, value: { stopped: running.has(run) } }
    },
    'runbook.trust': async ({ incident }) => {
      if (context.readOnly !== null) return refuse('readOnly', 'This Nightdesk only reads, so it trusts nothing anew.')
      const session = await context.registry.session(incident)
      if (!session.ok) return session
      const { run } = session.value.state()
      if (run === null) return refuse('notAllowed', 'No runbook is open in this incident.')
      trust.grant(context.workspace.folder, run.sha256, new Date(context.clock.nowMs()).toISOString())
      return { ok: true, value: { trusted: true } }
    },
  }
}
