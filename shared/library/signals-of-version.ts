import { freshnessOf } from '../runbook/lint/check-freshness.ts'
import type { Runbook } from '../runbook/runbook.ts'
import type { TrustSignals } from './trust-signals.ts'

/**
 * The signals of a version that is followed while its file has gone on: its own words tell when it was verified, drilled and due. Links are told broken
 * only of the file as it is now.
 */
export function signalsOfVersion(
  signals: TrustSignals,
  { version, today }: { readonly version: Runbook; readonly today: string },
): TrustSignals {
  const { lastVerified = null, lastDrilled = null } = version.frontMatter
  const review = freshnessOf(version, today)
  return { ...signals, lastVerified, lastDrilled, review, brokenLinks: [] }
}
