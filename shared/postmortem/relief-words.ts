import type { Relief } from '../incident/primitives.ts'

const minute = (at: string): string => `${at.slice(0, 10)} ${at.slice(11, 16)}`

/** One holiday mode as the log snapshotted it, in words that need no screen: what it relaxed, from when to when (E15). */
export function agreedWords({ reason, startsAt, endsAt, stretch, severityFloor, hours }: Relief): string {
  const morning = hours === null ? '' : ` (${hours.from} ${hours.timezone})`
  const parts = [
    ...(stretch === null ? [] : [`rungs after ${stretch} times as long, SEV-1 excepted`]),
    ...(severityFloor === null ? [] : [`below SEV-${severityFloor} pages wait until morning${morning}`]),
  ]
  return `relaxed by "${reason}" from ${minute(startsAt)} to ${minute(endsAt)} UTC: ${parts.join('; ')}`
}
