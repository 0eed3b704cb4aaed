import { isPagingAllowed, nextPagingStart } from '../schedule/paging-hours.ts'
import type { PagingHours } from '../schedule/team.ts'
import { momentInWords } from '../schedule/wall-clock.ts'
import { areReadable, type Relaxed, reliefRefusal } from './relief.ts'

/** From SEV-4 on nobody is paged by the clock (E11; PagerDuty's low urgency is not escalated either). */
const LOWEST_PAGED_SEVERITY = 3

/** Whether a severity is one of those. */
export const pagesNobody = (severity: number): boolean => severity > LOWEST_PAGED_SEVERITY

/** What of an incident decides whether it may page; also of one that is only being declared, for the preview of its ladder. */
export type Paged = Relaxed & { readonly pagingHours: PagingHours | null }

/**
 * Why nobody is paged automatically at an instant (epoch ms), in words, or null when the ladder may page (E11, E15).
 * Hours that cannot be read allow it, since silence would be worse.
 */
export function pagingRefusal(context: Paged, nowMs: number): string | null {
  const { severity, pagingHours } = context
  if (pagesNobody(severity)) return `SEV-${severity} pages nobody by itself`
  if (pagingHours !== null && areReadable(pagingHours) && !isPagingAllowed(pagingHours, nowMs)) {
    const opensAt = momentInWords(nextPagingStart(pagingHours, nowMs), pagingHours.timezone)
    return `This pipeline can wait until morning: not before ${opensAt}`
  }
  return reliefRefusal(context, nowMs)
}
