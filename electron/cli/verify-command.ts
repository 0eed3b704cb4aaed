import { readIncident, readOnlyStore } from './incident-source.ts'
import { integrityInWords, isSound } from './integrity-words.ts'
import { dataFolderOf, type PlaceOptions } from './places.ts'
import { type ExitCode, type Terminal, UsageError } from './terminal.ts'

/** `nightdesk verify [INCIDENT|FILE] [--all]`: 1 when any journal is not intact. */
export async function runVerify(
  named: string | undefined,
  options: PlaceOptions & { readonly all?: boolean },
  terminal: Terminal,
): Promise<ExitCode> {
  if ((named === undefined) === (options.all !== true)) {
    throw new UsageError('Say which incident or journal file to verify, or --all for every one of them.')
  }
  const names = named === undefined ? readOnlyStore(dataFolderOf(options)).incidents() : [named]
  const results = []
  for (const each of names) {
    const { incident, integrity, records } = await readIncident(each, options)
    results.push({ incident, records: records.length, integrity })
    if (options.json !== true) terminal.out(`${each}: ${records.length} records, ${integrityInWords(integrity)}`)
  }
  if (options.json === true) terminal.out(JSON.stringify(results, null, 2))
  else if (results.length === 0) terminal.out('There are no incidents to verify.')
  return results.every(({ integrity }) => isSound(integrity)) ? 0 : 1
}
