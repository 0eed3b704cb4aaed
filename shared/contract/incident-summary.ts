import type { Severity } from '../incident/primitives.ts'

/** One incident as a row of Tonight, Library or `nightdesk list`: enough for its clocks, without its log. */
export type IncidentSummary = {
  readonly incident: string
  readonly title: string
  readonly pipeline: { readonly id: string; readonly name: string } | null
  readonly severity: Severity
  readonly lifecycle: 'detected' | 'debugging' | 'mitigated' | 'resolved' | 'reviewed' | 'closed'
  readonly escalation: 'holding' | 'debugBudgetSpent' | 'secondaryNotified' | 'leadEscalated'
  readonly detectedAt: string
  readonly originAt: string
  /** Who has command, an id of team.yaml; null when nobody has. */
  readonly commander: string | null
  readonly mitigatedAt: string | null
  readonly resolvedAt: string | null
  /** The next deadline of the ladder, for the second clock; null when none is open. */
  readonly nextRung: {
    readonly rungId: string
    readonly dueAt: string
    readonly words: string
    /** Whom it tells, as the policy names them; null when it asks. */
    readonly who: string | null
  } | null
  readonly questionOpen: boolean
  /** When word was promised to whoever waits for it, and when such a promise passed without word; null when neither (E14). */
  readonly updatePromisedFor: string | null
  readonly updateMissedFor: string | null
  readonly currentStep: { readonly position: number; readonly of: number; readonly text: string } | null
  readonly seq: number
  readonly lastAt: string
  readonly integrity: Integrity
}

/** What opening a journal found (J5, J6). */
export type Integrity =
  /** Every record's hash and chain hold; `anchoredSeq` is how far the head kept outside the log vouches for it. */
  | { readonly kind: 'intact'; readonly anchoredSeq: number }
  /** A last line cut short was moved aside; nothing acknowledged was lost. */
  | {
      readonly kind: 'tornTailMovedAside'
      readonly bytes: number
      readonly movedTo: string
      readonly anchoredSeq: number
    }
  /** The intact prefix is open for reading only. */
  | { readonly kind: 'damaged'; readonly line: number; readonly rule: string; readonly message: string }
  /** The head is ahead of the log: records that were once durable are gone. Open for reading only. */
  | { readonly kind: 'tailMissing'; readonly lastSeq: number; readonly anchoredSeq: number; readonly message: string }
  /** Not looked at yet: shown from the head's cache. */
  | { readonly kind: 'unchecked' }

/** Whether a log is open for reading only because not all of it holds together. */
export const isDamaged = ({ kind }: Integrity): boolean => kind === 'damaged' || kind === 'tailMissing'
