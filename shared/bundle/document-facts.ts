import { calendarDayIn } from '../kit/calendar-day.ts'
import { dateInWords } from '../schedule/wall-clock.ts'
import type { OfflineDocument } from './offline-copy.ts'

/** What a row says of a document besides its title, in words. */
export type DocumentFacts = {
  readonly owner: string
  readonly verified: string
  /** Its path below the folder of its kind. */
  readonly file: string
}

/** Owner, day of the last verification and file of a document, the same in the list and among results. */
export const documentFacts = ({
  owner,
  lastVerified,
  path,
}: Pick<OfflineDocument, 'owner' | 'lastVerified' | 'path'>): DocumentFacts => {
  const day = calendarDayIn(lastVerified)
  const verified = day === null ? `verified "${lastVerified}"` : `verified ${dateInWords(day)}`
  return {
    owner: owner ?? 'no owner',
    verified: lastVerified === null ? 'never verified' : verified,
    file: path.split('/').slice(1).join('/'),
  }
}
