import { createHash } from 'node:crypto'
import { instantInWords } from '../../shared/bundle/instant-in-words.ts'
import type { OfflineCopy } from '../../shared/bundle/offline-copy.ts'
import { pageData } from '../../shared/bundle/page-data.ts'
import { renderLock } from '../../shared/bundle/render-lock.ts'
import { renderPage } from '../../shared/bundle/render-page.ts'
import type { OfflinePage } from './offline-copy-page.ts'
import { sealContents } from './offline-copy-seal.ts'

/** The title of the page before it is opened; copies are known by it. */
export const OFFLINE_TITLE = 'Nightdesk offline copy'

type Dates = Pick<OfflineCopy, 'madeAt' | 'staleAt' | 'scheduleEndsAt'>

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`

/** Only this very script and style, no request of any kind, pictures only from within: what the page cannot do, a hostile text cannot either. */
const policyFor = (script: string, style: string): string =>
  [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')

/** A script may not hold what would end its element; strings are the only place where it can stand. */
const withoutItsOwnEnd = (script: string): string => script.replace(/<(?=\/script|!--)/gi, '\\x3c').trim()

/** JSON in an element of its own: no `<` is left, so that no text of it can end the element. */
const dataElement = (id: string, data: unknown): string =>
  `<script type="application/json" id="${id}">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`

/** Printed at the foot of every page, so that a sheet on a wall tells how old it is. Only dates of ours stand in it. */
const printedFoot = ({ madeAt, staleAt, scheduleEndsAt }: Dates): string => {
  const reach = scheduleEndsAt === null ? '' : `schedule to ${instantInWords(scheduleEndsAt)}, `
  const words = `Nightdesk offline copy, made ${instantInWords(madeAt)}, ${reach}stale from ${instantInWords(staleAt)}`
  return `@media print{@page{margin-bottom:18mm;@bottom-left{content:"${words}";font-size:8pt}@bottom-right{content:counter(page) " / " counter(pages);font-size:8pt;white-space:nowrap;padding-left:6mm}}}`
}

function htmlFile(page: OfflinePage, dates: Dates, body: string): string {
  const script = withoutItsOwnEnd(page.script)
  const style = `${page.style.trim()}\n${printedFoot(dates)}`
  const head = [
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policyFor(script, style)}">`,
    '<meta http-equiv="x-dns-prefetch-control" content="off">',
    '<meta name="referrer" content="no-referrer">',
    '<meta name="robots" content="noindex">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="format-detection" content="telephone=no">',
    '<link rel="icon" href="data:,">',
    `<title>${OFFLINE_TITLE}</title>`,
    `<style>${style}</style>`,
    `<script>${script}</script>`,
  ]
  return `<!doctype html>\n<html lang="en" data-mantine-color-scheme="light">\n<head>\n${head.join('\n')}\n</head>\n<body>\n${body}\n</body>\n</html>\n`
}

/**
 * An offline copy as the one file it is: everything inlined, nothing to fetch. Without a passphrase the same copy gives the
 * same bytes; with one, nothing but the two dates can be read in it.
 */
export async function offlineCopyFile(
  page: OfflinePage,
  copy: OfflineCopy,
  passphrase: string | null,
): Promise<string> {
  const body = renderPage(copy)
  const data = pageData(copy)
  if (passphrase === null) return htmlFile(page, copy, `${body}\n${dataElement('library', data)}`)
  const sealed = await sealContents({ body, data }, copy, passphrase)
  return htmlFile(page, { ...copy, scheduleEndsAt: null }, `${renderLock(copy)}\n${dataElement('sealed', sealed)}`)
}
