import { type Finding, swapHorizonMs } from '../finding.ts'
import { scheduleFindings } from '../schedule-findings.ts'
import type { Team } from '../team.ts'
import { proposeSwaps, type SwapProposal } from './propose-swaps.ts'

/** A major holiday in somebody's on-call week, and who could take the week, fairest first. */
export type SwapToArrange = { readonly finding: Finding; readonly proposals: readonly SwapProposal[] }

/**
 * The turns of the next eight weeks that should be swapped in advance because of a major holiday, soonest first, with partners (S3.1, S6.2).
 * Eight weeks, because later the tickets are bought. `nowMs` is epoch ms. A turn with two such holidays comes once.
 */
export function swapsToArrange(team: Team, nowMs: number): readonly SwapToArrange[] {
  const seen = new Set<string>()
  return scheduleFindings(team, nowMs, nowMs + swapHorizonMs).flatMap((finding): SwapToArrange[] => {
    const swap = finding.remedies.find(({ kind }) => kind === 'swap')
    if (!finding.major || swap?.kind !== 'swap') return []
    const turn = `${swap.rotationId} ${swap.from}`
    if (seen.has(turn)) return []
    seen.add(turn)
    const proposals = proposeSwaps(team, swap.rotationId, { startsAt: swap.from, endsAt: swap.to }, nowMs)
    return [{ finding, proposals }]
  })
}
