import type { UnknownSecrets } from '../../shared/contract/answers.ts'
import type { FactRecord } from '../../shared/incident/facts/fact-catalog.ts'
import { givenSecrets } from '../../shared/incident/unknown-secrets.ts'
import type { HostContext } from './host-context.ts'
import { journalPaths } from './journal/journal-paths.ts'
import { lookForSecrets, type Places } from './look-for-secrets.ts'

/** What the host could not hide in an export of an incident, by its records, what it could because somebody told it, and where each value stands. Rejects with what the disk throws. */
export async function unknownSecretsOf(
  { secrets, dataFolder }: HostContext,
  incident: string,
  records: readonly FactRecord[],
): Promise<{ readonly unknown: UnknownSecrets; readonly places: Places }> {
  const { unknown, places } = await lookForSecrets(
    { from: journalPaths(dataFolder).evidence(incident), records },
    secrets.told(incident),
  )
  const hidden = [...givenSecrets(records)].flatMap(([key, { name, written }]) => {
    const entries = new Set(secrets.toHide(incident, key).flatMap((value) => [...(places.get(value) ?? [])]))
    return entries.size === 0 ? [] : [{ name, written, places: entries.size }]
  })
  return { unknown: { since: secrets.since, secrets: unknown, hidden }, places }
}
