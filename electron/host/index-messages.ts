import type { LibraryEntry } from '../../shared/library/library-entry.ts'
import type { Findings } from '../../shared/library/library-index.ts'
import type { SearchFilter } from '../../shared/library/search-filter.ts'
import type { Places } from '../../shared/library/share-out.ts'

/** An entry with what its content is known by, so that one that did not change is not indexed again. */
export type KeyedEntry = { readonly key: string; readonly entry: LibraryEntry }

/** What the index thread is started with: where the index is kept, whether it may be written there, and whether the kept one is passed over. */
export type IndexThreadData = { readonly file: string; readonly writable: boolean; readonly afresh: boolean }

/** What the host asks of the index thread. Answered in order. */
export type IndexRequest =
  | { readonly type: 'update'; readonly put: readonly KeyedEntry[]; readonly remove: readonly string[] }
  | {
      readonly type: 'search'
      readonly ticket: number
      readonly query: string
      readonly filter: SearchFilter
      readonly places: Places
    }
  | { readonly type: 'close' }

/** What the index thread says. `opened` comes first and once, with the keys of what the kept index holds. */
export type IndexReply =
  | { readonly type: 'opened'; readonly held: readonly (readonly [id: string, key: string])[] }
  | { readonly type: 'updated'; readonly count: number }
  | { readonly type: 'found'; readonly ticket: number; readonly findings: Findings }
