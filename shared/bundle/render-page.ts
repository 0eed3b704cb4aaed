import { escapeMarkup } from './escape-markup.ts'
import type { OfflineCopy } from './offline-copy.ts'
import { renderDates } from './render-age.ts'
import { renderContacts } from './render-contacts.ts'
import { renderDocument } from './render-document.ts'
import { renderHoldings } from './render-holdings.ts'
import { renderSchedule } from './render-schedule.ts'
import { renderShelves } from './render-shelves.ts'

function renderFinder(copy: OfflineCopy): string {
  const { documents, schedule, people } = copy
  const places = [
    schedule === null ? '' : '<li><a href="#schedule">On call</a></li>',
    people === null ? '' : '<li><a href="#contacts">Contacts</a></li>',
  ].join('')
  const search =
    documents.length === 0
      ? ''
      : '<div class="search" role="search"><input id="search" type="search" aria-label="Search runbooks and reference" placeholder="Search" autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="search"></div><div id="filters"></div><div id="results" hidden></div><p id="found" class="visually-hidden" role="status"></p>'
  return `<nav class="finder" aria-label="Library">${search}<div id="shelves">${places === '' ? '' : `<ul class="places">${places}</ul>`}${renderShelves(copy)}${renderHoldings(copy)}</div></nav>`
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
