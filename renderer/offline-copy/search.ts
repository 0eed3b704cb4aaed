import type { PageData } from '../../shared/bundle/page-data.ts'
import type { SearchHit } from '../../shared/contract/answers.ts'
import { answerOf, FIRST_HITS } from '../../shared/library/hits-of.ts'
import type { LibraryEntry } from '../../shared/library/library-entry.ts'
import { createLibraryIndex, type LibraryIndex } from '../../shared/library/library-index.ts'
import { element } from './element.ts'
import { markedText } from './marked-text.ts'

const KIND_WORDS = { runbook: 'Runbook', reference: 'Reference', incident: 'Incident' } as const

function hitRow(hit: SearchHit, anchors: ReadonlyMap<string, string>): HTMLElement {
  const link = element(
    'a',
    { href: `#${anchors.get(hit.ref) ?? ''}` },
    element('span', {}, ...markedText(hit.title, hit.terms)),
    element('small', { class: 'caption' }, KIND_WORDS[hit.kind]),
    element('small', { class: 'snippet' }, ...markedText(hit.snippet, hit.terms)),
  )
  return element('li', {}, link)
}

const LOT = 20

/** Indexes some entries at a time, so that the page never stands still. */
async function putInPieces(index: LibraryIndex, entries: readonly LibraryEntry[]): Promise<void> {
  for (const [at, entry] of entries.entries()) {
    index.put(entry)
    if (at % LOT === LOT - 1) await new Promise((resolve) => setTimeout(resolve, 0))
  }
}

/** "12 documents found.", "The first 40 of 312 documents found.", and that they do not hold every word. */
function countWords({ hits, totals, holding }: ReturnType<typeof answerOf>): string {
  const total = totals.runbook + totals.reference + totals.incident
  if (total === 0) return 'Nothing found.'
  const documents = total === 1 ? '1 document' : `${total} documents`
  const found = hits.length < total ? `The first ${hits.length} of ${documents} found.` : `${documents} found.`
  return holding === 'every' ? found : `Best matches, not every word. ${found}`
}

type Places = {
  readonly input: HTMLInputElement
  readonly results: HTMLElement
  readonly shelves: HTMLElement
  readonly said: HTMLElement
}

function placesOf(): Places | null {
  const input = document.querySelector<HTMLInputElement>('#search')
  const results = document.getElementById('results')
  const shelves = document.getElementById('shelves')
  const said = document.getElementById('found')
  return input === null || results === null || shelves === null || said === null
    ? null
    : { input, results, shelves, said }
}

/** Search as you type over the same index as the console's; the index is built in pieces, so the page never stands still. */
export function startSearch({ documents }: PageData): void {
  const places = placesOf()
  if (places === null) return
  const { input, results, shelves, said } = places
  const entries = new Map(documents.map(({ entry }) => [entry.id, entry]))
  const anchors = new Map(documents.map(({ entry, anchor }) => [entry.ref, anchor]))
  const index = createLibraryIndex()
  let isReady = false

  const show = (): void => {
    const query = input.value.trim()
    results.hidden = query === ''
    shelves.hidden = query !== ''
    if (query === '') {
      said.textContent = ''
      return
    }
    const answer = answerOf(index.search(query, {}, { limit: FIRST_HITS }), (id) => entries.get(id))
    // Until all is in the index, that nothing holds every word is not known.
    const isKnown = isReady || (answer.holding === 'every' && answer.hits.length > 0)
    const words = isKnown ? countWords(answer) : 'Looking…'
    said.textContent = words
    const rows = answer.hits.map((hit) => hitRow(hit, anchors))
    results.replaceChildren(element('p', { class: 'dim' }, words), element('ul', { class: 'hits' }, ...rows))
  }

  putInPieces(index, [...entries.values()]).then(() => {
    isReady = true
    document.documentElement.dataset.search = 'ready'
    show()
  })
  input.addEventListener('input', show)
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') results.querySelector<HTMLElement>('a')?.click()
    if (event.key !== 'Escape') return
    input.value = ''
    show()
  })
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.target instanceof HTMLInputElement) return
    event.preventDefault()
    input.focus()
  })
}
