import type { CallOutput } from '../../../shared/contract/contract.ts'

/** What a finished backup is worth, in words. */
export type BackupWords = { readonly isSound: boolean; readonly title: string; readonly detail: string }

const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`

/** Says what was copied, and whether it was seen to open again. */
export function backupWords({ incidents, records, unsound }: CallOutput<'backup.make'>): BackupWords {
  const what = `${counted(incidents, 'incident', 'incidents')}, ${counted(records, 'fact', 'facts')}`
  if (unsound.length === 0) {
    return {
      isSound: true,
      title: 'Backed up and verified',
      detail: `${what}. Every record of the copy was read again.`,
    }
  }
  return {
    isSound: false,
    title: `Backed up, but ${counted(unsound.length, 'log does', 'logs do')} not hold together`,
    detail: `${what}. Look at ${unsound.join(', ')}: verify the journals here to see whether the original is damaged too.`,
  }
}
