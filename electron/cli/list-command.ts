import { foldIncident } from '../../shared/incident/incident-state.ts'
import { summarize } from '../host/summarize.ts'
import { readIncident, readOnlyStore } from './incident-source.ts'
import { dataFolderOf, type PlaceOptions } from './places.ts'
import type { ExitCode, Terminal } from './terminal.ts'

/** `nightdesk list`: every incident of the data folder, newest first. */
export async function runList(options: PlaceOptions, terminal: Terminal): Promise<ExitCode> {
  const summaries = []
  for (const incident of readOnlyStore(dataFolderOf(options)).incidents().toReversed()) {
    const source = await readIncident(incident, options)
    const state = foldIncident(null, source.records)
    if (state !== null) summaries.push(summarize(state, source.integrity))
  }
  if (options.json === true) {
    terminal.out(JSON.stringify(summaries, null, 2))
    return 0
  }
  if (summaries.length === 0) terminal.out('No incidents yet.')
  for (const { incident, lifecycle, severity, detectedAt, title } of summaries) {
    terminal.out(`${incident}  ${lifecycle.padEnd(9)}  SEV-${severity}  ${detectedAt.slice(0, 16)}Z  ${title}`)
  }
  return 0
}
