import { calendarDayIn } from '../kit/calendar-day.ts'
import { dateInWords } from '../schedule/wall-clock.ts'
import type { StepStatistic } from './run-statistics.ts'
import type { TrustSignals } from './trust-signals.ts'

/** One thing to say about a runbook's trust; `isWarning` when somebody should do something about it. */
export type TrustNote = {
  readonly about: 'owner' | 'review' | 'links' | 'use' | 'drill' | 'steps'
  readonly words: string
  readonly title?: string
  readonly isWarning: boolean
}

/** Skipped this often is a habit; once is a night. */
const OFTEN = 2

const count = (many: number, one: string, more: string): string => `${many} ${many === 1 ? one : more}`

/** "4 min, median of 3 runs", or that it was one run only; `spanOf` writes a length of time. */
export function timeWords({ medianMs, timed }: StepStatistic, spanOf: (ms: number) => string): string {
  if (medianMs === null) return 'not timed'
  return timed === 1 ? `${spanOf(medianMs)}, in one run` : `${spanOf(medianMs)}, median of ${timed} runs`
}

const times = (many: number): string => (many === 1 ? 'once' : many === 2 ? 'twice' : `${many} times`)

function ownerNote({ owner }: TrustSignals): TrustNote | null {
  if (owner === null) {
    const title = 'Nobody keeps it right. Name somebody in its front matter: owner: ID.'
    return { about: 'owner', words: 'no owner', title, isWarning: true }
  }
  const title = 'team.yaml knows nobody by this id: somebody who left, a team, or a typing error.'
  return owner.isUnknown
    ? { about: 'owner', words: `owner ${owner.id} is not in team.yaml`, title, isWarning: true }
    : null
}

function reviewNote({ review }: TrustSignals): TrustNote | null {
  if (review.state === 'unknown') return null
  const isWarning = review.state === 'stale'
  return { about: 'review', words: `review ${isWarning ? 'was due' : 'due'} ${dateInWords(review.dueOn)}`, isWarning }
}

function linksNote({ brokenLinks }: TrustSignals): TrustNote | null {
  if (brokenLinks.length === 0) return null
  const title = brokenLinks.map(({ line, message }) => `Line ${line}: ${message}`).join('\n')
  return { about: 'links', words: count(brokenLinks.length, 'broken link', 'broken links'), title, isWarning: true }
}

function usageNote({ runs, onlyOpened, lastUsedAt }: TrustSignals, dayOf: (at: string) => string): TrustNote {
  if (lastUsedAt !== null) {
    return { about: 'use', words: `used ${times(runs)}, last ${dateInWords(dayOf(lastUsedAt))}`, isWarning: false }
  }
  const words = onlyOpened === 0 ? 'not used yet' : `not used yet, only opened ${times(onlyOpened)}`
  return { about: 'use', words, isWarning: false }
}

function formerNote({ formerPaths }: TrustSignals): TrustNote | null {
  if (formerPaths.length === 0) return null
  const title = 'Its file was renamed. What was done under the name it had counts here.'
  return { about: 'use', words: `before at ${formerPaths.join(', ')}`, title, isWarning: false }
}

function drillNote({ lastDrilled }: TrustSignals): TrustNote {
  if (lastDrilled !== null) {
    const day = calendarDayIn(lastDrilled)
    return { about: 'drill', words: `drilled ${day === null ? lastDrilled : dateInWords(day)}`, isWarning: false }
  }
  const title = 'Note a drill in its front matter: lastDrilled: YYYY-MM-DD.'
  return { about: 'drill', words: 'no drill noted', title, isWarning: false }
}

function stepsNote({ steps }: TrustSignals): TrustNote | null {
  const skipped = steps.filter((step) => step.skipped >= OFTEN && step.skipped > step.done).length
  if (skipped === 0) return null
  const title = 'Somebody should look whether they still belong there.'
  return { about: 'steps', words: `${count(skipped, 'step', 'steps')} mostly skipped`, title, isWarning: true }
}

/**
 * What a runbook's front matter, links and runs say about it, besides the date on which it was verified: short enough for a row of chips,
 * what somebody should do something about first. `dayOf` gives the calendar day of an instant, YYYY-MM-DD, where the reader is.
 */
export function trustNotes(signals: TrustSignals, dayOf: (at: string) => string): readonly TrustNote[] {
  const notes = [
    ownerNote(signals),
    reviewNote(signals),
    linksNote(signals),
    stepsNote(signals),
    usageNote(signals, dayOf),
    formerNote(signals),
    drillNote(signals),
  ]
  return notes.filter((note) => note !== null)
}
