import type { SectionId } from '../postmortem.ts'
import type { Draft, DraftSource } from './draft.ts'
import { draftDetection, draftFactors, draftImpact, draftSummary } from './what-happened.ts'
import { draftResolution, draftResponse } from './what-we-did.ts'
import { draftLucky, draftWentWell, draftWentWrong } from './what-we-learned.ts'

const nothing = (): Draft => ({ lines: [], open: [] })

/** What each part says from the facts alone (P3). The tables of timeline and action items are made at rendering. */
export const draftSections: Readonly<Record<SectionId, (source: DraftSource) => Draft>> = {
  summary: draftSummary,
  impact: draftImpact,
  detection: draftDetection,
  timeline: nothing,
  factors: draftFactors,
  response: draftResponse,
  resolution: draftResolution,
  'went-well': draftWentWell,
  'went-wrong': draftWentWrong,
  lucky: draftLucky,
  actions: nothing,
}
