import { useEffect, useRef } from 'react'
import { knownFact } from '../../../shared/incident/facts/fact-catalog.ts'
import { recordAt } from '../../state/incident-log.ts'
import { useDeskStore, useOpenIncident } from '../../state/store-context.tsx'
import { sentenceOf } from './timeline/sentences/sentence-of.ts'
import { useNames } from './timeline/use-names.ts'

const URGENT = /^(?:rung|question\.asked|notification\.failed|update\.missed)/

/** Says aloud what the ladder does, and politely what else is written, as it happens. */
export function IncidentAnnouncer() {
  const store = useDeskStore()
  const { log, incident } = useOpenIncident()
  const names = useNames()
  const heard = useRef({ incident, seq: log.total })
  useEffect(() => {
    if (heard.current.incident !== incident) heard.current = { incident, seq: log.total }
    for (let { seq } = heard.current; seq < log.total; ) {
      seq += 1
      const record = recordAt(log, seq)
      const fact = record === undefined ? null : knownFact(record)
      heard.current = { incident, seq }
      if (fact === null) continue
      const { lead = '', text, quiet } = sentenceOf(fact, names)
      if (quiet !== true) store.announce(`${lead} ${text}`.slice(0, 200), URGENT.test(fact.type))
    }
  }, [incident, log, names, store])
  return null
}
