import { useState } from 'react'
import { labelWords, type ToldLabel } from '../../shared/alerts/told-labels.ts'
import styles from './alert-details.module.css'
import { ClampedText } from './clamped-text.tsx'
import { MoreButton } from './more-button.tsx'
import { OutLink } from './out-link.tsx'

/** More labels than this show when somebody asks for them. */
const MOST_LABELS = 8
const MOST_LINES = 6

/** The labels that say which one it is, each on one line at most. */
export function BriefLabels({ labels }: { readonly labels: readonly ToldLabel[] }) {
  if (labels.length === 0) return null
  return (
    <span className={styles.labels}>
      {labels.map((label) => (
        <bdi key={label.name}>{labelWords(label)}</bdi>
      ))}
    </span>
  )
}

/** Labels with their whole values; the first of them until somebody asks for all. */
function AllLabels({ labels }: { readonly labels: readonly ToldLabel[] }) {
  const [isWhole, setWhole] = useState(false)
  if (labels.length === 0) return null
  return (
    <div>
      <ul className={styles.labels} aria-label="Labels">
        {(isWhole ? labels : labels.slice(0, MOST_LABELS)).map(({ name, value }) => (
          <li key={name}>
            <ClampedText text={`${name}=${value}`} lines={MOST_LINES}>
              <bdi>{`${name}=${value}`}</bdi>
            </ClampedText>
          </li>
        ))}
      </ul>
      {labels.length > MOST_LABELS ? (
        <MoreButton isOpen={isWhole} onToggle={setWhole}>
          {isWhole ? 'Show fewer labels' : `Show all ${labels.length} labels`}
        </MoreButton>
      ) : null}
    </div>
  )
}

/** What an alert says besides its name and its summary: as text only, and its links leave the window when somebody follows them. */
export function AlertDetails(props: {
  readonly description: string
  readonly labels: readonly ToldLabel[]
  /** Where its sender shows it, by the sender's name; both links are http or https, or null. */
  readonly sender: string
  readonly link: string | null
  readonly runbookUrl: string | null
}) {
  const { description, labels, sender, link, runbookUrl } = props
  if (description === '' && labels.length === 0 && link === null && runbookUrl === null) return null
  return (
    <div className={styles.details}>
      {description === '' ? null : (
        <p className={styles.description}>
          <ClampedText text={description} lines={MOST_LINES}>
            <bdi>{description}</bdi>
          </ClampedText>
        </p>
      )}
      <AllLabels labels={labels} />
      {link === null && runbookUrl === null ? null : (
        <p className={styles.links}>
          {link === null ? null : <OutLink url={link}>Open in {sender}</OutLink>}
          {runbookUrl === null ? null : <OutLink url={runbookUrl}>Its runbook</OutLink>}
        </p>
      )}
    </div>
  )
}
