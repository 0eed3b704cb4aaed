import type { FactRecord } from '../../shared/incident/facts/fact-catalog.ts'
import { type UnknownSecret, unknownSecrets } from '../../shared/incident/unknown-secrets.ts'
import { SHORTEST_HIDDEN } from '../../shared/kit/hide-values.ts'
import { entriesRepeating } from '../../shared/postmortem/entries-repeating.ts'
import { searchEvidenceInThread } from './evidence-thread.ts'
import { evidenceToExport, isMuchEvidence } from './evidence-to-export.ts'
import { searchEvidence } from './search-evidence.ts'

/** What was told of the secrets of an incident, by `variableKey`, and how often one that the log names. */
export type ToldSecrets = Readonly<Record<string, { readonly values: readonly string[]; readonly told: number }>>

/** An incident by its records, and the folder in which its evidence is. */
export type IncidentToSearch = { readonly from: string; readonly records: readonly FactRecord[] }

/** By value, the ids of the entries that repeat it: in their words or in their evidence. */
export type Places = ReadonlyMap<string, ReadonlySet<string>>

async function placesOf({ from, records }: IncidentToSearch, values: readonly string[]) {
  const places = new Map<string, Set<string>>(values.map((value) => [value, new Set(entriesRepeating(records, value))]))
  const evidence = evidenceToExport(records)
  if (evidence.length === 0 || values.length === 0) return places
  const files = [...new Set(evidence.map(({ data }) => data.sha256))]
  const search = { from, files, values }
  const found = isMuchEvidence(evidence) ? await searchEvidenceInThread(search) : searchEvidence(search)
  values.forEach((value, at) => {
    for (const { id, data } of evidence) if (found[at]?.includes(data.sha256)) places.get(value)?.add(id)
  })
  return places
}

/**
 * Which secrets of an incident an export cannot be sure to hide, and where the values that were told stand in it: nobody can know whether a value
 * is the right one, but one that stands nowhere may be typed wrong (P5). Only looks where the log knows more values than were told. Rejects with
 * what the disk throws.
 */
export async function lookForSecrets(
  incident: IncidentToSearch,
  told: ToldSecrets,
): Promise<{ readonly unknown: readonly UnknownSecret[]; readonly places: Places }> {
  const { records } = incident
  const longEnough = Object.entries(told).map(([key, { values, ...each }]) => {
    return { key, ...each, values: values.filter(({ length }) => length >= SHORTEST_HIDDEN) }
  })
  const asIfNowhere = longEnough.map(({ key, values, told: times }) => {
    return [key, { found: 0, nowhere: values.length, told: times }] as const
  })
  if (unknownSecrets(records, Object.fromEntries(asIfNowhere)).length === 0) return { unknown: [], places: new Map() }
  const places = await placesOf(incident, [...new Set(longEnough.flatMap(({ values }) => values))])
  const isFound = (value: string): boolean => (places.get(value)?.size ?? 0) > 0
  const remembered = longEnough.map(({ key, values, told: times }) => {
    const found = values.filter(isFound).length
    return [key, { found, nowhere: values.length - found, told: times }] as const
  })
  return { unknown: unknownSecrets(records, Object.fromEntries(remembered)), places }
}
