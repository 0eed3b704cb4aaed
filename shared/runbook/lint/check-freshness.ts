import { Temporal } from 'temporal-polyfill'
import type { Problem } from '../../kit/problem.ts'
import type { Runbook } from '../runbook.ts'
import { KNOWN_KEYS } from '../text/front-matter-fields.ts'
import { keyAsWritten, lineOfKey } from './check-front-matter.ts'

/** Whether a runbook can still be trusted: `unknown` when it does not say when it was last verified, or for how long that holds. */
export type Freshness =
  | { readonly state: 'unknown' }
  | {
      readonly state: 'fresh' | 'stale'
      readonly lastVerified: string
      readonly dueOn: string
      readonly daysOverdue: number
    }

/** The calendar day the next review is due and whether it has passed; `today` is YYYY-MM-DD. Shown as the trust signal of the library. */
export function freshnessOf({ frontMatter }: Runbook, today: string): Freshness {
  const verified = readDay(frontMatter.lastVerified)
  const every = readPeriod(frontMatter.reviewEvery)
  const now = readDay(today)
  if (!verified || !every || !now) return { state: 'unknown' }
  const due = addPeriod(verified, every)
  if (!due) return { state: 'unknown' }
  const daysOverdue = Math.max(0, due.until(now, { largestUnit: 'day' }).days)
  return {
    state: daysOverdue > 0 ? 'stale' : 'fresh',
    lastVerified: verified.toString(),
    dueOn: due.toString(),
    daysOverdue,
  }
}

/** Stale, never verified, verified in the future, or dates that cannot be read (R8). */
export function findFreshnessProblems(runbook: Runbook, today: string): Problem[] {
  const { path, frontMatter } = runbook
  const { lastVerified, reviewEvery } = frontMatter
  const verifiedLine = lineOfKey(runbook, KNOWN_KEYS.lastVerified)
  const everyLine = lineOfKey(runbook, KNOWN_KEYS.reviewEvery)
  const day = readDay(lastVerified)
  const problems: Problem[] = []
  for (const key of ['lastVerified', 'lastDrilled'] as const) {
    const written = frontMatter[key]
    if (written === undefined || readDay(written)) continue
    problems.push({
      file: path,
      line: lineOfKey(runbook, KNOWN_KEYS[key]),
      rule: 'runbook/date-invalid',
      severity: 'error',
      message: `${keyAsWritten(runbook, key)} is "${written}", which is no calendar date.`,
      hint: 'Write it as YYYY-MM-DD.',
    })
  }
  if (reviewEvery !== undefined && !readPeriod(reviewEvery)) {
    problems.push({
      file: path,
      line: everyLine,
      rule: 'runbook/period-invalid',
      severity: 'error',
      message: `${keyAsWritten(runbook, 'reviewEvery')} is "${reviewEvery}", which is no period.`,
      hint: 'Write it as P90D, P3M or "90 days".',
    })
  }
  if (reviewEvery !== undefined && lastVerified === undefined) {
    problems.push({
      file: path,
      line: everyLine,
      rule: 'runbook/never-verified',
      severity: 'warning',
      message: 'It asks for reviews but does not say when it was last verified.',
      hint: 'Walk through it once and add "lastVerified:" with the date.',
    })
  }
  const now = readDay(today)
  // Where the runbook was verified it may be tomorrow already.
  if (day && now && Temporal.PlainDate.compare(day, now.add({ days: 1 })) > 0) {
    problems.push({
      file: path,
      line: verifiedLine,
      rule: 'runbook/verified-in-future',
      severity: 'warning',
      message: `It was last verified on ${day.toString()}, which is yet to come.`,
      hint: 'Correct the date.',
    })
  }
  const freshness = freshnessOf(runbook, today)
  if (freshness.state === 'stale') {
    problems.push({
      file: path,
      line: verifiedLine,
      rule: 'runbook/stale',
      severity: 'warning',
      message: `Its review was due on ${freshness.dueOn}, ${freshness.daysOverdue} ${freshness.daysOverdue === 1 ? 'day' : 'days'} ago.`,
      hint: `Walk through it, mend what is wrong, and set ${keyAsWritten(runbook, 'lastVerified')} to the date.`,
    })
  }
  return problems
}

/** A calendar day at the start of a text, or undefined when it is none. */
export function readDay(text: string | undefined): Temporal.PlainDate | undefined {
  const found = /^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/.exec(text ?? '')
  if (!found) return undefined
  try {
    return Temporal.PlainDate.from(
      { year: Number(found[1]), month: Number(found[2]), day: Number(found[3]) },
      { overflow: 'reject' },
    )
  } catch {
    return undefined
  }
}

/** A period of whole days, weeks, months or years: ISO 8601 (P90D) or words ("3 months", "90d", "quarterly"). */
export function readPeriod(text: string | undefined): Temporal.Duration | undefined {
  const words = (text ?? '').trim().toLowerCase()
  const named = {
    weekly: { weeks: 1 },
    monthly: { months: 1 },
    'bi-weekly': { weeks: 2 },
    biweekly: { weeks: 2 },
    fortnightly: { weeks: 2 },
    quarterly: { months: 3 },
    'every quarter': { months: 3 },
    'semi-annually': { months: 6 },
    semiannually: { months: 6 },
    biannually: { months: 6 },
    yearly: { years: 1 },
    annually: { years: 1 },
  }
  const name = Object.entries(named).find(([key]) => key === words)?.[1]
  if (name) return Temporal.Duration.from(name)
  const iso = /^p(?:(\d{1,3})y)?(?:(\d{1,3})m)?(?:(\d{1,3})w)?(?:(\d{1,5})d)?$/.exec(words)
  const plain = /^(\d{1,5})\s*(d|days?|w|weeks?|m|mo|months?|y|years?)?$/.exec(words)
  const [years, months, weeks, days] = iso ? [iso[1], iso[2], iso[3], iso[4]] : plain ? spread(plain[1], plain[2]) : []
  const period = Temporal.Duration.from({
    years: Number(years ?? 0),
    months: Number(months ?? 0),
    weeks: Number(weeks ?? 0),
    days: Number(days ?? 0),
  })
  return period.sign > 0 ? period : undefined
}

function spread(amount: string | undefined, unit = 'd'): (string | undefined)[] {
  return ['y', 'm', 'w', 'd'].map((letter) => (unit.startsWith(letter) ? amount : undefined))
}

function addPeriod(day: Temporal.PlainDate, period: Temporal.Duration): Temporal.PlainDate | undefined {
  try {
    return day.add(period)
  } catch {
    return undefined
  }
}
