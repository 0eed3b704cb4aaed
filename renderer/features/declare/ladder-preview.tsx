import { TimeText } from '../../ui/time-text.tsx'
import { withSpokenDates } from '../../ui/time-words.ts'
import styles from './declare.module.css'
import type { PreviewRung } from './preview-ladder.ts'

/** What declaring starts: each rung with its time and person. */
export function LadderPreview({ rungs, zone }: { readonly rungs: readonly PreviewRung[]; readonly zone: string }) {
  return (
    <div className={styles.preview}>
      <h3 className="caption">What happens then</h3>
      <ol>
        {rungs.map((rung) => (
          <li key={rung.id} className={styles.rung}>
            <span className={styles.rungTime}>
              <TimeText at={new Date(rung.dueAtMs).toISOString()} zone={zone} />
            </span>
            <span>
              {rung.words}
              {rung.instead === null ? null : <span className="faint"> ({withSpokenDates(rung.instead)})</span>}
              {rung.heldBack === null ? null : <span className="faint"> ({rung.heldBack})</span>}
              {rung.isOverdue ? <span className={styles.overdue}> already due: goes off at once</span> : null}
            </span>
          </li>
        ))}
      </ol>
    </div>
  )
}
