import type { Integrity } from '../../../shared/contract/incident-summary.ts'
import { assertNever } from '../../../shared/kit/assert-never.ts'
import { byteWords } from '../../ui/time-words.ts'

/** What verifying one journal found, as the person who keeps it would want to hear it (J5, J6). */
export type IntegrityReport = { readonly isSound: boolean; readonly title: string; readonly detail: string }

const recordWords = (records: number): string => `${records} ${records === 1 ? 'record' : 'records'}`

/** Says a journal's integrity in words. `records` is how many it holds. */
export function integrityReport(integrity: Integrity, records: number): IntegrityReport {
  switch (integrity.kind) {
    case 'intact': {
      const detail = `${recordWords(records)}, every hash holds, anchored to seq ${integrity.anchoredSeq}.`
      return { isSound: true, title: 'Intact', detail }
    }
    case 'tornTailMovedAside': {
      const detail = `${recordWords(records)}, anchored to seq ${integrity.anchoredSeq}. ${byteWords(integrity.bytes)} of a last line that was never acknowledged are kept in ${integrity.movedTo}.`
      return { isSound: true, title: 'Intact', detail }
    }
    case 'damaged': {
      const detail = `${integrity.message} Rule ${integrity.rule}. What stands before that line is intact; the file is read and never written any more.`
      return { isSound: false, title: `Damaged at line ${integrity.line}`, detail }
    }
    case 'tailMissing': {
      const detail = `${integrity.message} It ends at seq ${integrity.lastSeq} and was once known to reach seq ${integrity.anchoredSeq}. Look for the missing end in a backup.`
      return { isSound: false, title: 'The end is missing', detail }
    }
    case 'unchecked':
      return { isSound: false, title: 'Not checked', detail: 'The journal could not be looked at. Verify it again.' }
    default:
      return assertNever(integrity)
  }
}
