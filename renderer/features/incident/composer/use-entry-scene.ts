import { emptyTeam } from '../../../../shared/schedule/team.ts'
import { recordAt } from '../../../state/incident-log.ts'
import { selectZone } from '../../../state/selectors.ts'
import { useDeskStore, useOpenIncident, useSelected } from '../../../state/store-context.tsx'
import type { EntryScene } from './parse-entry.ts'

/** Book-keeping that nobody means by "the last entry". */
const NOT_MEANT = /^(?:entry\.|notification\.sent$)/

/** The entry that `/star` and the key S mean, by id. */
export function useLastEntry(): string | null {
  const { log } = useOpenIncident()
  for (let seq = log.total; seq > 0 && seq > log.total - 50; seq -= 1) {
    const record = recordAt(log, seq)
    if (record !== undefined && !NOT_MEANT.test(record.type)) return record.id
  }
  return null
}

/** What the composer knows when somebody presses Enter. */
export function useEntryScene(): () => EntryScene {
  const store = useDeskStore()
  const { context } = useOpenIncident().state.ladder
  const zone = useSelected(selectZone)
  const team = useSelected((state) => state.desk?.workspace.team) ?? emptyTeam
  const lastEntry = useLastEntry()
  return () => ({
    nowMs: store.now(),
    zone,
    severity: context.severity,
    people: team.people,
    lastEntry,
    newActionId: () => crypto.randomUUID(),
    notificationFor: (person) =>
      context.notifications.findLast((each) => each.person.id === person && each.status === 'open')?.notification ??
      null,
  })
}
