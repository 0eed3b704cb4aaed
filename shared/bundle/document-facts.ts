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

/** The anchors of documents whose title another one has as well: only their path tells them apart. */
export function namesakes(documents: readonly Pick<OfflineDocument, 'anchor' | 'title'>[]): ReadonlySet<string> {
  const nameOf = ({ title }: Pick<OfflineDocument, 'title'>): string => title.trim().toLowerCase()
  const counts = new Map<string, number>()
  for (const document of documents) counts.set(nameOf(document), (counts.get(nameOf(document)) ?? 0) + 1)
  return new Set(documents.filter((document) => (counts.get(nameOf(document)) ?? 0) > 1).map(({ anchor }) => anchor))
}
