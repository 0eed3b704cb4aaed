import { isPagingAllowed, nextPagingStart } from '../schedule/paging-hours.ts'
import type { LadderContext } from './ladder-context.ts'
import type { PagingHours } from './primitives.ts'

/** From SEV-4 on nobody is paged by the clock (E11; PagerDuty's low urgency is not escalated either). */
const LOWEST_PAGED_SEVERITY = 3

/** When paging starts again, UTC ISO, or null when it is allowed. Hours that this machine cannot read allow it: silence is worse. */
function quietUntil(hours: PagingHours | null, nowMs: number): string | null {
  try {
    return isPagingAllowed(hours, nowMs) ? null : nextPagingStart(hours, nowMs)
  } catch {
    return null
  }
}

/** Why nobody is paged automatically at an instant (epoch ms), in words, or null when the ladder may page (E11). */
export function pagingRefusal(context: LadderContext, nowMs: number): string | null {
  if (context.severity > LOWEST_PAGED_SEVERITY) return `SEV-${context.severity} pages nobody by itself`
  const until = quietUntil(context.pagingHours, nowMs)
  return until === null ? null : `can wait until morning, agreed for this pipeline: not before ${until}`
}
