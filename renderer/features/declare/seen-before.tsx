import { useEffect, useState } from 'react'
import type { SimilarIncident } from '../../../shared/library/similar-incidents.ts'
import { hashOf } from '../../state/route.ts'
import { selectZone } from '../../state/selectors.ts'
import { useDeskStore, useSelected } from '../../state/store-context.tsx'
import { dayKey, spanWords } from '../../ui/time-words.ts'
import styles from './declare.module.css'

const MOST_SHOWN = 2
/** Asked when the typing pauses for this long. */
const PAUSE_MS = 250
const LONGEST_TITLE = 300

/** Past incidents like the one being declared, asked when the typing pauses; the answer before stays until the next is there. */
function useResembling(title: string, pipeline: string): readonly SimilarIncident[] {
  const { client } = useDeskStore()
  const [found, setFound] = useState<readonly SimilarIncident[]>([])
  const typed = title.trim().slice(0, LONGEST_TITLE)
  useEffect(() => {
    let isCurrent = true
    const ask = async (): Promise<void> => {
      const draft = { title: typed, pipeline: pipeline === '' ? null : pipeline, limit: MOST_SHOWN }
      const reply = await client.call('incidents.resembling', draft)
      if (isCurrent) setFound(reply.ok ? reply.value : [])
    }
    const timer = setTimeout(() => void ask(), PAUSE_MS)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [client, typed, pipeline])
  return found
}

function Similar({ similar, onFollow }: { readonly similar: SimilarIncident; readonly onFollow: () => void }) {
  const { incident, title, detectedAt, ending, reason } = similar
  const zone = useSelected(selectZone)
  const summary = useSelected((state) => state.summaries.find((each) => each.incident === incident))
  const endedAt = summary?.resolvedAt ?? summary?.mitigatedAt ?? null
  const took = endedAt === null ? 'not over' : `took ${spanWords(Date.parse(endedAt) - Date.parse(detectedAt))}`
  return (
    <li>
      <a href={hashOf({ screen: 'incident', incident })} onClick={onFollow}>
        <bdi>{title}</bdi>
      </a>{' '}
      <span className="faint num">
        {dayKey(detectedAt, zone)}, {took}
      </span>
      <span className={styles.ending}>
        {ending === null ? (
          <bdi>{reason}</bdi>
        ) : (
          <>
            It ended: <bdi>{ending}</bdi>
          </>
        )}
      </span>
    </li>
  )
}

/**
 * "Have we seen this before?", while it is being declared: at most two incidents, how long each took and what ended it. Nothing when
 * there is none. Following one closes the dialog, which keeps what was typed.
 */
export function SeenBefore(props: {
  readonly title: string
  readonly pipeline: string
  readonly onFollow: () => void
}) {
  const found = useResembling(props.title, props.pipeline)
  if (found.length === 0) return null
  return (
    <section aria-labelledby="declare-seen-before" className={styles.seen}>
      <h3 id="declare-seen-before" className="caption">
        Seen before
      </h3>
      <ul>
        {found.map((each) => (
          <Similar key={each.incident} similar={each} onFollow={props.onFollow} />
        ))}
      </ul>
    </section>
  )
}
