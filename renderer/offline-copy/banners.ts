import { instantInWords } from '../../shared/bundle/instant-in-words.ts'
import { LONGEST_AGE_DAYS } from '../../shared/bundle/offline-copy.ts'
import { isOverdue, type Staleness, stalenessAt } from '../../shared/bundle/staleness.ts'
import { daysAgoInWords, verifiedWords } from '../../shared/library/verified-words.ts'
import { element, elements } from './element.ts'
import { lookAgain } from './look-again.ts'

type Aged = {
  readonly madeAt: string
  readonly staleAt: string
  readonly scheduleEndsAt: string | null
  readonly documents: readonly {
    readonly anchor: string
    readonly title: string
    readonly reviewDueOn: string | null
  }[]
}

const HOUR_MS = 3_600_000

function wordsFor({ state }: Staleness, { madeAt, staleAt }: Aged): string | null {
  switch (state) {
    case 'stale':
      return `This copy has been stale since ${instantInWords(staleAt)}: it was made more than ${LONGEST_AGE_DAYS} days ago. Runbooks, people and numbers may have changed: make a new copy.`
    case 'clockBehind':
      return `This device's clock stands before the copy was made (${instantInWords(madeAt)}). Set it right to see who is on call now.`
    case 'fresh':
      return null
  }
}

/** So many are named above the list; all of them are marked in it. */
const MOST_NAMED = 8

/** On a phone more than these would stand between the search and what it finds. */
const MOST_UNFOLDED = 2

/** The documents past their review date by name, each a link to it; on a phone folded where they are many. */
function overdueBanner({ documents }: Aged, overdue: readonly string[]): HTMLElement {
  const { length } = overdue
  const named = documents.filter(({ anchor }) => overdue.includes(anchor)).slice(0, MOST_NAMED)
  const links = named.map(({ anchor, title }) => element('li', {}, element('a', { href: `#${anchor}` }, title)))
  const more = length > MOST_NAMED ? [element('li', {}, `and ${length - MOST_NAMED} more, marked in the list`)] : []
  const words = `${length} ${length === 1 ? 'document is' : 'documents are'} past the review date`
  const isOpen = length <= MOST_UNFOLDED || window.matchMedia('(width >= 900px)').matches
  return element(
    'details',
    { class: 'banner mild overdue-list fold quiet', ...(isOpen ? { open: '' } : {}) },
    element('summary', {}, words),
    element('ul', {}, ...links, ...more),
  )
}

function show(copy: Aged): void {
  const place = document.getElementById('stale')
  if (place === null) return
  const nowMs = Date.now()
  const staleness = stalenessAt(copy, nowMs)
  const words = wordsFor(staleness, copy)
  const told = [words ?? '', ...staleness.overdue].join(' ')
  // Only what is new is put there: who reads there keeps the place.
  if (place.dataset.told !== told) {
    place.dataset.told = told
    place.replaceChildren(
      ...(words === null ? [] : [element('p', { class: 'banner' }, words)]),
      ...(staleness.overdue.length === 0 ? [] : [overdueBanner(copy, staleness.overdue)]),
    )
  }
  for (const fact of elements('[data-review]')) {
    fact.classList.toggle('overdue', isOverdue(fact.dataset.review ?? null, nowMs))
  }
  const { ageDays } = staleness
  for (const age of elements('[data-age]')) age.textContent = ageDays === null ? '' : `, ${daysAgoInWords(ageDays)}`
  const today = new Date(nowMs).toISOString().slice(0, 10)
  for (const mark of elements('[data-verified]'))
    mark.classList.toggle('old', verifiedWords(mark.dataset.verified ?? null, today).isOld)
  for (const mark of elements('[data-over]')) mark.hidden = !staleness.isScheduleOver
  for (const mark of elements('[data-due]')) mark.hidden = !isOverdue(mark.dataset.due ?? null, nowMs)
}

/** Says when the copy, or a document in it, must not be trusted any more; looked at again every hour and when the page comes back, until what it answers with is called. */
export function warnOfAge(copy: Aged): () => void {
  show(copy)
  return lookAgain(HOUR_MS, () => show(copy))
}
