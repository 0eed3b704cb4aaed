import { isPagingAllowed, nextPagingStart } from '../schedule/paging-hours.ts'
import type { LadderContext } from './ladder-context.ts'
import { areReadable, reliefRefusal } from './relief.ts'

/** From SEV-4 on nobody is paged by the clock (E11; PagerDuty's low urgency is not escalated either). */
const LOWEST_PAGED_SEVERITY = 3

/**
 * Why nobody is paged automatically at an instant (epoch ms), in words, or null when the ladder may page (E11, E15).
 * Hours that cannot be read allow it, since silence would be worse.
 */
export function pagingRefusal(context: LadderContext, nowMs: number): string | null {
  const { severity, pagingHours } = context
  if (severity > LOWEST_PAGED_SEVERITY) return `SEV-${severity} pages nobody by itself`
  if (pagingHours !== null && areReadable(pagingHours) && !isPagingAllowed(pagingHours, nowMs)) {
    return `can wait until morning, agreed for this pipeline: not before ${nextPagingStart(pagingHours, nowMs)}`
  }
  return reliefRefusal(context, nowMs)
}
