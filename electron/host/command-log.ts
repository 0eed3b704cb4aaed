import type { Reply } from '../../shared/contract/refusal.ts'
import type { Actor, FactDraft } from '../../shared/incident/facts/fact-catalog.ts'
import { redact } from '../../shared/postmortem/redact.ts'
import { excerptOf } from './command-output.ts'
import type { HostContext } from './host-context.ts'
import type { IncidentSession } from './incident-session.ts'
import { createEvidenceStore } from './journal/evidence-store.ts'
import { refuseAppend } from './refuse.ts'
import type { CommandEnd } from './run-command.ts'

/** One run of a command: its id, the step that it belongs to, its text with given secrets hidden, the runbook it stands in by its hash, how it is run, and who started it. */
export type LoggedRun = {
  readonly run: string
  readonly by: Actor
  readonly step: string
  readonly index: number
  readonly text: string
  readonly runbook: string
  readonly shell: string
  readonly limitMs: number | null
}

/** Says in the log that a command is about to run. Only when this is on the disk may the process be there (R7). */
export function recordStart(context: HostContext, session: IncidentSession, logged: LoggedRun): Reply<null> {
  const { run, by, step, index, text, runbook, shell, limitMs } = logged
  const command = redact(text, 'secrets').text
  const started: FactDraft = {
    type: 'command.started',
    by,
    data: { run, step, index, command, folder: context.workspace.folder, runbook, shell, limitMs },
  }
  const appended = session.append([started])
  return appended.ok ? { ok: true, value: null } : refuseAppend(appended.error)
}

/** What a finished command leaves in the log, signed by who started it, whoever is at the desk by now: its whole output as evidence, and the fact that it ran. False when the log did not take it. */
export function recordEnd(
  context: HostContext,
  session: IncidentSession,
  { run, by, step, text, limitMs }: LoggedRun,
  ended: CommandEnd,
): boolean {
  const bytes = Buffer.from(ended.output, 'utf8')
  const store = createEvidenceStore({ dataFolder: context.dataFolder })
  const kept = bytes.length === 0 ? null : store.put(session.incident, bytes, 'output.txt')
  const sha256 = kept?.ok === true ? kept.value.sha256 : null
  const { exitCode, endedBy, durationMs, isCapped, linesLeftOut, output } = ended
  const excerpt = excerptOf(output)
  const command = redact(text, 'secrets').text
  const { folder } = context.workspace
  const closing = context.closing.aborted ? { isHostClosing: true } : {}
  const size = { isCapped, linesLeftOut, evidence: sha256 }
  const how = { exitCode, output: excerpt, folder, endedBy, durationMs, limitMs, ...size, ...closing }
  const facts: FactDraft[] = [{ type: 'command.ran', by, data: { run, step, command, ...how } }]
  if (sha256 !== null) {
    const what = { name: 'output.txt', mediaType: 'text/plain', bytes: bytes.length, excerpt, step }
    facts.push({ type: 'evidence.attached', by, data: { sha256, ...what } })
  }
  return session.append(facts).ok
}
