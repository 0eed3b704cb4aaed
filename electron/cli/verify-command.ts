import { existsSync } from 'node:fs'
import { journalPaths } from '../host/journal/journal-paths.ts'
import { type LostIncident, lostIncidents } from '../host/journal/lost-incidents.ts'
import { type IncidentSource, readIncident, readOnlyStore } from './incident-source.ts'
import { integrityInWords, isSound } from './integrity-words.ts'
import { dataFolderOf, type PlaceOptions } from './places.ts'
import { type ExitCode, type Terminal, UsageError } from './terminal.ts'

/** `nightdesk verify [INCIDENT|FILE] [--all]`: 1 when any journal is not intact or is gone, or cannot be read beside others. */
export async function runVerify(
  named: string | undefined,
  options: PlaceOptions & { readonly all?: boolean },
  terminal: Terminal,
): Promise<ExitCode> {
  if ((named === undefined) === (options.all !== true)) {
    throw new UsageError('Say which incident or journal file to verify, or --all for every one of them.')
  }
  const lost = lostAmong(named, options)
  const results: Verified[] = lost.map(asVerified)
  const unread: string[] = []
  for (const each of incidentsOf(named, options, lost)) {
    try {
      const { incident, integrity, unfinishedBytes, records } = await readIncident(each, options)
      const verified = { incident, records: records.length, integrity, unfinishedBytes }
      results.push(verified)
      if (options.json !== true) terminal.out(`${each}: ${inWords(verified)}`)
    } catch (error) {
      if (named !== undefined || !(error instanceof UsageError)) throw error
      unread.push(each)
      terminal.error(error.message)
    }
  }
  if (options.json === true) terminal.out(JSON.stringify(results, null, 2))
  else for (const each of lost) terminal.out(`${each.incident}: ${lossInWords(each)}`)
  if (options.json !== true && results.length + unread.length === 0) terminal.out('There are no incidents to verify.')
  return unread.length === 0 && results.every(isWhole) ? 0 : 1
}

type Verified = Pick<IncidentSource, 'incident' | 'integrity' | 'unfinishedBytes'> & { readonly records: number }

/** An incident begins with a fact (J4): a log without one has lost it. */
const isWhole = ({ records, integrity }: Verified): boolean => records > 0 && isSound(integrity)

function inWords({ records, integrity, unfinishedBytes }: Verified): string {
  const unfinished =
    unfinishedBytes > 0 && isSound(integrity)
      ? `; ${unfinishedBytes} bytes of an unfinished line stand behind them, of a write that is under way or was cut short: nothing that was saved`
      : ''
  if (records > 0 || !isSound(integrity)) return `${records} records, ${integrityInWords(integrity)}${unfinished}`
  return 'no records. Each incident begins with one, so its journal was lost or emptied'
}

function lossInWords({ incident, anchoredSeq }: LostIncident): string {
  const upTo = anchoredSeq === null ? '' : ` It was once durable up to seq ${anchoredSeq}.`
  const next = `Look for it in a backup. If it was removed on purpose, remove heads/${incident}.json as well.`
  return `not intact: its folder is gone with the whole journal.${upTo} ${next}`
}

const asVerified = (lost: LostIncident): Verified => {
  const { incident, anchoredSeq } = lost
  const gone = { kind: 'tailMissing', lastSeq: 0, anchoredSeq: anchoredSeq ?? 0, message: lossInWords(lost) } as const
  return { incident, records: 0, integrity: gone, unfinishedBytes: 0 }
}

/** The incidents that are asked about and of which only the head is left. A file by itself has none. */
function lostAmong(named: string | undefined, options: PlaceOptions): readonly LostIncident[] {
  if (named !== undefined && existsSync(named)) return []
  return lostIncidents(dataFolderOf(options)).filter(({ incident }) => named === undefined || incident === named)
}

/** What is there to be read. Throws a UsageError where there is no folder of incidents: a wrong place must not look sound. */
function incidentsOf(
  named: string | undefined,
  options: PlaceOptions,
  lost: readonly LostIncident[],
): readonly string[] {
  if (named !== undefined) return lost.length > 0 ? [] : [named]
  const dataFolder = dataFolderOf(options)
  if (lost.length === 0 && !existsSync(journalPaths(dataFolder).incidents)) {
    throw new UsageError(`There is no folder of incidents in ${dataFolder}. Give the data folder with --data DIR.`)
  }
  return readOnlyStore(dataFolder).incidents()
}
