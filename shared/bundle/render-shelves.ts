import { namesakes } from '../library/namesakes.ts'
import { OLD_AFTER_DAYS } from '../library/verified-words.ts'
import { dateInWords } from '../schedule/wall-clock.ts'
import { documentFacts } from './document-facts.ts'
import { escapeMarkup } from './escape-markup.ts'
import type { OfflineCopy, OfflineDocument, OfflineShelf } from './offline-copy.ts'
import { isOverdue } from './staleness.ts'

/** More documents than these stand folded away by pipeline and folder; fewer are found faster with a glance. */
const UNFOLDED = 30

const DAY_MS = 86_400_000

/** Shown by the page once the day is over; where scripts are off, when it was over already as the copy was made. */
const dueMark = (reviewDueOn: string | null, madeAtMs: number): string =>
  reviewDueOn === null
    ? ''
    : `<small class="due" data-due="${escapeMarkup(reviewDueOn)}"${isOverdue(reviewDueOn, madeAtMs) ? '' : ' hidden'}>review was due ${escapeMarkup(dateInWords(reviewDueOn))}</small>`

const isLongAgo = (day: string | null, madeAtMs: number): boolean =>
  day === null || !(madeAtMs - Date.parse(day) <= OLD_AFTER_DAYS * DAY_MS)

/** Who owns a runbook and when it was last verified; a page of the reference shelf says neither. */
function trustLine(document: OfflineDocument, madeAtMs: number): string {
  if (document.kind === 'reference') return ''
  const { owner, verified } = documentFacts(document)
  const day = document.lastVerified
  const mark = ` class="verified${isLongAgo(day, madeAtMs) ? ' old' : ''}"${day === null ? '' : ` data-verified="${escapeMarkup(day)}"`}`
  return `<small>${escapeMarkup(owner)} · <span${mark}>${escapeMarkup(verified)}</span></small>`
}

type Around = {
  readonly documents: ReadonlyMap<string, OfflineDocument>
  readonly twice: ReadonlySet<string>
  readonly madeAtMs: number
}

function row(document: OfflineDocument, shelf: OfflineShelf, { twice, madeAtMs }: Around, isHeaded: boolean): string {
  const { anchor, title, checklists, reviewDueOn } = document
  const count = checklists.filter((list) => list.title !== '').length
  const about = [
    shelf.isPipeline && !isHeaded && shelf.name !== title ? shelf.name : '',
    count === 0 ? '' : `${count} ${count === 1 ? 'scenario' : 'scenarios'}`,
  ].filter((part) => part !== '')
  const words = about.length === 0 ? '' : `<small>${escapeMarkup(about.join(' · '))}</small>`
  const path = twice.has(anchor) ? `<small class="mono">${escapeMarkup(documentFacts(document).file)}</small>` : ''
  return `<li><a href="#${anchor}"><span>${escapeMarkup(title)}</span>${path}${words}${trustLine(document, madeAtMs)}${dueMark(reviewDueOn, madeAtMs)}</a></li>`
}

function group(shelf: OfflineShelf, around: Around, isFolded: boolean): string {
  const isHeaded = shelf.name !== '' && (isFolded ? !shelf.isPipeline || shelf.anchors.length > 1 : !shelf.isPipeline)
  const rows = shelf.anchors
    .flatMap((anchor) => around.documents.get(anchor) ?? [])
    .map((document) => row(document, shelf, around, isHeaded))
    .join('')
  if (!isHeaded) return rows
  const name = escapeMarkup(shelf.name)
  const count = `<span class="count num">${shelf.anchors.length}</span>`
  return isFolded
    ? `<li><details class="fold group"><summary><span>${name}</span>${count}</summary><ul>${rows}</ul></details></li>`
    : `<li class="under-folder">${name}</li>${rows}`
}

function renderKind(heading: string, shelves: readonly OfflineShelf[], around: Around): string {
  const count = shelves.reduce((sum, { anchors }) => sum + anchors.length, 0)
  if (count === 0) return ''
  const isFolded = count > UNFOLDED && shelves.length > 1
  const groups = shelves.map((shelf) => group(shelf, around, isFolded)).join('')
  const unfold = isFolded ? '<button type="button" class="unfold" hidden>Unfold all</button>' : ''
  return `<section class="shelf"><header><h2>${heading} <span class="count num">${count}</span></h2>${unfold}</header><ul>${groups}</ul></section>`
}

/** Every document as a row, by pipeline and folder as in the console; folded away when there are many (B12). */
export function renderShelves({ documents, shelves, madeAt }: OfflineCopy): string {
  const around = {
    documents: new Map(documents.map((document) => [document.anchor, document])),
    twice: namesakes(documents, ({ anchor }) => anchor),
    madeAtMs: Date.parse(madeAt),
  }
  const of = (wanted: OfflineShelf['kind']) => shelves.filter(({ kind }) => kind === wanted)
  return `${renderKind('Runbooks', of('runbook'), around)}${renderKind('Reference', of('reference'), around)}`
}
