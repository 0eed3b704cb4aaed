/** What of the timeline is shown. */
export type EntryFilter = 'all' | 'starred' | 'thinking' | 'evidence' | 'escalation'

/** The filters in the order in which they are offered. */
export const entryFilters: readonly { readonly value: EntryFilter; readonly label: string }[] = [
  { value: 'all', label: 'All' },
  { value: 'starred', label: 'Starred' },
  { value: 'thinking', label: 'Decisions and hypotheses' },
  { value: 'evidence', label: 'Evidence' },
  { value: 'escalation', label: 'Escalation' },
]

const kinds: Readonly<Record<Exclude<EntryFilter, 'all' | 'starred'>, RegExp>> = {
  thinking: /^(?:decision|hypothesis)\./,
  evidence: /^(?:evidence|command|alert)\./,
  escalation: /^(?:incident|rung|question|notification|call|severity|relief|role|handoff)\./,
}

/** Whether an entry passes a filter. */
export function passes(filter: EntryFilter, entry: { readonly type: string; readonly isStarred: boolean }): boolean {
  switch (filter) {
    case 'all':
      return true
    case 'starred':
      return entry.isStarred
    case 'thinking':
    case 'evidence':
    case 'escalation':
      return kinds[filter].test(entry.type)
  }
}
