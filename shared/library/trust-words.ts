import type { StepStatistic } from './run-statistics.ts'
import type { TrustSignals } from './trust-signals.ts'

/** One thing to say about a runbook's trust; `isWarning` when somebody should do something about it. */
export type TrustNote = { readonly words: string; readonly title?: string; readonly isWarning: boolean }

/** Skipped this often is a habit; once is a night. */
const OFTEN = 2

const count = (many: number, one: string, more: string): string => `${many} ${many === 1 ? one : more}`

/** "4 min, median of 3 runs", or that it was one run only; `spanOf` writes a length of time. */
export function timeWords({ medianMs, timed }: StepStatistic, spanOf: (ms: number) => string): string {
  if (medianMs === null) return 'not timed'
  return timed === 1 ? `${spanOf(medianMs)}, in one run` : `${spanOf(medianMs)}, median of ${timed} runs`
}

/**
 * What a runbook's own history says about it, besides the date on which it was verified: short enough for a row of chips. `dayOf`
 * writes an instant as the reader's calendar writes days.
 */
export function trustNotes(signals: TrustSignals, dayOf: (at: string) => string): readonly TrustNote[] {
  const { owner, review, brokenLinks, runs, lastUsedAt, lastDrilled, steps } = signals
  const skipped = steps.filter((step) => step.skipped >= OFTEN && step.skipped > step.done).length
  return [
    owner?.isGone === true
      ? { words: `owner ${owner.id} is gone`, title: 'team.yaml knows nobody of this name.', isWarning: true }
      : null,
    review.state === 'stale' ? { words: `review was due ${review.dueOn}`, isWarning: true } : null,
    review.state === 'fresh' ? { words: `review due ${review.dueOn}`, isWarning: false } : null,
    brokenLinks.length === 0
      ? null
      : {
          words: count(brokenLinks.length, 'broken link', 'broken links'),
          title: brokenLinks.map(({ line, message }) => `Line ${line}: ${message}`).join('\n'),
          isWarning: true,
        },
    lastUsedAt === null
      ? { words: 'not used yet', isWarning: false }
      : { words: `used ${runs === 1 ? 'once' : `${runs} times`}, last ${dayOf(lastUsedAt)}`, isWarning: false },
    lastDrilled === null
      ? {
          words: 'no drill noted',
          title: 'Note a drill in its front matter: lastDrilled: YYYY-MM-DD.',
          isWarning: false,
        }
      : { words: `drilled ${lastDrilled}`, isWarning: false },
    skipped === 0
      ? null
      : {
          words: `${count(skipped, 'step', 'steps')} mostly skipped`,
          title: 'Somebody should look whether they still belong there.',
          isWarning: true,
        },
  ].filter((note) => note !== null)
}
