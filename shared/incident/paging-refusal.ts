import { isPagingAllowed, nextPagingStart } from '../schedule/paging-hours.ts'
import { isTimeZone } from '../schedule/wall-clock.ts'
import type { LadderContext } from './ladder-context.ts'
import type { PagingHours } from './primitives.ts'

/** From SEV-4 on nobody is paged by the clock (E11; PagerDuty's low urgency is not escalated either). */
const LOWEST_PAGED_SEVERITY = 3

const clockTime = /^([01]\d|2[0-3]):[0-5]\d$/

/** Whether this machine can make sense of agreed hours: a log may name a zone that it has never heard of. */
const areReadable = ({ from, to, timezone }: PagingHours): boolean =>
  clockTime.test(from) && clockTime.test(to) && isTimeZone(timezone)

/**
 * Why nobody is paged automatically at an instant (epoch ms), in words, or null when the ladder may page (E11).
 * Hours that cannot be read allow it, since silence would be worse.
 */
export function pagingRefusal({ severity, pagingHours }: LadderContext, nowMs: number): string | null {
  if (severity > LOWEST_PAGED_SEVERITY) return `SEV-${severity} pages nobody by itself`
  if (pagingHours === null || !areReadable(pagingHours) || isPagingAllowed(pagingHours, nowMs)) return null
  return `can wait until morning, agreed for this pipeline: not before ${nextPagingStart(pagingHours, nowMs)}`
}
