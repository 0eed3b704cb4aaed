import { existsSync, readdirSync } from 'node:fs'
import type { IncidentSummary } from '../../shared/contract/incident-summary.ts'
import { foldIncident } from '../../shared/incident/incident-state.ts'
import { reasonOf } from '../../shared/kit/reason-of.ts'
import { lostIncidents } from '../host/journal/lost-incidents.ts'
import { summarize } from '../host/summarize.ts'
import { readIncident, readOnlyStore } from './incident-source.ts'
import { integrityInWords, isSound } from './integrity-words.ts'
import { dataFolderOf, type PlaceOptions } from './places.ts'
import { type ExitCode, type Terminal, UsageError } from './terminal.ts'

/** What a console puts down in its data folder before anybody declares an incident. */
const SIGNS = ['incidents', 'heads', 'locks', 'alerts', 'last-alive', 'preferences.json']

/** The data folder. Throws a UsageError where nothing of Nightdesk's stands: a wrong place must not look like a quiet one. */
function checkedDataFolder(options: PlaceOptions): string {
  const dataFolder = dataFolderOf(options)
  const isUntouched = options.data === undefined && !existsSync(dataFolder)
  if (!isUntouched && !readdirSync(dataFolder).some((name) => SIGNS.includes(name))) {
    throw new UsageError(`${dataFolder} is no data folder of Nightdesk. Give one with --data DIR.`)
  }
  return dataFolder
}

async function summaryOf(incident: string, options: PlaceOptions): Promise<IncidentSummary> {
  const source = await readIncident(incident, options)
  const state = foldIncident(null, source.records)
  if (state === null) throw new UsageError(`${incident}: it has no record that can be read. See: nightdesk verify`)
  return summarize(state, source.integrity)
}

/** What is wrong with the log of a listed incident, to stand behind its title. */
const marked = ({ integrity }: IncidentSummary): string =>
  isSound(integrity) ? '' : `  NOT INTACT: ${integrityInWords(integrity)}`

/**
 * `nightdesk list`: every incident of the data folder, newest first, marked when its log is damaged or cut. 1 when one is, or is gone or cannot be read;
 * it is named, and the others are listed.
 */
export async function runList(options: PlaceOptions, terminal: Terminal): Promise<ExitCode> {
  const dataFolder = checkedDataFolder(options)
  const incidents = readOnlyStore(dataFolder).incidents().toReversed()
  const summaries: IncidentSummary[] = []
  for (const incident of incidents) {
    try {
      summaries.push(await summaryOf(incident, options))
    } catch (error) {
      terminal.error(error instanceof UsageError ? error.message : `${incident}: ${reasonOf(error)}`)
    }
  }
  const lost = lostIncidents(dataFolder)
  for (const { incident } of lost)
    terminal.error(`${incident}: its folder is gone with the whole journal. See: nightdesk verify ${incident}`)
  if (options.json === true) terminal.out(JSON.stringify(summaries, null, 2))
  else {
    if (incidents.length + lost.length === 0) terminal.out(`No incidents yet in ${dataFolder}.`)
    for (const summary of summaries) {
      const { incident, lifecycle, severity, detectedAt, title } = summary
      const row = `${incident}  ${lifecycle.padEnd(9)}  SEV-${severity}  ${detectedAt.slice(0, 16)}Z  ${title}`
      terminal.out(`${row}${marked(summary)}`)
    }
  }
  const areWhole = summaries.length === incidents.length && summaries.every(({ integrity }) => isSound(integrity))
  return areWhole && lost.length === 0 ? 0 : 1
}
