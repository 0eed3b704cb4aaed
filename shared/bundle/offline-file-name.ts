import { type OfflineChoice, type OfflinePart, offlineParts } from './offline-copy.ts'

/**
 * The name of a copy's file, without its ending: the day on which it was made (of a UTC ISO instant), and what tells it from other copies of that
 * day, so that one for everybody and one with numbers never look alike.
 */
export function offlineFileName(
  { parts, contacts, only, leaveOut }: Pick<OfflineChoice, 'parts' | 'contacts' | 'only' | 'leaveOut'>,
  madeAt: string,
  isEncrypted: boolean,
): string {
  const isChosen = (part: OfflinePart): boolean => parts.includes(part) || (part === 'contacts' && !contacts)
  const chosen = offlineParts.every(isChosen) ? [] : offlineParts.filter((part) => parts.includes(part))
  const isNarrowed = only.length + leaveOut.length > 0
  const marks = [
    ...chosen,
    ...(isNarrowed ? ['selection'] : []),
    ...(contacts ? [] : ['no-contacts']),
    ...(isEncrypted ? ['encrypted'] : []),
  ]
  return ['nightdesk-offline', madeAt.slice(0, 10), ...marks].join('-')
}
