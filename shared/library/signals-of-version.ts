import { freshnessOf } from '../runbook/lint/check-freshness.ts'
import type { Runbook } from '../runbook/runbook.ts'
import type { TrustSignals } from './trust-signals.ts'

/**
 * The signals of a version that is followed while its file has gone on: its own words tell when it was verified, drilled and due. Links are only told broken
 * of the file as it is now; `isSame` says that this is it.
 */
export function signalsOfVersion(
  signals: TrustSignals,
  { version, isSame, today }: { readonly version: Runbook; readonly isSame: boolean; readonly today: string },
): TrustSignals {
  const { lastVerified = null, lastDrilled = null } = version.frontMatter
  const review = freshnessOf(version, today)
  return { ...signals, lastVerified, lastDrilled, review, brokenLinks: isSame ? signals.brokenLinks : [] }
}
