import { useEffect, useRef } from 'react'
import { type Fact, knownFact } from '../../../shared/incident/facts/fact-catalog.ts'
import { type IncidentLog, recordAt } from '../../state/incident-log.ts'
import { useDeskStore, useOpenIncident } from '../../state/store-context.tsx'
import { sentenceOf } from './timeline/sentences/sentence-of.ts'
import { useNames } from './timeline/use-names.ts'

const URGENT = /^(?:rung|question\.asked|notification\.failed|update\.missed)/

type Spoken = { readonly words: string; readonly isUrgent: boolean }

function factsAfter(log: IncidentLog, seq: number): readonly Fact[] {
  const facts: Fact[] = []
  for (let each = seq + 1; each <= log.total; each += 1) {
    const record = recordAt(log, each)
    const fact = record === undefined ? null : knownFact(record)
    if (fact !== null) facts.push(fact)
  }
  return facts
}

/**
 * Says aloud what the ladder does, and politely what else is written, as it happens.
 * Of a burst the most urgent entry is said, with how many came beside it: nobody can listen to sixty.
 */
export function IncidentAnnouncer() {
  const store = useDeskStore()
  const { log, incident } = useOpenIncident()
  const names = useNames()
  const heard = useRef({ incident, seq: log.total })
  useEffect(() => {
    if (heard.current.incident !== incident) heard.current = { incident, seq: log.total }
    const spoken = factsAfter(log, heard.current.seq).flatMap((fact): Spoken[] => {
      const { lead = '', text, quiet } = sentenceOf(fact, names)
      return quiet === true ? [] : [{ words: `${lead} ${text}`.slice(0, 200), isUrgent: URGENT.test(fact.type) }]
    })
    heard.current = { incident, seq: log.total }
    const chosen = spoken.findLast(({ isUrgent }) => isUrgent) ?? spoken.at(-1)
    if (chosen === undefined) return
    const others = spoken.length === 1 ? '' : ` And ${spoken.length - 1} more.`
    store.announce(chosen.words + others, chosen.isUrgent)
  }, [incident, log, names, store])
  return null
}
