import type { KeyboardEvent, Ref } from 'react'
import type { SearchHit } from '../../../../shared/contract/answers.ts'
import { useDeskStore } from '../../../state/store-context.tsx'
import { type FoundRunbooks, findRunbooks, useRunbookSearch } from '../../../state/use-runbook-search.ts'
import { MarkedText } from '../../../ui/marked-text.tsx'
import choices from './choices.module.css'
import styles from './runbook.module.css'
import { type RunbookRow, RunbookRows } from './runbook-rows.tsx'

type Listed = { readonly path: string; readonly title: string }

/** What stands in a row besides the title, and what opening it does: it may be one that fits, or one that was begun. */
type AsRow = (runbook: Listed) => Pick<RunbookRow, 'onOpen'> & { readonly why: string | null }

/** What the library found, its best first; then those in whose title or path the words stand in the middle of a word. */
function rowsOf(found: FoundRunbooks, all: readonly Listed[], asRow: AsRow): readonly RunbookRow[] {
  const words = found.asked.toLowerCase().split(/\s+/)
  const known = new Map(all.map((each) => [each.path, each]))
  const hits = new Map(found.hits.flatMap((hit): [string, SearchHit][] => (known.has(hit.ref) ? [[hit.ref, hit]] : [])))
  const isNamed = ({ title, path }: Listed): boolean =>
    words.every((word) => `${title} ${path}`.toLowerCase().includes(word))
  const others = all.filter((each) => !hits.has(each.path) && isNamed(each))
  const listed = [...[...hits.keys()].flatMap((path) => known.get(path) ?? []), ...others]
  return listed.map((runbook): RunbookRow => {
    const { path, title } = runbook
    const { why, onOpen } = asRow(runbook)
    const terms = hits.get(path)?.terms ?? []
    const snippet = hits.get(path)?.snippet ?? ''
    return {
      key: path,
      title: <MarkedText text={title} terms={terms} />,
      lines: [
        ...(why === null ? [] : [{ key: 'why', words: why }]),
        { key: 'path', words: <bdi>{path}</bdi> },
        ...(snippet === '' ? [] : [{ key: 'snippet', words: <MarkedText text={snippet} terms={terms} /> }]),
      ],
      onOpen,
    }
  })
}

/** What came of the search, in words: heard when something was found, read when nothing was. */
function Outcome({ found, count }: { readonly found: FoundRunbooks; readonly count: number }) {
  if (found.problem !== null) return <p className={styles.section}>The search did not answer. {found.problem}</p>
  if (count > 0) return <p className="visually-hidden">{count} found, Enter opens the first</p>
  return (
    <p className={styles.section}>
      No runbook holds any of: <bdi>{found.asked}</bdi>. The beginning of a word is enough, and a small typo is
      forgiven.
    </p>
  )
}

/** The box to find a runbook by: Down goes to the rows, Enter opens the first that was found, Escape clears, and then leaves. */
export function FindRunbook(props: {
  readonly inputRef: Ref<HTMLInputElement>
  readonly typed: string
  readonly onTyped: (typed: string) => void
  readonly onDown: () => void
  /** Null where there is nothing to go back to. */
  readonly onLeave: (() => void) | null
  readonly all: readonly Listed[]
  readonly asRow: AsRow
}) {
  const { typed, onTyped, onDown, onLeave, all, asRow } = props
  const { client } = useDeskStore()
  const found = useRunbookSearch(typed)
  const query = typed.trim()
  const openFirst = async (): Promise<void> => {
    // Whoever presses Enter before the library has answered means what is typed, not what is still shown.
    const answer = found.asked === query ? found : await findRunbooks(client, query)
    rowsOf(answer, all, asRow)[0]?.onOpen()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') onDown()
    else if (event.key === 'Enter' && query !== '') void openFirst()
    else if (event.key === 'Escape' && typed !== '') onTyped('')
    else if (event.key === 'Escape' && onLeave !== null) onLeave()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const rows = query === '' || found.asked === '' ? [] : rowsOf(found, all, asRow)
  const isAnswered = found.asked === query && query !== ''
  return (
    <>
      <div className={choices.picker}>
        <label>
          Find a runbook
          <input
            ref={props.inputRef}
            type="search"
            value={typed}
            maxLength={500}
            autoComplete="off"
            spellCheck={false}
            placeholder="Words of it, or an error as the log wrote it"
            onChange={(event) => onTyped(event.currentTarget.value)}
            onKeyDown={onKeyDown}
          />
        </label>
      </div>
      <RunbookRows
        heading={`Found: ${rows.length < found.total ? `${rows.length} of ${found.total}` : rows.length}`}
        {...(found.holding === 'every' ? {} : { note: 'Best matches: no runbook holds every word.' })}
        rows={rows}
      />
      <div role="status">{isAnswered ? <Outcome found={found} count={rows.length} /> : null}</div>
    </>
  )
}
