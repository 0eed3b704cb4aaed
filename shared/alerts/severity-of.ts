import type { Severity } from '../incident/primitives.ts'

/**
 * The words of the usual tools, by the severity they come nearest to: Prometheus, PagerDuty, Sentry, Zabbix, Datadog. The
 * highest word is SEV-2 and not SEV-1, because SEV-1 says that wrong data is public, which no alert can know. A warning is
 * SEV-3: unsure means the higher one, and SEV-4 would page nobody.
 */
const words: Readonly<Record<string, Severity>> = {
  critical: 2,
  crit: 2,
  fatal: 2,
  disaster: 2,
  emergency: 2,
  emerg: 2,
  page: 2,
  error: 3,
  high: 3,
  major: 3,
  warning: 3,
  warn: 3,
  average: 3,
  medium: 3,
  moderate: 3,
  minor: 4,
  low: 4,
  info: 4,
  information: 4,
  informational: 4,
  notice: 4,
}

const numbered = /^(?:sev|p|s)[-_ ]?([1-5])$/

/** The severity that a sender's word means; null when it is not known for sure. `P1`, `sev-2` and `S3` carry their own number. */
export function severityOf(word: string | null | undefined): Severity | null {
  const plain = word?.trim().toLowerCase() ?? ''
  const number = Number(numbered.exec(plain)?.[1])
  if (number === 1 || number === 2 || number === 3 || number === 4 || number === 5) return number
  return Object.hasOwn(words, plain) ? (words[plain] ?? null) : null
}
