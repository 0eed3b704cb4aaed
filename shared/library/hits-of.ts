import type { SearchAnswer, SearchHit } from '../contract/answers.ts'
import type { LibraryEntry } from './library-entry.ts'
import type { Findings } from './library-index.ts'
import { snippetOf } from './snippet.ts'
import { isStopWord } from './stop-words.ts'
import { type Asked, wordByWordFirst } from './word-by-word.ts'

/**
 * How many results a search shows at first, in the console and in an offline copy alike: some four screens, beyond which most people
 * type another word instead.
 */
export const FIRST_HITS = 40

/** What of an entry is shown when it was found. */
export type ShownEntry = Pick<LibraryEntry, 'kind' | 'ref' | 'title' | 'alertname' | 'keys' | 'text'>

/** The words that are worth a mark: `the` and `then` stand everywhere, and count only where nothing else matched. */
function worthMarking(terms: readonly string[]): readonly string[] {
  const telling = terms.filter((term) => !isStopWord(term))
  return telling.length > 0 ? telling : terms
}

/**
 * What was found in `widePlaces` as results to show, what holds the query word by word first; what is no longer there is left out.
 */
export function answerOf(
  findings: Findings,
  asked: Asked,
  entryOf: (id: string) => ShownEntry | undefined,
): Omit<SearchAnswer, 'index'> {
  const { found, totals, holding, unfiltered } = wordByWordFirst(findings, asked, entryOf)
  const hits = found.flatMap(({ id, terms, score }): SearchHit[] => {
    const entry = entryOf(id)
    if (entry === undefined) return []
    const { kind, ref, title } = entry
    const marked = worthMarking(terms)
    return [{ kind, ref, title, snippet: snippetOf(entry, marked), terms: marked, score }]
  })
  return { hits, totals, holding, unfiltered }
}
