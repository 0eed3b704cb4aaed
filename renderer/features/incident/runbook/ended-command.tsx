import type { EndedCommand as Ended } from '../../../../shared/incident/open-commands.ts'
import { selectZone } from '../../../state/selectors.ts'
import { useNow, useSelected } from '../../../state/store-context.tsx'
import { ActionButton } from '../../../ui/action-button.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { timeWithDay } from '../../../ui/time-words.ts'
import styles from './command-run.module.css'
import { useCommandDialog } from './command-runs-context.tsx'
import { isGoodEnd, shortEndWords } from './command-words.ts'

/** How a command last ended, on its row. */
export function EndedCommand({ ended }: { readonly ended: Ended }) {
  const { show } = useCommandDialog()
  const zone = useSelected(selectZone)
  const nowMs = useNow(60_000)
  const hasOutput = ended.how?.evidence != null
  const at = ended.how === null ? ended.startedAt : ended.endedAt
  return (
    <div className={styles.ended}>
      <p className={classNames(styles.standing, !isGoodEnd(ended) && styles.alarming)}>
        {ended.how === null ? 'Started ' : ''}
        {timeWithDay(at, nowMs, zone)}: {shortEndWords(ended)}
      </p>
      {hasOutput ? (
        <ActionButton size="small" tone="quiet" onClick={() => show(ended.run)}>
          Output
        </ActionButton>
      ) : null}
    </div>
  )
}
