import { useEffect, useState } from 'react'
import type { SearchHit } from '../../../shared/contract/answers.ts'
import { MOST_HITS } from '../../../shared/library/hits-of.ts'
import { useDeskStore, useDraft, useSelected } from '../../state/store-context.tsx'
import { filterOf, type Narrowing, wide } from './search-choices.ts'

/** What the host found for what is typed. While it looks, the results before stay, so that nothing flickers. */
export type Search = {
  readonly query: string
  readonly setQuery: (query: string) => void
  readonly narrowing: Narrowing
  readonly setNarrowing: (narrowing: Narrowing) => void
  readonly hits: readonly SearchHit[]
  readonly isSearching: boolean
  readonly problem: string | null
}

type Answer = { readonly asked: string; readonly hits: readonly SearchHit[]; readonly problem: string | null }

const nothing: Answer = { asked: '', hits: [], problem: null }

/** Searches as somebody types. The words are kept, so that coming back from an incident finds the same results. */
export function useSearch(): Search {
  const { client, now } = useDeskStore()
  const libraryVersion = useSelected((state) => state.libraryVersion)
  const [typed, setQuery] = useDraft('library.query')
  const [answer, setAnswer] = useState<Answer>(nothing)
  const [narrowing, setNarrowing] = useState(wide)
  const query = typed.trim()
  const asked = query === '' ? '' : JSON.stringify([query, narrowing])
  useEffect(() => {
    let isCurrent = libraryVersion >= 0
    if (query === '') setAnswer(nothing)
    else {
      const filter = filterOf(narrowing, now())
      void client.call('library.search', { query: query.slice(0, 500), limit: MOST_HITS, filter }).then((reply) => {
        if (!isCurrent) return
        if (reply.ok) setAnswer({ asked, hits: reply.value, problem: null })
        else setAnswer((before) => ({ ...before, asked, problem: reply.error.message }))
      })
    }
    return () => {
      isCurrent = false
    }
  }, [client, now, query, narrowing, asked, libraryVersion])
  const { hits, problem } = answer
  return { query: typed, setQuery, narrowing, setNarrowing, hits, problem, isSearching: answer.asked !== asked }
}
