import { useEffect, useState } from 'react'
import type { SearchHit } from '../../../shared/contract/contract.ts'
import { useDeskStore, useDraft, useSelected } from '../../state/store-context.tsx'

const MOST_HITS = 60

/** What the host found for what is typed. While it looks, the results before stay, so that nothing flickers. */
export type Search = {
  readonly query: string
  readonly setQuery: (query: string) => void
  readonly hits: readonly SearchHit[]
  readonly isSearching: boolean
  readonly problem: string | null
}

type Answer = { readonly query: string; readonly hits: readonly SearchHit[]; readonly problem: string | null }

const nothing: Answer = { query: '', hits: [], problem: null }

/** Searches as somebody types. The words are kept, so that coming back from an incident finds the same results. */
export function useSearch(): Search {
  const { client } = useDeskStore()
  const libraryVersion = useSelected((state) => state.libraryVersion)
  const [typed, setQuery] = useDraft('library.query')
  const [answer, setAnswer] = useState<Answer>(nothing)
  const query = typed.trim()
  useEffect(() => {
    let isCurrent = libraryVersion >= 0
    if (query === '') setAnswer(nothing)
    else {
      void client.call('library.search', { query: query.slice(0, 500), limit: MOST_HITS }).then((reply) => {
        if (!isCurrent) return
        if (reply.ok) setAnswer({ query, hits: reply.value, problem: null })
        else setAnswer((before) => ({ ...before, query, problem: reply.error.message }))
      })
    }
    return () => {
      isCurrent = false
    }
  }, [client, query, libraryVersion])
  return { query: typed, setQuery, hits: answer.hits, problem: answer.problem, isSearching: answer.query !== query }
}
