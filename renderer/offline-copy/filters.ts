import type { PageData } from '../../shared/bundle/page-data.ts'
import { passesFilter, type SearchFilter } from '../../shared/library/search-filter.ts'
import { element, elements } from './element.ts'

const DAY_MS = 86_400_000

type Option = readonly [value: string, words: string]

const ages: readonly Option[] = [
  ['', 'Verified any time'],
  ['30', 'Verified in 30 days'],
  ['90', 'Verified in 90 days'],
  ['365', 'Verified in a year'],
]

/** The failure scenarios of the copy, each once. */
function scenariosOf({ documents }: PageData): readonly string[] {
  const byName = new Map(documents.flatMap(({ entry }) => entry.scenarios).map((title) => [title.toLowerCase(), title]))
  return [...byName.values()].toSorted((one, other) => one.localeCompare(other))
}

/** What can be chosen: only what tells documents of this copy apart. */
function choicesOf(
  data: PageData,
): readonly { readonly key: string; readonly label: string; readonly options: readonly Option[] }[] {
  const { documents, pipelines } = data
  const kinds = new Set(documents.map(({ entry }) => entry.kind))
  const choices = [
    {
      key: 'kind',
      label: 'Kind',
      options:
        kinds.size < 2
          ? []
          : ([
              ['', 'All kinds'],
              ['runbook', 'Runbooks'],
              ['reference', 'Reference'],
            ] as const),
    },
    {
      key: 'pipeline',
      label: 'Pipeline',
      options: [['', 'Every pipeline'], ...pipelines.map(({ id, name }) => [id, name] as const)] as const,
    },
    {
      key: 'scenario',
      label: 'Failure scenario',
      options: [['', 'Every scenario'], ...scenariosOf(data).map((title) => [title, title] as const)] as const,
    },
    { key: 'days', label: 'Verified', options: documents.some(({ entry }) => entry.at !== null) ? ages : [] },
  ]
  return choices.filter(({ options }) => options.length > 1)
}

function filterOf(chosen: ReadonlyMap<string, string>): SearchFilter {
  const of = (key: string): string => chosen.get(key) ?? ''
  const days = Number(of('days'))
  return {
    ...(of('kind') === '' ? {} : { kinds: [of('kind') as 'runbook' | 'reference'] }),
    ...(of('pipeline') === '' ? {} : { pipeline: of('pipeline') }),
    ...(of('scenario') === '' ? {} : { scenario: of('scenario') }),
    ...(days === 0 ? {} : { since: new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10) }),
  }
}

const openGroups = (): readonly HTMLElement[] => elements('#shelves details.group[open]')

/**
 * Hides the rows of the list that do not pass; groups with a row that does are open while something is chosen, and afterwards those that
 * were `unfolded` before, and the one of the document that is shown.
 */
function narrowList(passing: ReadonlySet<string> | null, unfolded: readonly HTMLElement[]): void {
  for (const link of elements('#shelves .shelf a')) {
    const row = link.closest('li')
    if (row !== null) row.hidden = passing !== null && !passing.has(link.getAttribute('href')?.slice(1) ?? '')
  }
  for (const group of elements('#shelves details.group')) {
    const isEmpty = group.querySelector('li:not([hidden])') === null
    const row = group.closest('li')
    if (row !== null) row.hidden = isEmpty
    const isShown = unfolded.includes(group) || group.querySelector('[aria-current]') !== null
    group.toggleAttribute('open', passing === null ? isShown : !isEmpty)
  }
  for (const shelf of elements('#shelves .shelf:not(.holdings)')) {
    shelf.hidden = shelf.querySelector('li:not([hidden]) a, li:not([hidden]) > a') === null
  }
  for (const heading of elements('#shelves .under-folder')) {
    let next = heading.nextElementSibling
    while (next instanceof HTMLElement && next.hidden && !next.classList.contains('under-folder'))
      next = next.nextElementSibling
    heading.hidden = !(next instanceof HTMLElement) || next.classList.contains('under-folder')
  }
}

/** The filter as it is chosen now, and how many documents pass it; null while nothing is chosen. */
export type Narrowed = { readonly filter: SearchFilter; readonly count: number } | null

/** Narrows list and search by kind, pipeline, scenario and age, as in the console. `changed` hears of every change. */
export function startFilters(data: PageData, changed: () => void): () => Narrowed {
  const place = document.getElementById('filters')
  const choices = choicesOf(data)
  const chosen = new Map<string, string>()
  let narrowed: Narrowed = null
  let unfolded: readonly HTMLElement[] = []
  if (place === null || choices.length === 0) return () => narrowed
  const reset = element('button', { type: 'button', hidden: '' }, 'Show all')
  const selects = choices.map(({ key, label, options }) => {
    const select = element('select', { 'aria-label': label })
    select.append(...options.map(([value, words]) => element('option', { value }, words)))
    select.addEventListener('change', () => {
      chosen.set(key, select.value)
      apply()
    })
    return select
  })
  const count = element('p', { class: 'narrowed', hidden: '' })
  function apply(): void {
    const filter = filterOf(chosen)
    const isSet = Object.keys(filter).length > 0
    const passing = new Set(
      data.documents.filter(({ entry }) => passesFilter(entry, filter)).map(({ anchor }) => anchor),
    )
    if (narrowed === null) unfolded = openGroups()
    narrowed = isSet ? { filter, count: passing.size } : null
    reset.hidden = !isSet
    count.hidden = !isSet
    count.textContent = `${passing.size} of ${data.documents.length} documents.`
    for (const select of selects) select.classList.toggle('chosen', select.value !== '')
    narrowList(isSet ? passing : null, unfolded)
    changed()
  }
  reset.addEventListener('click', () => {
    for (const select of selects) select.value = ''
    chosen.clear()
    apply()
    selects[0]?.focus()
  })
  const fields = element('div', { class: 'filters', role: 'group', 'aria-label': 'Narrow the list' }, ...selects, reset)
  place.append(element('details', { class: 'fold quiet' }, element('summary', {}, 'Filter'), fields), count)
  return () => narrowed
}
