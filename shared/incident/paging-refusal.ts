import { isPagingAllowed, nextPagingStart } from '../schedule/paging-hours.ts'
import type { LadderContext } from './ladder-context.ts'

/** From SEV-4 on nobody is paged by the clock (E11; PagerDuty's low urgency is not escalated either). */
const LOWEST_PAGED_SEVERITY = 3

/** Why nobody is paged automatically at an instant (epoch ms), in words, or null when the ladder may page (E11). */
export function pagingRefusal(context: LadderContext, nowMs: number): string | null {
  if (context.severity > LOWEST_PAGED_SEVERITY) return `SEV-${context.severity} pages nobody by itself`
  if (isPagingAllowed(context.pagingHours, nowMs)) return null
  return `can wait until morning, agreed for this pipeline: not before ${nextPagingStart(context.pagingHours, nowMs)}`
}
