import { addressOf, anchorOfLine } from '../../state/document-place.ts'
import { hashOf } from '../../state/route.ts'
import { classNames } from '../../ui/class-names.ts'
import type { ContentsEntry } from './contents.ts'
import styles from './reader.module.css'

/** The parts and scenarios of a document, to jump to. */
export function ContentsList(props: {
  readonly path: string
  readonly entries: readonly ContentsEntry[]
  readonly lineInView: number | null
  readonly onJump: (anchor: string) => void
}) {
  const { path, entries, lineInView } = props
  return (
    <nav aria-label="Contents" className={styles.contents}>
      <ul>
        {entries.map(({ line, words, level }) => {
          const anchor = anchorOfLine(line)
          return (
            <li key={line}>
              <a
                className={classNames(level === 2 && styles.nested)}
                href={hashOf({ screen: 'library', path: addressOf({ path, anchor }) })}
                aria-current={line === lineInView ? 'location' : undefined}
                onClick={() => props.onJump(anchor)}
              >
                <bdi>{words}</bdi>
              </a>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
