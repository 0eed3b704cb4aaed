import type { Integrity } from '../contract/incident-summary.ts'
import type { ChainPosition } from './check-line.ts'
import { type Damage, damageAt } from './damage.ts'

/** A place in the log with the length of the file up to and including it, in bytes. */
export type LogPosition = ChainPosition & { readonly bytes: number }

/** What reading a whole log found. */
export type LogScan = {
  /** The end of the intact prefix. */
  readonly last: LogPosition
  readonly damage: Damage | null
  /** Where the log stood at the anchor's seq, or null when it does not reach so far. */
  readonly atAnchor: LogPosition | null
}

/**
 * Compares a log with the head kept outside it (J6). Ahead means that records which were once durable are gone; behind is
 * normal after power loss; beside means another log. Damage inside the log comes first: it says where to look.
 */
export function judgeAnchor(scan: LogScan, anchor: LogPosition | null): Integrity {
  if (scan.damage !== null) return { kind: 'damaged', ...scan.damage }
  if (anchor === null || anchor.seq === 0) return { kind: 'intact', anchoredSeq: 0 }
  if (anchor.seq > scan.last.seq) {
    const [lastSeq, anchoredSeq] = [scan.last.seq, anchor.seq]
    return { kind: 'tailMissing', lastSeq, anchoredSeq, message: tailMissingMessage(lastSeq, anchoredSeq) }
  }
  const at = scan.atAnchor
  if (at === null || at.hash !== anchor.hash || at.bytes !== anchor.bytes) {
    return { kind: 'damaged', ...damageAt(anchor.seq, 'J6/anchor') }
  }
  return { kind: 'intact', anchoredSeq: anchor.seq }
}

function tailMissingMessage(lastSeq: number, anchoredSeq: number): string {
  const lost = anchoredSeq - lastSeq
  const gone = lost === 1 ? '1 saved entry is gone' : `${lost} saved entries are gone`
  return `${gone} from the end: the log stops at ${lastSeq}, but ${anchoredSeq} were saved. A backup may have the rest.`
}
