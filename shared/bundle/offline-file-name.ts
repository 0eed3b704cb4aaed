import { type OfflineChoice, type OfflinePart, offlineParts } from './offline-copy.ts'

/**
 * The name of a copy's file, without its ending: the day on which it was made (of a UTC ISO instant), and what tells it from other copies of that
 * day, so that one for everybody and one with numbers never look alike.
 */
export function offlineFileName(
  { parts, contacts }: Pick<OfflineChoice, 'parts' | 'contacts'>,
  madeAt: string,
  isEncrypted: boolean,
): string {
  const isChosen = (part: OfflinePart): boolean => parts.includes(part) || (part === 'contacts' && !contacts)
  const chosen = offlineParts.every(isChosen) ? [] : offlineParts.filter((part) => parts.includes(part))
  const marks = [...chosen, ...(contacts ? [] : ['no-contacts']), ...(isEncrypted ? ['encrypted'] : [])]
  return ['nightdesk-offline', madeAt.slice(0, 10), ...marks].join('-')
}
