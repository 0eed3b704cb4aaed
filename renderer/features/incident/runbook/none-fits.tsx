import type { AlertRow } from '../../../../shared/alerts/alert-row.ts'
import { descriptionIn } from '../../../../shared/alerts/alert-words.ts'
import { standing } from '../../../../shared/incident/retraction.ts'
import type { RunbookGuess } from '../../../../shared/library/guess-runbooks.ts'
import { hashOf } from '../../../state/route.ts'
import { useOpenIncident, useSelected } from '../../../state/store-context.tsx'
import { useRunbookGuesses } from '../../../state/use-runbook-search.ts'
import { whyGuessed } from '../../../state/why-guessed.ts'
import choices from './choices.module.css'
import styles from './runbook.module.css'
import { RunbookRows } from './runbook-rows.tsx'
import type { Offers } from './use-offers.ts'

const noRows: readonly AlertRow[] = []

/** Runbooks that share words with what is known of what is wrong: what its alerts say, as long as the inbox has them, and the title. */
function useGuesses(): readonly RunbookGuess[] {
  const { incident, state } = useOpenIncident()
  const { ladder, alerts } = state
  const rows = useSelected((desk) => desk.alerts?.rows ?? noRows)
  const said = standing(alerts).flatMap(({ source, fingerprint, name }) => {
    const row = rows.find((each) => each.source === source && each.fingerprint === fingerprint)
    return row === undefined ? [name] : [name, row.summary, descriptionIn(row.annotations, row.summary)]
  })
  return useRunbookGuesses([...said, ladder.context.title], { incident })
}

/** Below those that fit: where to look when none of them is right. */
export function MoreThanFits({ page }: { readonly page: Offers['failureModes'] }) {
  if (page === null) return null
  return (
    <p className={styles.section}>
      None fits? Look at <a href={hashOf({ screen: 'library', path: page.path })}>the failure modes</a>.
    </p>
  )
}

/** Says that nobody knows what fits, which is another thing than that nothing does. */
export function FitsUnknown({ why }: { readonly why: string }) {
  return (
    <div role="alert">
      <h3 className={`caption ${styles.section}`}>What fits this incident could not be found out</h3>
      <p className={styles.sectionNote}>{why}</p>
    </div>
  )
}

/** Says that none fits, and what may help all the same: the page on failure modes, and runbooks that share words with the alert. */
export function NoneFits(props: {
  readonly page: Offers['failureModes']
  readonly taken: ReadonlySet<string>
  readonly onOpen: (path: string) => void
}) {
  const { page, taken, onOpen } = props
  const guesses = useGuesses().filter(({ path }) => !taken.has(path))
  return (
    <>
      <h3 className={`caption ${styles.section}`}>No runbook fits this incident</h3>
      <p className={styles.sectionNote}>None names its alert, its title or its pipeline.</p>
      {page === null ? null : (
        <div className={styles.list}>
          <a data-row className={choices.choice} href={hashOf({ screen: 'library', path: page.path })}>
            <strong>{page.title}</strong>
            <span>Look at the failure modes in the library first, or choose a runbook below</span>
          </a>
        </div>
      )}
      <RunbookRows
        heading="May help, by the words they share"
        rows={guesses.map((guess) => ({
          key: guess.path,
          title: guess.title,
          lines: [
            { key: 'why', words: whyGuessed(guess) },
            { key: 'path', words: guess.path },
          ],
          onOpen: () => onOpen(guess.path),
        }))}
      />
    </>
  )
}
