import { calendarDayIn } from '../kit/calendar-day.ts'
import { dateInWords } from '../schedule/wall-clock.ts'
import { escapeMarkup } from './escape-markup.ts'
import type { OfflineChecklist, OfflineCommand, OfflineDocument, OfflineStep, OfflineWords } from './offline-copy.ts'
import { renderMadeOn } from './render-age.ts'

const kindWords: Readonly<Record<OfflineStep['kind'], string>> = { action: '', verify: 'Verify', decision: 'Decide' }

function minutesInWords(durationMs: number): string {
  const minutes = Math.max(1, Math.round(durationMs / 60_000))
  if (minutes < 60) return `${minutes} min`
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

const copyButton = '<button type="button" class="copy">Copy</button>'

const renderCommand = ({ text, output }: OfflineCommand): string =>
  `<div class="command"><pre><code>${escapeMarkup(text)}</code></pre>${copyButton}</div>${output === null ? '' : `<pre class="output"><code>${escapeMarkup(output)}</code></pre>`}`

/** For a page with its script; `warning` says where something stands that nobody should overlook. */
function unfolding(id: string, warning: string | null): string {
  const words = warning === null ? 'Show all of the text' : `Show all: there is a warning ${warning}`
  const mark = warning === null ? '' : ' warned'
  return `<button type="button" class="whole${mark}" aria-expanded="false" aria-controls="${id}">${words}</button>`
}

/** What the author says beside a step. */
function renderBeside(words: OfflineWords | null, id: string): string {
  if (words === null) return ''
  const { markup, isLong, isWarned } = words
  if (!isLong) return `<div class="beside"><div class="text">${markup}</div></div>`
  return `<div class="beside"><div class="text long" id="${id}">${markup}</div>${unfolding(id, isWarned.below ? 'further down' : null)}</div>`
}

/** What stands straight above a command: of a long one its end is shown, for there the condition is. */
function renderAbove(words: OfflineWords | null, id: string): string {
  if (words?.isLong !== true) return renderBeside(words, id)
  const button = unfolding(id, words.isWarned.above ? 'above' : null)
  return `<div class="beside">${button}<div class="text long end" id="${id}">${words.markup}</div></div>`
}

const renderLinks = (links: readonly string[]): string =>
  links.length === 0
    ? ''
    : `<ul class="beside text links" aria-label="Links of this step">${links.map((link) => `<li>${link}</li>`).join('')}</ul>`

function renderStep(step: OfflineStep, box: string): string {
  const marks = [
    kindWords[step.kind],
    step.timeBoxMs === null || /\d\s*(?:min|m|h|hours?|s)\b/.test(step.text) ? '' : minutesInWords(step.timeBoxMs),
  ].filter((mark) => mark !== '')
  const depth = Math.min(step.depth, 3)
  const said = marks.map((mark) => `<span class="mark">${mark}</span>`).join('')
  const before = renderBeside(step.before, `${box}.before`)
  const after = renderBeside(step.after, `${box}.after`)
  const commands = step.commands
    .map((command, index) => `${renderAbove(command.before, `${box}.above${index + 1}`)}${renderCommand(command)}`)
    .join('')
  return `<li class="step depth${depth}"><label for="${box}"><input type="checkbox" id="${box}"><span>${escapeMarkup(step.text)}${said}</span></label>${renderLinks(step.links)}${before}${commands}${after}</li>`
}

/** Steps in order, with the author's headings between them. */
function renderSteps({ steps }: OfflineChecklist, list: string): string {
  return steps
    .map((step, index) => {
      const heading = step.heading === null ? '' : `<li class="under">${escapeMarkup(step.heading)}</li>`
      return `${heading}${renderStep(step, `${list}.${index + 1}`)}`
    })
    .join('')
}

/** Where the text below goes on behind the steps. */
function renderFurther({ further }: OfflineChecklist): string {
  if (further.length === 0) return ''
  const rows = further.map(({ title, anchor }) => {
    const words = `<bdi>${escapeMarkup(title)}</bdi>`
    return `<li>${anchor === null ? words : `<a href="#${escapeMarkup(anchor)}">${words}</a>`}</li>`
  })
  return `<div class="further"><p>More in the text</p><ul>${rows.join('')}</ul></div>`
}

function renderChecklist(checklist: OfflineChecklist, list: string, isOnly: boolean): string {
  const title = checklist.title === '' ? (isOnly ? 'Steps' : 'General steps') : checklist.title
  const symptoms = checklist.symptoms === '' ? '' : `<p class="symptoms">${escapeMarkup(checklist.symptoms)}</p>`
  const count = `<span class="count num" data-list="${list}">${checklist.steps.length} ${checklist.steps.length === 1 ? 'step' : 'steps'}</span>`
  return `<details class="fold checklist"${isOnly ? ' open' : ''}><summary><span class="name">${escapeMarkup(title)}</span>${count}</summary>${symptoms}<ul class="steps">${renderSteps(checklist, list)}</ul>${renderFurther(checklist)}</details>`
}

function renderFacts(
  { path, owner, pipelineName, lastVerified, reviewDueOn }: OfflineDocument,
  madeAt: string,
): string {
  const day = (text: string): string => {
    const known = calendarDayIn(text)
    return escapeMarkup(known === null ? text : dateInWords(known))
  }
  const facts = [
    pipelineName === null ? '' : `<div><dt>Pipeline</dt><dd>${escapeMarkup(pipelineName)}</dd></div>`,
    owner === null ? '' : `<div><dt>Owner</dt><dd>${escapeMarkup(owner)}</dd></div>`,
    lastVerified === null ? '' : `<div><dt>Verified</dt><dd>${day(lastVerified)}</dd></div>`,
    reviewDueOn === null
      ? ''
      : `<div data-review="${escapeMarkup(reviewDueOn)}"><dt>Review due</dt><dd>${day(reviewDueOn)}</dd></div>`,
    `<div><dt>Copied</dt><dd>${renderMadeOn(madeAt)}</dd></div>`,
    `<div><dt>File</dt><dd class="mono">${escapeMarkup(path)}</dd></div>`,
  ]
  return `<dl class="facts">${facts.join('')}</dl>`
}

/** A document as a view of the page: a runbook's checklists first, then its whole text. `madeAt` is when the copy was made (UTC ISO). */
export function renderDocument(document: OfflineDocument, madeAt: string): string {
  const { anchor, title, checklists, body, kind } = document
  const lists = checklists.map((list, index) =>
    renderChecklist(list, `${anchor}.list${index + 1}`, checklists.length === 1),
  )
  const checklist =
    lists.length === 0
      ? ''
      : `<section class="checklists" aria-label="Checklist"><header><h2>Checklist</h2><button type="button" class="untick" hidden>Clear ticks</button></header>${lists.join('')}</section>`
  const heading = kind === 'runbook' ? '<h2>Full text</h2>' : ''
  return `<article class="view document" id="${anchor}" aria-labelledby="${anchor}.title"><h1 id="${anchor}.title">${escapeMarkup(title)}</h1>${renderFacts(document, madeAt)}${checklist}<section class="text" aria-label="Text">${heading}${body}</section></article>`
}
