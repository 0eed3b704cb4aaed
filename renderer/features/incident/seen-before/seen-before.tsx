import { IconChevronRight } from '@tabler/icons-react'
import { useEffect, useId, useRef, useState } from 'react'
import type { SimilarIncident } from '../../../../shared/library/similar-incidents.ts'
import { useCommands } from '../../../state/commands.ts'
import { hashOf } from '../../../state/route.ts'
import { selectZone } from '../../../state/selectors.ts'
import { useDeskStore, useOpenIncident, useSelected } from '../../../state/store-context.tsx'
import { Keys } from '../../../ui/keys.tsx'
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

function Similar({ similar }: { readonly similar: SimilarIncident }) {
  const zone = useSelected(selectZone)
  const { incident, title, detectedAt, reason, ending } = similar
  return (
    <li>
      <a href={hashOf({ screen: 'incident', incident })}>
        <bdi>{title}</bdi>
      </a>
      <span className="faint">{longDate(detectedAt, zone)}</span>
      <span className={styles.reason}>
        <bdi>{reason}</bdi>
      </span>
      {ending === null ? null : (
        <span className={styles.ending}>
          It ended: <bdi>{ending}</bdi>
        </span>
      )}
    </li>
  )
}

/**
 * "Have we seen this before?", in one line above the runbook: the night most like this one of which is known how it ended. It opens the rest: at most
 * three, why each is alike, and a way to it. Nothing when there is none.
 */
export function SeenBefore() {
  const { incident, state } = useOpenIncident()
  const found = useSimilar(incident, state.seq)
  const [isOpen, setOpen] = useState(false)
  const line = useRef<HTMLButtonElement>(null)
  const id = useId()
  const best = found.find(({ ending }) => ending !== null) ?? found[0]
  useCommands([
    {
      id: 'incident.seenBefore',
      label: 'Seen before',
      group: 'Runbook',
      keys: 'b',
      run: () => {
        setOpen(!isOpen)
        line.current?.focus()
      },
      isEnabled: () => best !== undefined,
    },
  ])
  if (best === undefined) return null
  const others = found.length - 1
  return (
    <section aria-label="Seen before" className={styles.part} data-off-paper="">
      <button
        ref={line}
        type="button"
        className={styles.line}
        aria-expanded={isOpen}
        aria-controls={id}
        aria-keyshortcuts="b"
        onClick={() => setOpen(!isOpen)}
      >
        <IconChevronRight size={14} aria-hidden="true" />
        <span className={styles.words}>
          <span className={styles.before}>
            Seen before: <bdi className={styles.title}>{best.title}</bdi>
          </span>
          {best.ending === null ? null : (
            <span className={styles.ended}>
              ended by <bdi>{best.ending}</bdi>
            </span>
          )}
        </span>
        {others === 0 ? null : <span className="faint num">+{others}</span>}
        <Keys keys="b" isDecorative />
      </button>
      <ul id={id} hidden={!isOpen}>
        {found.map((each) => (
          <Similar key={each.incident} similar={each} />
        ))}
      </ul>
    </section>
  )
}
