import { dayInWords, instantInWords } from './instant-in-words.ts'
import type { OfflineCopy } from './offline-copy.ts'

/** A place at which the page's script says how long ago the copy was made, ", 12 days ago"; nothing where scripts are off. */
const AGE = '<span data-age></span>'

/** The day of an instant (UTC ISO). */
const day = (iso: string): string => `<time datetime="${iso}">${dayInWords(iso)}</time>`

/** The day on which a copy was made and how long ago that is, beside what it says. */
export const renderMadeOn = (madeAt: string): string => `${day(madeAt)}${AGE}`

/** How far the copy can be trusted: when it was made, how far its schedule reaches, and from when all of it is stale (B4). */
export const renderDates = ({
  madeAt,
  staleAt,
  scheduleEndsAt,
}: Pick<OfflineCopy, 'madeAt' | 'staleAt' | 'scheduleEndsAt'>): string =>
  `<p class="dates"><span>Made <time datetime="${madeAt}">${instantInWords(madeAt)}</time>${AGE}.</span> ${scheduleEndsAt === null ? '' : `<span>Schedule to ${day(scheduleEndsAt)}.</span> `}<span>Stale from ${day(staleAt)}.</span></p>`

/** How far the plan reaches, above it; once that is over the page's script says so in red. */
export const renderScheduleAge = (madeAt: string, scheduleEndsAt: string): string =>
  `<p class="as-of">As planned on ${renderMadeOn(madeAt)}. Swaps made since are not in it. It reaches to <time datetime="${scheduleEndsAt}">${instantInWords(scheduleEndsAt)}</time>.</p><p class="gap" data-over hidden>This schedule is over. It does not know who is on call now.</p>`
