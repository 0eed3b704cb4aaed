import { useMemo } from 'react'
import { knownFact } from '../../../../shared/incident/facts/fact-catalog.ts'
import { emptyTeam, findPerson } from '../../../../shared/schedule/team.ts'
import { emptyLog, type IncidentLog } from '../../../state/incident-log.ts'
import { selectZone } from '../../../state/selectors.ts'
import { useDeskStore, useSelected } from '../../../state/store-context.tsx'
import { shortTime, spanWords } from '../../../ui/time-words.ts'
import { entryWords } from './entry-words.ts'
import { recordById, requestOf } from './record-index.ts'
import type { Names } from './sentences/sentence.ts'

function toldIn(log: IncidentLog, notification: string): string | null {
  const record = requestOf(log, notification)
  const fact = record === null ? null : knownFact(record)
  return fact?.type === 'notification.requested' ? fact.data.person.name : null
}

/** What the sentences need to know, as far as this window has read it. Stays the same object, so that rows keep still. */
export function useNames(): Names {
  const team = useSelected((state) => state.desk?.workspace.team) ?? emptyTeam
  const zone = useSelected(selectZone)
  const reader = useSelected((state) => state.desk?.preferences.me ?? null)
  const store = useDeskStore()
  return useMemo(() => {
    const log = (): IncidentLog => store.getState().open?.log ?? emptyLog
    const names: Names = {
      reader,
      person: (id) => findPerson(team, id)?.name ?? id,
      entry: (id) => {
        const record = recordById(log(), id)
        return record === null ? null : entryWords(record, names)
      },
      told: (notification) => toldIn(log(), notification),
      time: (at) => shortTime(at, zone),
      span: spanWords,
    }
    return names
  }, [reader, team, zone, store])
}
