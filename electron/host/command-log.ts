import type { Reply } from '../../shared/contract/refusal.ts'
import type { FactDraft } from '../../shared/incident/facts/fact-catalog.ts'
import { redact } from '../../shared/postmortem/redact.ts'
import type { HostContext } from './host-context.ts'
import type { IncidentSession } from './incident-session.ts'
import { createEvidenceStore } from './journal/evidence-store.ts'
import { personAtDesk } from './person-at-desk.ts'
import { refuseAppend } from './refuse.ts'
import type { CommandEnd } from './run-command.ts'

/** The beginning of the output that stands in the fact itself, in characters; the whole is evidence. */
const EXCERPT_CHARACTERS = 4_000

/** One run of a command: its id, the step that it belongs to, its text with given secrets hidden, and the hash of the runbook it stands in. */
export type LoggedRun = {
  readonly run: string
  readonly step: string
  readonly text: string
  readonly runbook: string
}

/** Says in the log that a command is about to run. Only when this is on the disk may the process be there (R7). */
export function recordStart(context: HostContext, session: IncidentSession, logged: LoggedRun): Reply<null> {
  const { run, step, text, runbook } = logged
  const command = redact(text, 'secrets').text
  const started: FactDraft = {
    type: 'command.started',
    by: personAtDesk(context),
    data: { run, step, command, folder: context.workspace.folder, runbook },
  }
  const appended = session.append([started])
  return appended.ok ? { ok: true, value: null } : refuseAppend(appended.error)
}

/** What a finished command leaves in the log: its whole output as evidence, and the fact that it ran. */
export function recordEnd(
  context: HostContext,
  session: IncidentSession,
  { run, step, text }: LoggedRun,
  ended: CommandEnd,
): void {
  const by = personAtDesk(context)
  const bytes = Buffer.from(ended.output, 'utf8')
  const store = createEvidenceStore({ dataFolder: context.dataFolder })
  const kept = bytes.length === 0 ? null : store.put(session.incident, bytes, 'output.txt')
  const sha256 = kept?.ok === true ? kept.value.sha256 : null
  const { exitCode, endedBy, durationMs, isCapped, output } = ended
  const excerpt = output.slice(0, EXCERPT_CHARACTERS).toWellFormed()
  const command = redact(text, 'secrets').text
  const { folder } = context.workspace
  const how = { exitCode, output: excerpt, folder, endedBy, durationMs, isCapped, evidence: sha256 }
  const facts: FactDraft[] = [{ type: 'command.ran', by, data: { run, step, command, ...how } }]
  if (sha256 !== null) {
    const what = { name: 'output.txt', mediaType: 'text/plain', bytes: bytes.length, excerpt, step }
    facts.push({ type: 'evidence.attached', by, data: { sha256, ...what } })
  }
  session.append(facts)
}
