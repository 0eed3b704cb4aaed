import type { Integrity } from '../../../../shared/contract/incident-summary.ts'

/** What is known of the log's wholeness, short enough for a heading. */
export function integrityWords(integrity: Integrity): string {
  switch (integrity.kind) {
    case 'intact':
      return 'chain intact'
    case 'tornTailMovedAside':
      return 'chain intact, a torn end was moved aside'
    case 'damaged':
      return `damaged at line ${integrity.line}, read-only`
    case 'tailMissing':
      return 'its end is missing, read-only'
    case 'unchecked':
      return 'chain to be verified in Settings'
  }
}
