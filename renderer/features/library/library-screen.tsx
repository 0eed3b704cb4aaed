import { useMediaQuery } from '@mantine/hooks'
import { useEffect, useRef, useState } from 'react'
import { useCommands } from '../../state/commands.ts'
import { placeOf } from '../../state/document-place.ts'
import { goTo, hashOf, useRoute } from '../../state/route.ts'
import { useDeskStore } from '../../state/store-context.tsx'
import { useDocuments } from '../../state/use-documents.ts'
import { classNames } from '../../ui/class-names.ts'
import { focusFirstRow, useRowKeys } from '../../ui/row-keys.ts'
import { hiddenWords } from './filter-words.ts'
import { countOf, groupHits } from './group-hits.ts'
import styles from './library.module.css'
import { SaveOfflineCopy } from './offline-copy/save-offline-copy.tsx'
import { Reader } from './reader.tsx'
import { SearchBox } from './search-box.tsx'
import { wide } from './search-choices.ts'
import { SearchFilters } from './search-filters.tsx'
import { routeOfHit, SearchResults } from './search-results.tsx'
import type { Listed } from './shelve.ts'
import { Shelves } from './shelves.tsx'
import { KnownDocumentsProvider } from './trust/known-documents.tsx'
import { type Search, useSearch } from './use-search.ts'

const noTerms: readonly string[] = []
const noDocuments: readonly Listed[] = []

/** Says how much was found once the typing pauses for the answer. */
function useAnnouncedCount(search: Search): void {
  const { announce } = useDeskStore()
  const count = countOf(search)
  const found = search.holding === 'every' ? `${count} results` : `${count} best matches, not every word`
  const hidden = hiddenWords(search.unfiltered, count)
  const words =
    search.query.trim() === '' || search.isSearching ? null : `${found}${hidden === '' ? '' : `; ${hidden}`}`
  useEffect(() => {
    if (words !== null) announce(words)
  }, [announce, words])
}

/** Opens the best result, at once or as soon as the answer to the last key is there. */
function useOpenBest(search: Search): () => void {
  const { isSearching } = search
  const [isWanted, setWanted] = useState(false)
  const best = groupHits(search)[0]?.hits[0]
  useEffect(() => {
    if (!isWanted || isSearching) return
    setWanted(false)
    if (best !== undefined) goTo(routeOfHit(best))
  }, [isWanted, isSearching, best])
  return () => setWanted(true)
}

/** Runbooks, reference and past incidents: found by a word, read with no network. */
export function LibraryScreen() {
  const route = useRoute()
  const place = route.screen === 'library' && route.path !== null ? placeOf(route.path) : null
  const documents = useDocuments()
  const search = useSearch()
  const input = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const hasRoomForBoth = useMediaQuery('(min-width: 900px)', true, { getInitialValueInEffect: false })
  const isSearched = search.query.trim() !== ''
  useAnnouncedCount(search)
  useRowKeys(list, input)
  useCommands([
    {
      id: 'library.search',
      label: 'Search runbooks and past incidents',
      group: 'Library',
      keys: '/',
      run: () => input.current?.select(),
    },
  ])
  const openBest = useOpenBest(search)
  const changeQuery = (query: string): void => {
    search.setQuery(query)
    if (place !== null && !hasRoomForBoth) goTo({ screen: 'library', path: null })
  }
  const widen = (): void => {
    search.setNarrowing(wide)
    input.current?.focus()
  }
  const openPath = place?.path ?? null
  const terms = search.hits.find(({ ref }) => ref === openPath)?.terms ?? noTerms
  return (
    <div className={classNames(styles.screen, place !== null && styles.reading)}>
      {place === null ? <h1 className="visually-hidden">Library</h1> : null}
      <div className={styles.top}>
        {place !== null && !hasRoomForBoth ? (
          <a className={styles.back} href={hashOf({ screen: 'library', path: null })}>
            Library
          </a>
        ) : null}
        <SearchBox
          isCompact={place !== null}
          inputRef={input}
          query={search.query}
          onQuery={changeQuery}
          onDown={() => focusFirstRow(list.current)}
          onEnter={openBest}
        />
        {place === null ? <SaveOfflineCopy documents={documents ?? []} /> : null}
      </div>
      <div className={styles.panes}>
        {place === null || hasRoomForBoth ? (
          <div ref={list} className={styles.list}>
            <KnownDocumentsProvider documents={documents}>
              <SearchFilters
                narrowing={search.narrowing}
                onNarrow={search.setNarrowing}
                onWiden={widen}
                documents={documents ?? noDocuments}
              />
              {isSearched ? (
                <SearchResults search={search} openPath={openPath} onWiden={widen} />
              ) : (
                <Shelves documents={documents} openPath={openPath} narrowing={search.narrowing} onWiden={widen} />
              )}
            </KnownDocumentsProvider>
          </div>
        ) : null}
        {place === null ? null : <Reader place={place} documents={documents ?? []} terms={terms} />}
      </div>
    </div>
  )
}
