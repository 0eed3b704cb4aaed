import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { CallOutput, CheckedInput } from '../../shared/contract/contract.ts'
import type { Reply } from '../../shared/contract/refusal.ts'
import { openSecrets } from '../../shared/incident/unknown-secrets.ts'
import { reasonOf } from '../../shared/kit/reason-of.ts'
import { composePostmortem } from '../../shared/postmortem/compose-postmortem.ts'
import { renderJson } from '../../shared/postmortem/render-json.ts'
import { renderMarkdown } from '../../shared/postmortem/render-markdown.ts'
import { workspaceNamesOf } from '../../shared/postmortem/workspace-names.ts'
import { findPipeline } from '../../shared/schedule/team.ts'
import { exportEvidence } from './export-evidence.ts'
import type { HostContext } from './host-context.ts'
import type { IncidentSession } from './incident-session.ts'
import { journalPaths } from './journal/journal-paths.ts'
import { sha256OfText } from './library-document.ts'
import { putFile } from './put-file.ts'
import { refuse } from './refuse.ts'
import { unknownSecretsOf } from './unknown-secrets-of.ts'

type Exported = CallOutput<'postmortem.export'>

/** The zone in which local times stand (the reader's choice, else the pipeline's SLA, else UTC), and the workspace's names. */
function settingOf(context: HostContext, session: IncidentSession) {
  const team = context.workspace.team()
  const pipelineId = session.state().ladder.context.declaration.pipeline?.id
  const pipeline = findPipeline(team, pipelineId)
  return {
    timezone: context.preferences.read().timezone ?? pipeline?.sla?.timezone ?? 'UTC',
    workspaceNames: workspaceNamesOf(team, pipelineId),
  }
}

/** A host that only reads writes beside: what the one that holds the folder exports may already be newer, and is not to be replaced (J9.2). */
const folderFor = ({ dataFolder, readOnly }: HostContext, incident: string): string =>
  readOnly === null ? join(dataFolder, 'exports', incident) : join(dataFolder, 'exports', 'read-only', incident)

/**
 * Writes the postmortem as it stands, with its evidence beside it, under `<data>/exports/<incident>/`.
 * Deterministic: the same facts give the same bytes (P1), so exporting again changes nothing; the head is made durable first (J6).
 */
async function exportPostmortem(
  context: HostContext,
  input: CheckedInput<'postmortem.export'>,
): Promise<Reply<Exported>> {
  if (context.readOnly !== null) await context.registry.follow()
  const opened = await context.registry.reading(input.incident, (session) => ({
    session,
    records: [...session.journal.records()],
  }))
  if (!opened.ok) return opened
  const { session, records } = opened.value
  if (!session.journal.readOnly()) session.journal.anchor()
  const folder = folderFor(context, input.incident)
  const file = join(folder, input.format === 'md' ? 'postmortem.md' : 'postmortem.json')
  try {
    const { unknown } = await unknownSecretsOf(context, input.incident, records)
    const secrets = { secrets: context.secrets.everGiven(input.incident), ...openSecrets(unknown.secrets) }
    mkdirSync(folder, { recursive: true })
    const from = journalPaths(context.dataFolder).evidence(input.incident)
    const source = { from, incident: input.incident, records }
    const { missing, absent, unsearched } = await exportEvidence(source, folder, secrets)
    const setting = { ...settingOf(context, session), ...secrets, absentEvidence: absent }
    const postmortem = composePostmortem(records, setting)
    const text = input.format === 'md' ? renderMarkdown(postmortem) : renderJson(postmortem)
    putFile(file, text)
    return { ok: true, value: { folder, file, text, sha256: sha256OfText(text), missing, unsearched, unknown } }
  } catch (error) {
    const reason = reasonOf(error)
    const hint = 'The incident itself is safe. Make room or check the folder, then export again.'
    return refuse('notSaved', `The postmortem was not written: ${reason}`, hint)
  }
}

/** Makes the exports of a host, one after another: two at once would write the same files. */
export function createPostmortemExporter(
  context: HostContext,
): (input: CheckedInput<'postmortem.export'>) => Promise<Reply<Exported>> {
  let last: Promise<unknown> = Promise.resolve()
  return (input) => {
    const made = last.then(() => exportPostmortem(context, input))
    last = made.catch(() => undefined)
    return made
  }
}
