import createDOMPurify from 'dompurify'
import MarkdownIt from 'markdown-it'
import { linkBareHosts } from '../../shared/bundle/link-bare-hosts.ts'
import { withoutOpenTags } from '../../shared/bundle/read-markup.ts'
import { safeMarkup } from '../../shared/bundle/safe-markup.ts'
import { boxesAsQuotes } from '../../shared/runbook/text/boxes-as-quotes.ts'
import { withHtmlEndedByBoxes } from '../../shared/runbook/text/html-ends.ts'
import { markLines, noEmptyTableHeadings, showCallOuts, showTaskBoxes } from './markdown-lines.ts'

const markdown = new MarkdownIt({ html: true, linkify: true })
  .use(linkBareHosts)
  .use(withHtmlEndedByBoxes)
  .use(showTaskBoxes)
  .use(showCallOuts)
  .use(noEmptyTableHeadings)
  .use(markLines)
const purify = createDOMPurify(window)

/** What we put on the markup ourselves; an author who writes the same means nothing by it. */
const ownAttributes = ['data-task', 'data-line']
const authored = (markup: string): string =>
  withoutOpenTags(markup).replace(/<[^>]*>/g, (tag) => tag.replace(/\bdata-(?=task|line)/gi, 'not-'))

markdown.renderer.rules.html_block = (tokens, index) => authored(tokens[index]?.content ?? '')
markdown.renderer.rules.html_inline = (tokens, index) => authored(tokens[index]?.content ?? '')

/** Schemes that a person may follow out of a runbook (R7), and places within the workspace. */
const LINKS = /^(?:https?:|mailto:|tel:|\/\/|#|[^:]*$)/i

/** The rewriter that the offline copy uses too, so that both show the same words; levels of headings stay as they were written. */
const rewritten = (markup: string): string =>
  safeMarkup(markup, {
    linkTo: (href) => (LINKS.test(href.trim()) ? href : null),
    anchorOf: (slug) => slug,
    headingAbove: null,
    ownAttributes,
  })

const isLocalPicture = (source: string): boolean => /^(?:data:image\/(?:png|jpeg|gif|webp);|blob:)/i.test(source)

/** A picture from elsewhere is never loaded: its words stand in its place, with a link when it is on the web. */
function replacePicture(image: Element): void {
  const source = image.getAttribute('src') ?? ''
  if (isLocalPicture(source)) return
  const words = image.getAttribute('alt') || source
  if (!/^(?:https?:)?\/\//i.test(source.trim())) {
    image.replaceWith(`Picture left out: ${words}`)
    return
  }
  const link = image.ownerDocument.createElement('a')
  link.setAttribute('href', source)
  link.textContent = `Picture: ${words}`
  image.replaceWith(link)
}

purify.addHook('beforeSanitizeElements', (node) => {
  if (node instanceof Element && node.nodeName === 'IMG') replacePicture(node)
})
purify.addHook('afterSanitizeAttributes', (node) => {
  if (node.nodeName !== 'A') return
  const href = node.getAttribute('href')
  if (href === null || !LINKS.test(href)) node.removeAttribute('href')
  node.removeAttribute('target')
})

/**
 * Untrusted Markdown as markup that can neither run, nor load, nor look like the product's own controls (R7): rewritten from a list, so
 * that no handler and no style reaches a parser, then sanitised by DOMPurify, which needs to find nothing.
 * With `firstLine`, blocks carry their line of the file in `data-line`, the text beginning there.
 */
export function safeHtml(text: string, firstLine?: number): string {
  return purify.sanitize(rewritten(markdown.render(boxesAsQuotes(text), { firstLine })), {
    USE_PROFILES: { html: true },
    ADD_ATTR: firstLine === undefined ? ['data-task', 'data-told'] : ['data-task', 'data-told', 'data-line'],
    FORBID_TAGS: [
      'style',
      'form',
      'input',
      'button',
      'textarea',
      'select',
      'option',
      'video',
      'audio',
      'source',
      'map',
      'area',
      'dialog',
      'base',
      'link',
      'meta',
    ],
    FORBID_ATTR: [
      'style',
      'class',
      'id',
      'name',
      'rel',
      'srcset',
      'background',
      'poster',
      'action',
      'formaction',
      'tabindex',
      'hidden',
      'inert',
      'role',
      'popover',
      'popovertarget',
    ],
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    SANITIZE_NAMED_PROPS: true,
  })
}
