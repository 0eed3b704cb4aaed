import type { Client } from '../../../shared/contract/client.ts'
import type { IncidentSummary } from '../../../shared/contract/incident-summary.ts'
import { refusalWords } from '../../../shared/contract/refusal-words.ts'
import { type IntegrityReport, integrityReport } from './integrity-report.ts'

/** What was found for one incident. */
export type Verified = IntegrityReport & { readonly incident: string; readonly incidentTitle: string }

async function verifyOne(client: Client, { incident, title }: IncidentSummary): Promise<Verified> {
  const reply = await client.call('journal.verify', { incident })
  const report = reply.ok
    ? integrityReport(reply.value.integrity, reply.value.records)
    : {
        isSound: false,
        title: 'Not checked',
        detail: refusalWords(reply.error),
      }
  return { incident, incidentTitle: title, ...report }
}

/** Verifies journals one after the other, telling each result; ends early when `isWanted` says no. */
export async function verifyAll(
  client: Client,
  summaries: readonly IncidentSummary[],
  tell: (verified: Verified) => void,
  isWanted: () => boolean,
): Promise<void> {
  for (const summary of summaries) {
    const verified = await verifyOne(client, summary)
    if (!isWanted()) return
    tell(verified)
  }
}

/** All results in one sentence. */
export function verdictOf(results: readonly Verified[]): string {
  const unsound = results.filter(({ isSound }) => !isSound).length
  const all = results.length === 1 ? 'The one journal is intact.' : `All ${results.length} journals are intact.`
  return unsound === 0 ? all : `${unsound} of ${results.length} journals need a look.`
}
