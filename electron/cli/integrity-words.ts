import type { Integrity } from '../../shared/contract/incident-summary.ts'
import { assertNever } from '../../shared/kit/assert-never.ts'

/** What verifying found, in one line (J6). */
export function integrityInWords(integrity: Integrity): string {
  switch (integrity.kind) {
    case 'intact':
      return integrity.anchoredSeq === 0
        ? 'intact; no head says how far it once reached, so a missing end cannot be seen'
        : `intact, anchored to seq ${integrity.anchoredSeq}`
    case 'tornTailMovedAside':
      return `intact, anchored to seq ${integrity.anchoredSeq}; ${integrity.bytes} bytes of an unfinished last line are kept in ${integrity.movedTo}`
    case 'damaged':
      return `damaged at line ${integrity.line} (${integrity.rule}): ${integrity.message}`
    case 'tailMissing':
      return `records are missing. ${integrity.message}`
    case 'unchecked':
      return 'not checked'
    default:
      return assertNever(integrity)
  }
}

/** Whether every record that was once acknowledged is there and unchanged. */
export const isSound = (integrity: Integrity): boolean =>
  integrity.kind === 'intact' || integrity.kind === 'tornTailMovedAside'
