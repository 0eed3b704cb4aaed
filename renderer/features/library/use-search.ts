import { useEffect, useState } from 'react'
import type { SearchAnswer, SearchHit } from '../../../shared/contract/answers.ts'
import { FIRST_HITS } from '../../../shared/library/hits-of.ts'
import { useDeskStore, useDraft, useSelected } from '../../state/store-context.tsx'
import { filterOf, type Narrowing, wide } from './search-choices.ts'

/** What the host found for what is typed. While it looks, the results before stay, so that nothing flickers. */
export type Search = SearchAnswer & {
  readonly query: string
  readonly setQuery: (query: string) => void
  readonly narrowing: Narrowing
  readonly setNarrowing: (narrowing: Narrowing) => void
  /** Shows so many more of one kind. */
  readonly showMore: (kind: SearchHit['kind'], count: number) => void
  readonly isSearching: boolean
  readonly problem: string | null
}

type More = { readonly of: string; readonly kinds: Readonly<Partial<Record<SearchHit['kind'], number>>> }
type Answer = SearchAnswer & { readonly asked: string; readonly problem: string | null }

const nothing: Answer = {
  asked: '',
  hits: [],
  totals: { runbook: 0, reference: 0, incident: 0 },
  holding: 'every',
  unfiltered: null,
  index: 'ready',
  problem: null,
}

/** Asked again after this long while the index is being built, which gives the better order, or the workspace is being read. */
const ASK_AGAIN_MS = 3_000

/** A number that goes up once in a while, as long as it is wanted. */
function useRounds(isWanted: boolean): number {
  const [round, setRound] = useState(0)
  useEffect(() => {
    if (!isWanted) return
    const timer = setInterval(() => setRound((before) => before + 1), ASK_AGAIN_MS)
    return () => clearInterval(timer)
  }, [isWanted])
  return round
}

/** Searches as somebody types. The words are kept, so that coming back from an incident finds the same results. */
export function useSearch(): Search {
  const { client, now } = useDeskStore()
  const libraryVersion = useSelected((state) => state.libraryVersion)
  const [typed, setQuery] = useDraft('library.query')
  const [answer, setAnswer] = useState<Answer>(nothing)
  const [narrowing, setNarrowing] = useState(wide)
  const [more, setMore] = useState<More>({ of: '', kinds: {} })
  const query = typed.trim()
  const words = query === '' ? '' : JSON.stringify([query, narrowing])
  const wanted = JSON.stringify(more.of === words ? more.kinds : {})
  const asked = words === '' ? '' : `${words} ${wanted}`
  const round = useRounds(words !== '' && (answer.index === 'building' || answer.index === 'reading'))
  useEffect(() => {
    let isCurrent = libraryVersion >= 0 && round >= 0
    if (query === '') setAnswer(nothing)
    else {
      const filter = filterOf(narrowing, now())
      const asking = {
        query: query.slice(0, 500),
        limit: FIRST_HITS,
        more: JSON.parse(wanted) as More['kinds'],
        filter,
      }
      void client.call('library.search', asking).then((reply) => {
        if (!isCurrent) return
        if (reply.ok) setAnswer({ ...reply.value, asked, problem: null })
        else setAnswer((before) => ({ ...before, asked, problem: reply.error.message }))
      })
    }
    return () => {
      isCurrent = false
    }
  }, [client, now, query, narrowing, wanted, asked, libraryVersion, round])
  const showMore = (kind: SearchHit['kind'], count: number): void => {
    const shown = answer.hits.filter((hit) => hit.kind === kind).length
    setMore({ of: words, kinds: { ...(more.of === words ? more.kinds : {}), [kind]: shown + count } })
  }
  return { query: typed, setQuery, narrowing, setNarrowing, showMore, ...answer, isSearching: answer.asked !== asked }
}
