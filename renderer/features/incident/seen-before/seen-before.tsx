import { useEffect, useState } from 'react'
import type { SimilarIncident } from '../../../../shared/library/similar-incidents.ts'
import { hashOf } from '../../../state/route.ts'
import { selectZone } from '../../../state/selectors.ts'
import { useDeskStore, useOpenIncident, useSelected } from '../../../state/store-context.tsx'
import { longDate } from '../../../ui/time-words.ts'
import styles from './seen-before.module.css'

const MOST_SHOWN = 3
/** A note changes what is alike; it is asked anew this long after the last fact. */
const SETTLE_MS = 1_500

/** Past incidents like the open one, asked again when its log has grown and rests. */
function useSimilar(incident: string, seq: number): readonly SimilarIncident[] {
  const { client } = useDeskStore()
  const [answer, setAnswer] = useState<{ readonly of: string; readonly found: readonly SimilarIncident[] } | null>(null)
  const isFirst = answer?.of !== incident
  useEffect(() => {
    let isCurrent = seq > 0
    const ask = async (): Promise<void> => {
      const reply = await client.call('incidents.similar', { incident, limit: MOST_SHOWN })
      if (isCurrent && reply.ok) setAnswer({ of: incident, found: reply.value })
    }
    const timer = setTimeout(() => void ask(), isFirst ? 0 : SETTLE_MS)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [client, incident, seq, isFirst])
  return isFirst ? [] : (answer?.found ?? [])
}

/** "Have we seen this before?": at most three nights like this one, why, and how each ended. Nothing when there is none. */
export function SeenBefore() {
  const { incident, state } = useOpenIncident()
  const zone = useSelected(selectZone)
  const found = useSimilar(incident, state.seq)
  if (found.length === 0) return null
  return (
    <section aria-labelledby="seen-before" className={styles.part}>
      <h3 id="seen-before" className="caption">
        Seen before
      </h3>
      <ul>
        {found.map((each) => (
          <li key={each.incident}>
            <a href={hashOf({ screen: 'incident', incident: each.incident })}>
              <bdi>{each.title}</bdi>
            </a>
            <span className="faint">{longDate(each.detectedAt, zone)}</span>
            <span className={styles.reason}>
              <bdi>{each.reason}</bdi>
            </span>
            {each.ending === null ? null : (
              <span className={styles.ending}>
                It ended: <bdi>{each.ending}</bdi>
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
