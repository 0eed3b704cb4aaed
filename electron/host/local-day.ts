import type { HostContext } from './host-context.ts'

/** The calendar day, YYYY-MM-DD, where the person at this desk is. A zone that this machine does not know counts as its own. */
export function localDay({ clock, preferences }: Pick<HostContext, 'clock' | 'preferences'>): string {
  const write = (timeZone: string | undefined): string =>
    new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
      clock.nowMs(),
    )
  try {
    return write(preferences.read().timezone ?? undefined)
  } catch {
    return write(undefined)
  }
}
