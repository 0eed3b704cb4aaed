import { dirname } from 'node:path'
import process from 'node:process'
import { type FactRecord, knownFact } from '../../shared/incident/facts/fact-catalog.ts'
import { reasonOf } from '../../shared/kit/reason-of.ts'
import { composePostmortem } from '../../shared/postmortem/compose-postmortem.ts'
import type { PostmortemContext } from '../../shared/postmortem/postmortem.ts'
import { renderJson } from '../../shared/postmortem/render-json.ts'
import { renderMarkdown } from '../../shared/postmortem/render-markdown.ts'
import { workspaceNamesOf } from '../../shared/postmortem/workspace-names.ts'
import type { CopiedEvidence } from '../host/copy-evidence.ts'
import { exportEvidence, missingEvidence, type SecretsOfExport } from '../host/export-evidence.ts'
import { loadTeam } from '../host/workspace-team.ts'
import { type AskSecret, hiddenValues } from './hidden-values.ts'
import { type IncidentSource, readIncident } from './incident-source.ts'
import { integrityInWords, isSound } from './integrity-words.ts'
import { placeToWrite, writeInPlace } from './place-to-write.ts'
import { type PlaceOptions, workspaceIfAny } from './places.ts'
import { type ExitCode, harmless, type Terminal, UsageError } from './terminal.ts'

export type ExportOptions = PlaceOptions & {
  readonly format?: string
  readonly out?: string
  readonly timezone?: string
  readonly hide?: boolean
}

function checkedZone(timezone: string): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone: timezone })
    return timezone
  } catch {
    throw new UsageError(`"${timezone}" is no time zone. Give an IANA name such as America/New_York.`)
  }
}

function formatOf({ format, json }: ExportOptions): 'md' | 'json' {
  if (format !== undefined && format !== 'md' && format !== 'json') {
    throw new UsageError(`There is no format "${format}". Use --format md or --format json.`)
  }
  if (format === 'md' && json === true) {
    throw new UsageError('--json and --format md exclude each other. Leave one of them out.')
  }
  return format ?? (json === true ? 'json' : 'md')
}

/** The names that the workspace offers, where there is one: the console's export has them, too. */
function namesFor(records: readonly FactRecord[], options: PlaceOptions): Pick<PostmortemContext, 'workspaceNames'> {
  const folder = workspaceIfAny(options)
  if (folder === null) return {}
  const declared = records.map(knownFact).find((fact) => fact?.type === 'incident.declared')
  const pipeline = declared?.type === 'incident.declared' ? declared.data.pipeline?.id : undefined
  return { workspaceNames: workspaceNamesOf(loadTeam(folder, null).team, pipeline) }
}

/** Puts the evidence of an incident beside its export, before the text that links to it. Throws a UsageError when that cannot be. */
async function putEvidence(source: IncidentSource, file: string, values: SecretsOfExport): Promise<CopiedEvidence> {
  try {
    return await exportEvidence(source, dirname(file), values)
  } catch (error) {
    const next = 'The incident itself is safe. Choose a file in another folder with --out, or make room.'
    throw new UsageError(`${file} was not written: ${reasonOf(error)}. ${next}`)
  }
}

/**
 * `nightdesk export INCIDENT|FILE --format md|json` or `--json`: to the terminal, or with --out to a file with its evidence beside it.
 * `ask` is for the values of secrets to hide, with --hide; null where there is no terminal. 1 when the journal is not intact; what could be read is exported all the same, and the terminal says so.
 */
export async function runExport(
  named: string,
  options: ExportOptions,
  terminal: Terminal,
  ask: AskSecret | null,
): Promise<ExitCode> {
  const format = formatOf(options)
  const file = options.out === undefined ? null : placeToWrite(options.out, '--out')
  const source = await readIncident(named, options)
  if (source.records.length === 0) throw new UsageError(`${named} holds no record that can be read.`)
  const timezone = checkedZone(options.timezone ?? 'UTC')
  const values = await hiddenValues(
    source,
    { isToAsk: options.hide === true, ask },
    process.env.NIGHTDESK_HIDE ?? '',
    harmless(terminal),
  )
  const { missing, absent, unsearched } =
    file === null ? missingEvidence(source) : await putEvidence(source, file, values)
  const postmortem = composePostmortem(source.records, {
    timezone,
    ...values,
    ...namesFor(source.records, options),
    absentEvidence: absent,
  })
  const text = format === 'md' ? renderMarkdown(postmortem) : renderJson(postmortem)
  if (file === null) terminal.out(text.replace(/\n$/, ''))
  else {
    writeInPlace(file, text, '--out')
    terminal.error(`Written to ${file}`)
  }
  for (const name of unsearched) terminal.error(`Not searched for secrets, because it is no text: ${name}`)
  for (const name of missing) {
    terminal.error(`Warning: evidence that is not in ${source.from}, or was changed, so left out: ${name}`)
  }
  if (isSound(source.integrity)) return 0
  terminal.error(`Warning: ${integrityInWords(source.integrity)}`)
  return 1
}
