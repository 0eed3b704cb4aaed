import { useEffect, useRef } from 'react'
import type { SearchHit } from '../../../shared/contract/answers.ts'
import { hashOf } from '../../state/route.ts'
import { selectZone } from '../../state/selectors.ts'
import { useSelected } from '../../state/store-context.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { MarkedText } from '../../ui/marked-text.tsx'
import { StateMark, stateWords } from '../../ui/state-mark.tsx'
import { longDate } from '../../ui/time-words.ts'
import { ageWords, hiddenWords } from './filter-words.ts'
import { countOf, groupHits, type HitGroup } from './group-hits.ts'
import styles from './library.module.css'
import hits from './search.module.css'
import { DocumentFacts } from './trust/document-facts.tsx'
import type { Search } from './use-search.ts'

/** Where a result leads. */
export const routeOfHit = ({ kind, ref }: SearchHit) =>
  kind === 'incident' ? ({ screen: 'incident', incident: ref } as const) : ({ screen: 'library', path: ref } as const)

function IncidentFacts({ incident }: { readonly incident: string }) {
  const zone = useSelected(selectZone)
  const summary = useSelected((state) => state.summaries.find((each) => each.incident === incident))
  if (summary === undefined) return <span className={hits.under}>{incident}</span>
  return (
    <span className={classNames(hits.under, hits.facts)}>
      <StateMark state={summary.lifecycle} /> {stateWords[summary.lifecycle]}, SEV-{summary.severity},{' '}
      {longDate(summary.detectedAt, zone)}
    </span>
  )
}

function Hit({ hit, isOpen }: { readonly hit: SearchHit; readonly isOpen: boolean }) {
  return (
    <li>
      <a
        data-row
        className={classNames(styles.row, hits.hit)}
        href={hashOf(routeOfHit(hit))}
        aria-current={isOpen ? 'true' : undefined}
      >
        <span className={styles.title}>
          <MarkedText text={hit.title} terms={hit.terms} />
        </span>
        {hit.kind === 'incident' ? (
          <IncidentFacts incident={hit.ref} />
        ) : (
          <DocumentFacts kind={hit.kind} path={hit.ref} />
        )}
        {hit.snippet === '' ? null : (
          <span className={hits.snippet}>
            <MarkedText text={hit.snippet} terms={hit.terms} />
          </span>
        )}
      </a>
    </li>
  )
}

/** What the filter keeps out, and what its age means. */
const filterWords = (search: Search): string =>
  [hiddenWords(search.unfiltered, countOf(search)), ageWords(search.narrowing)]
    .filter((words) => words !== '')
    .join(' ')

function NothingFound({ search, onWiden }: { readonly search: Search; readonly onWiden: () => void }) {
  const { unfiltered } = search
  const query = search.query.trim()
  const reading = search.index === 'reading' ? ` ${indexWords.reading}` : ''
  if (unfiltered !== null && unfiltered.total > 0) {
    const holds = unfiltered.holding === 'every' ? 'holds' : 'holds any of'
    const action = <ActionButton onClick={onWiden}>Show all {unfiltered.total}</ActionButton>
    return (
      <div className={hits.group}>
        <EmptyState title={`Nothing within the filter ${holds}: ${query}`} action={action}>
          {filterWords(search)}
          {reading}
        </EmptyState>
      </div>
    )
  }
  return (
    <div className={hits.group}>
      <EmptyState title={`Nothing holds any of: ${query}`}>
        The beginning of a word is enough, and a small typo is forgiven. Try another word, a table's name, or an error
        as the log wrote it.{reading}
      </EmptyState>
    </div>
  )
}

/** Shown at once when more is asked for. */
const MORE = 40

function HitList(props: {
  readonly group: HitGroup
  readonly openPath: string | null
  readonly onMore: (kind: SearchHit['kind'], count: number) => void
}) {
  const { kind, name, hits: found, total } = props.group
  const section = useRef<HTMLElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const before = useRef<number | null>(null)
  const count = found.length
  useEffect(() => {
    const first = before.current
    if (first === null || count <= first) return
    before.current = null
    const isElsewhere = document.activeElement !== document.body && !section.current?.contains(document.activeElement)
    if (isElsewhere) return
    list.current?.querySelectorAll<HTMLElement>('[data-row]')[first]?.focus()
  }, [count])
  const next = Math.min(MORE, total - count)
  const showMore = (): void => {
    before.current = count
    props.onMore(kind, next)
  }
  return (
    <section ref={section} aria-labelledby={`found-${kind}`} className={hits.group}>
      <h2 id={`found-${kind}`} className={hits.groupName}>
        {name} <span className="faint num">{count < total ? `${count} of ${total}` : total}</span>
      </h2>
      <ul ref={list}>
        {found.map((hit) => (
          <Hit key={hit.ref} hit={hit} isOpen={hit.ref === props.openPath} />
        ))}
      </ul>
      {next <= 0 ? null : (
        <button type="button" data-row className={hits.more} onClick={showMore}>
          Show {next} more: {name}
        </button>
      )}
    </section>
  )
}

const indexWords = {
  reading: 'The workspace is still being read. More may be found in a moment.',
  building: 'The search index is being built. Everything is found meanwhile, only slower.',
  lost: 'The search index stopped. Everything is still found, only slower. It is made anew when Nightdesk starts again.',
} as const satisfies Record<Exclude<Search['index'], 'ready'>, string>

/** What has to be known about the results as a whole; nothing when all is as it should be. */
function ResultsNote({ search }: { readonly search: Search }) {
  const { holding, index, unfiltered } = search
  const words = filterWords(search)
  return (
    <>
      {words === '' ? null : <p className={hits.note}>{words}</p>}
      {holding === 'every' ? null : (
        <p className={hits.note}>
          <strong>Best matches, not every word.</strong>{' '}
          {unfiltered?.holding === 'every' ? 'Nothing within the filter holds' : 'Nothing holds'} all that was typed.
        </p>
      )}
      {index === 'ready' ? null : <p className={hits.note}>{indexWords[index]}</p>}
    </>
  )
}

/** What was found, by kind; and what to try when nothing was. `onWiden` takes the filter off. */
export function SearchResults(props: {
  readonly search: Search
  readonly openPath: string | null
  readonly onWiden: () => void
}) {
  const { search, openPath } = props
  const { isSearching, problem } = search
  if (problem !== null) {
    return (
      <div role="alert">
        <EmptyState title="The search did not answer.">
          {problem} Runbooks lie in the workspace folder as plain files and can be read there, too.
        </EmptyState>
      </div>
    )
  }
  if (search.hits.length === 0) return isSearching ? null : <NothingFound search={search} onWiden={props.onWiden} />
  return (
    <>
      <ResultsNote search={search} />
      {groupHits(search).map((group) => (
        <HitList key={group.kind} group={group} openPath={openPath} onMore={search.showMore} />
      ))}
    </>
  )
}
