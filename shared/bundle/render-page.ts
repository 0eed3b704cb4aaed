import { dateInWords } from '../schedule/wall-clock.ts'
import { escapeMarkup } from './escape-markup.ts'
import type { OfflineCopy, OfflineDocument } from './offline-copy.ts'
import { renderDates } from './render-age.ts'
import { renderContacts } from './render-contacts.ts'
import { renderDocument } from './render-document.ts'
import { renderHoldings } from './render-holdings.ts'
import { renderSchedule } from './render-schedule.ts'
import { isOverdue } from './staleness.ts'

/** Shown by the page once the day is over; where scripts are off, when it was over already as the copy was made. */
const dueMark = (reviewDueOn: string | null, madeAtMs: number): string =>
  reviewDueOn === null
    ? ''
    : `<small class="due" data-due="${escapeMarkup(reviewDueOn)}"${isOverdue(reviewDueOn, madeAtMs) ? '' : ' hidden'}>review was due ${escapeMarkup(dateInWords(reviewDueOn))}</small>`

const listed = (
  { anchor, title, pipelineName, checklists, kind, reviewDueOn }: OfflineDocument,
  madeAtMs: number,
): string => {
  const about = kind === 'runbook' ? (pipelineName === title ? null : pipelineName) : null
  const count = checklists.filter((list) => list.title !== '').length
  const scenarios = count === 0 ? null : `${count} ${count === 1 ? 'scenario' : 'scenarios'}`
  const more = [about, scenarios].filter((part) => part !== null).join(' · ')
  return `<li><a href="#${anchor}"><span>${escapeMarkup(title)}</span>${more === '' ? '' : `<small>${escapeMarkup(more)}</small>`}${dueMark(reviewDueOn, madeAtMs)}</a></li>`
}

function shelf(heading: string, documents: readonly OfflineDocument[], madeAtMs: number): string {
  if (documents.length === 0) return ''
  return `<section class="shelf"><h2>${heading} <span class="count num">${documents.length}</span></h2><ul>${documents.map((document) => listed(document, madeAtMs)).join('')}</ul></section>`
}

function renderFinder(copy: OfflineCopy): string {
  const { documents, schedule, people } = copy
  const madeAtMs = Date.parse(copy.madeAt)
  const places = [
    schedule === null ? '' : '<li><a href="#schedule">On call</a></li>',
    people === null ? '' : '<li><a href="#contacts">Contacts</a></li>',
  ].join('')
  const search =
    documents.length === 0
      ? ''
      : '<div class="search" role="search"><input id="search" type="search" aria-label="Search runbooks and reference" placeholder="Search" autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="search"></div><div id="results" hidden></div><p id="found" class="visually-hidden" role="status"></p>'
  const runbooks = documents.filter(({ kind }) => kind === 'runbook')
  const reference = documents.filter(({ kind }) => kind === 'reference')
  return `<nav class="finder" aria-label="Library">${search}<div id="shelves">${places === '' ? '' : `<ul class="places">${places}</ul>`}${shelf('Runbooks', runbooks, madeAtMs)}${shelf('Reference', reference, madeAtMs)}${renderHoldings(copy)}</div></nav>`
}

/** Said in red on every view, whether scripts run or not (B10). */
const renderDoubt = ({ teamDoubt }: OfflineCopy): string =>
  teamDoubt === null ? '' : `<p class="banner" role="alert">${escapeMarkup(teamDoubt)}</p>`

/**
 * The page's body: every view one below the other, so that it can be read and printed where scripts are off; the script of
 * the page shows one at a time.
 */
export function renderPage(copy: OfflineCopy): string {
  const views = [
    copy.schedule === null ? '' : renderSchedule(copy.schedule, copy),
    copy.people === null ? '' : renderContacts(copy.people, copy.madeAt),
    ...copy.documents.map((document) => renderDocument(document, copy.madeAt)),
  ]
  const buttons =
    '<button type="button" id="theme" hidden>Light</button><button type="button" id="print" hidden>Print</button>'
  return `<header class="bar"><h1 class="home"><a href="#top">Offline copy</a></h1>${renderDates(copy)}<div class="buttons">${buttons}</div></header><div id="stale" role="status"></div>${renderDoubt(copy)}<main class="desk">${renderFinder(copy)}<section class="views" id="views" tabindex="0" aria-label="Document">${views.join('')}</section></main>`
}
