import { SeverityMark } from '../severity-mark.tsx'
import styles from './picture.module.css'

/** What the shapes of the picture mean, beside the shapes themselves. */
export function Legend({ hasNobody }: { readonly hasNobody: boolean }) {
  return (
    <ul className={styles.legend}>
      <li>
        <span className={styles.keyPrimary} /> on call
      </li>
      <li>
        <span className={styles.keyStandIn} /> stands in
      </li>
      <li>
        <span className={styles.keyBackup} /> backup
      </li>
      <li>
        <span className={styles.keyHoliday} /> holiday there
      </li>
      <li>
        <span className={styles.keyLeave} /> away
      </li>
      <li>
        <SeverityMark severity="warning" /> to settle
      </li>
      <li>
        <SeverityMark severity="error" /> reaches nobody
      </li>
      {hasNobody ? (
        <li>
          <span className={styles.keyGap} /> nobody
        </li>
      ) : null}
    </ul>
  )
}
