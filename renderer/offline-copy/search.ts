import { documentFacts } from '../../shared/bundle/document-facts.ts'
import type { PageData } from '../../shared/bundle/page-data.ts'
import type { SearchHit } from '../../shared/contract/answers.ts'
import { answerOf, FIRST_HITS } from '../../shared/library/hits-of.ts'
import type { LibraryEntry } from '../../shared/library/library-entry.ts'
import { createLibraryIndex, type LibraryIndex } from '../../shared/library/library-index.ts'
import { namesakes } from '../../shared/library/namesakes.ts'
import { verifiedWords } from '../../shared/library/verified-words.ts'
import { widePlaces } from '../../shared/library/word-by-word.ts'
import { element } from './element.ts'
import { startFilters } from './filters.ts'
import { markedText } from './marked-text.ts'

const KIND_WORDS = { runbook: 'Runbook', reference: 'Reference', incident: 'Incident' } as const

type Listed = PageData['documents'][number]

/** Kind, place, owner and day of the last verification: what tells one result from another of the same name, and how far to trust it. */
function aboutHit(hit: SearchHit, document: Listed, isNamesake: boolean): readonly (Node | string)[] {
  const { owner, verified, file } = documentFacts(document)
  const where = isNamesake ? file : document.shelf
  const before = [KIND_WORDS[hit.kind], ...(where === '' || where === hit.title ? [] : [where])]
  if (hit.kind !== 'runbook') return [before.join(' · ')]
  const { isOld } = verifiedWords(document.lastVerified, new Date().toISOString().slice(0, 10))
  return [`${[...before, owner].join(' · ')} · `, element('span', isOld ? { class: 'old' } : {}, verified)]
}

function hitRow(hit: SearchHit, document: Listed, isNamesake: boolean): HTMLElement {
  const link = element(
    'a',
    { href: `#${document.anchor}`, 'data-terms': hit.terms.join(' ') },
    element('span', {}, ...markedText(hit.title, hit.terms)),
    element('small', {}, ...aboutHit(hit, document, isNamesake)),
    element('small', { class: 'snippet' }, ...markedText(hit.snippet, hit.terms)),
  )
  return element('li', {}, link)
}

const LOT = 20

const firstPlaces = { limit: FIRST_HITS }

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

/** What may be why nothing was found: a filter, or that the copy does not have all of the workspace. */
function notHere(isNothing: boolean, isNarrowed: boolean): readonly HTMLElement[] {
  if (!isNothing) return []
  const absent = document.querySelector('.absent summary')?.textContent ?? null
  return [
    ...(isNarrowed ? [element('p', { class: 'dim' }, 'A filter is set: "Show all" takes it away.')] : []),
    ...(absent === null ? [] : [element('p', { class: 'dim' }, `This copy does not have everything: ${absent}.`)]),
  ]
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
export function startSearch(data: PageData): void {
  const { documents } = data
  const places = placesOf()
  if (places === null) return
  const { input, results, shelves, said } = places
  const entries = new Map(documents.map(({ entry }) => [entry.id, entry]))
  const byRef = new Map(documents.map((document) => [document.entry.ref, document]))
  const twice = namesakes(documents, ({ anchor }) => anchor)
  const narrowed = startFilters(data, () => show())
  const index = createLibraryIndex()
  let isReady = false

  function show(): void {
    const query = input.value.trim()
    const narrow = narrowed()
    results.hidden = query === ''
    shelves.hidden = query !== ''
    if (query === '') {
      said.textContent = narrow === null ? '' : `${narrow.count} of ${documents.length} documents.`
      return
    }
    const found = index.search(query, narrow?.filter ?? {}, widePlaces(query, firstPlaces))
    const answer = answerOf(found, { query, places: firstPlaces }, (id) => entries.get(id))
    // Until all is in the index, that nothing holds every word is not known.
    const isKnown = isReady || (answer.holding === 'every' && answer.hits.length > 0)
    const words = isKnown ? countWords(answer) : 'Looking…'
    said.textContent = words
    const rows = answer.hits.flatMap((hit) => {
      const document = byRef.get(hit.ref)
      return document === undefined ? [] : [hitRow(hit, document, twice.has(document.anchor))]
    })
    results.replaceChildren(
      element('p', { class: 'dim' }, words),
      ...(rows.length === 0 ? [] : [element('ul', { class: 'hits' }, ...rows)]),
      ...(isKnown ? notHere(answer.hits.length === 0, narrow !== null) : []),
    )
  }

  putInPieces(index, [...entries.values()]).then(() => {
    isReady = true
    document.documentElement.dataset.search = 'ready'
    show()
  })
  const enter = (): void => {
    // What a phone's keyboard covers is the results: its key puts it away.
    if (window.matchMedia('(pointer: coarse)').matches) input.blur()
    else results.querySelector<HTMLElement>('a')?.click()
  }
  input.addEventListener('input', show)
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return
    if (event.key === 'Enter') enter()
    if (event.key !== 'Escape') return
    input.value = ''
    show()
  })
  document.addEventListener('keydown', (event) => {
    const isTyping = event.target instanceof HTMLInputElement && event.target.type !== 'checkbox'
    if (event.key !== '/' || isTyping) return
    event.preventDefault()
    input.focus()
  })
}
