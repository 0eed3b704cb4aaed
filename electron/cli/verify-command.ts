import { existsSync } from 'node:fs'
import type { Integrity } from '../../shared/contract/incident-summary.ts'
import { journalPaths } from '../host/journal/journal-paths.ts'
import { readIncident, readOnlyStore } from './incident-source.ts'
import { integrityInWords, isSound } from './integrity-words.ts'
import { dataFolderOf, type PlaceOptions } from './places.ts'
import { type ExitCode, type Terminal, UsageError } from './terminal.ts'

/** `nightdesk verify [INCIDENT|FILE] [--all]`: 1 when any journal is not intact, or cannot be read beside others. */
export async function runVerify(
  named: string | undefined,
  options: PlaceOptions & { readonly all?: boolean },
  terminal: Terminal,
): Promise<ExitCode> {
  if ((named === undefined) === (options.all !== true)) {
    throw new UsageError('Say which incident or journal file to verify, or --all for every one of them.')
  }
  const results: Verified[] = []
  const unread: string[] = []
  for (const each of named === undefined ? incidentsOf(options) : [named]) {
    try {
      const { incident, integrity, records } = await readIncident(each, options)
      results.push({ incident, records: records.length, integrity })
      if (options.json !== true) terminal.out(`${each}: ${inWords(records.length, integrity)}`)
    } catch (error) {
      if (named !== undefined || !(error instanceof UsageError)) throw error
      unread.push(each)
      terminal.error(error.message)
    }
  }
  if (options.json === true) terminal.out(JSON.stringify(results, null, 2))
  else if (results.length + unread.length === 0) terminal.out('There are no incidents to verify.')
  return unread.length === 0 && results.every(isWhole) ? 0 : 1
}

type Verified = { readonly incident: string; readonly records: number; readonly integrity: Integrity }

/** An incident begins with a fact (J4): a log without one has lost it. */
const isWhole = ({ records, integrity }: Verified): boolean => records > 0 && isSound(integrity)

function inWords(records: number, integrity: Integrity): string {
  if (records > 0 || !isSound(integrity)) return `${records} records, ${integrityInWords(integrity)}`
  return 'no records. Each incident begins with one, so its journal was lost or emptied'
}

/** Every incident of the data folder. Throws a UsageError where there is no folder of incidents: a wrong place must not look sound. */
function incidentsOf(options: PlaceOptions): readonly string[] {
  const dataFolder = dataFolderOf(options)
  if (!existsSync(journalPaths(dataFolder).incidents)) {
    throw new UsageError(`There is no folder of incidents in ${dataFolder}. Give the data folder with --data DIR.`)
  }
  return readOnlyStore(dataFolder).incidents()
}
