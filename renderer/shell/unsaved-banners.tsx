import type { ReactNode } from 'react'
import { nameOf, selectZone } from '../state/selectors.ts'
import { useDeskStore, useSelected } from '../state/store-context.tsx'
import { isWaiting, type Unsaved } from '../state/unsaved.ts'
import { ClampedText } from '../ui/clamped-text.tsx'
import { ProblemBanner } from '../ui/problem-banner.tsx'
import { timeWithDay } from '../ui/time-words.ts'
import { UnsavedActions } from './unsaved-actions.tsx'
import styles from './unsaved-banners.module.css'
import { unsavedWords, whyUnsaved } from './unsaved-words.ts'
import { WrittenBanner } from './written-banner.tsx'

/** As many characters as a line of a banner holds in a window of 1024 pixels. */
const CHARACTERS_IN_A_LINE = 90

/** What it says, when and by whom it was stated. `children` says why it is not saved. */
function UnsavedText(props: { readonly unsaved: Unsaved; readonly lines: number; readonly children?: ReactNode }) {
  const { unsaved, lines, children } = props
  const store = useDeskStore()
  const zone = useSelected(selectZone)
  const who = useSelected((state) => (unsaved.by == null ? null : nameOf(state, unsaved.by)))
  return (
    <>
      <ClampedText text={unsavedWords(unsaved)} lines={lines} perLine={CHARACTERS_IN_A_LINE} />{' '}
      <span className="dim">
        Said at {timeWithDay(unsaved.statedAt, store.now(), zone)}
        {who === null ? '' : ` by ${who}`}.{' '}
        {isWaiting(unsaved)
          ? children
          : 'It is thrown away once the console has answered; until then it may still be written.'}
      </span>
    </>
  )
}

/** Several of them: one list of its own height, so that the clocks and the runbook stay where they can be seen. */
function UnsavedList({ list }: { readonly list: readonly Unsaved[] }) {
  const [common, ...others] = [...new Set(list.filter(isWaiting).map(whyUnsaved))]
  const isOneReason = common !== undefined && others.length === 0
  const count = list.filter(isWaiting).length
  return (
    <ProblemBanner title={`NOT SAVED${count > 1 ? ` (${count})` : ''}`}>
      {isOneReason ? <span className="dim">{common}</span> : null}
      <ul className={styles.list}>
        {list.map((unsaved) => (
          <li key={unsaved.key} className={styles.row}>
            <span className={styles.text}>
              <UnsavedText unsaved={unsaved} lines={1}>
                {isOneReason ? null : whyUnsaved(unsaved)}
              </UnsavedText>
            </span>
            <UnsavedActions unsaved={unsaved} />
          </li>
        ))}
      </ul>
    </ProblemBanner>
  )
}

/** What is not on the disk: what it says, when and by whom it was stated, why it is not, and what can be done. */
export function UnsavedBanners() {
  const unsaved = useSelected((state) => state.unsaved)
  const list = unsaved.filter(({ written }) => written === undefined)
  const [first, ...others] = list
  return (
    <>
      {unsaved.map((each) =>
        each.written === undefined ? null : <WrittenBanner key={each.key} unsaved={each} ids={each.written} />,
      )}
      {first === undefined ? null : others.length > 0 ? (
        <UnsavedList list={list} />
      ) : (
        <ProblemBanner key={first.key} title="NOT SAVED" actions={<UnsavedActions unsaved={first} />}>
          <UnsavedText unsaved={first} lines={3}>
            {whyUnsaved(first)}
          </UnsavedText>
        </ProblemBanner>
      )}
    </>
  )
}
