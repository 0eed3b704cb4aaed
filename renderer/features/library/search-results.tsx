import type { SearchHit } from '../../../shared/contract/answers.ts'
import { hashOf } from '../../state/route.ts'
import { selectZone } from '../../state/selectors.ts'
import { useSelected } from '../../state/store-context.tsx'
import { classNames } from '../../ui/class-names.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { StateMark, stateWords } from '../../ui/state-mark.tsx'
import { longDate } from '../../ui/time-words.ts'
import { groupHits } from './group-hits.ts'
import styles from './library.module.css'
import { MarkedText } from './marked-text.tsx'
import hits from './search.module.css'
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
        {hit.kind === 'incident' ? <IncidentFacts incident={hit.ref} /> : null}
        {hit.snippet === '' ? null : (
          <span className={hits.snippet}>
            <MarkedText text={hit.snippet} terms={hit.terms} />
          </span>
        )}
      </a>
    </li>
  )
}

function NothingFound({ query }: { readonly query: string }) {
  return (
    <div className={hits.group}>
      <EmptyState title={`Nothing holds all of: ${query}`}>
        Every word has to be somewhere in one runbook, page or incident; the beginning of a word is enough, and a small
        typo is forgiven. Try fewer words, a table's name, or an error as the log wrote it.
      </EmptyState>
    </div>
  )
}

/** What was found, by kind; and what to try when nothing was. */
export function SearchResults({ search, openPath }: { readonly search: Search; readonly openPath: string | null }) {
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
  if (search.hits.length === 0) return isSearching ? null : <NothingFound query={search.query.trim()} />
  return groupHits(search.hits).map(({ kind, name, hits: found }) => (
    <section key={kind} aria-labelledby={`found-${kind}`} className={hits.group}>
      <h2 id={`found-${kind}`} className={hits.groupName}>
        {name} <span className="faint num">{found.length}</span>
      </h2>
      <ul>
        {found.map((hit) => (
          <Hit key={hit.ref} hit={hit} isOpen={hit.ref === openPath} />
        ))}
      </ul>
    </section>
  ))
}
