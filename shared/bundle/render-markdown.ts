import MarkdownIt from 'markdown-it'
import type { ForbiddenCode } from '../runbook/runbook.ts'
import { boxesAsQuotes } from '../runbook/text/boxes-as-quotes.ts'
import { withHtmlEndedByBoxes } from '../runbook/text/html-ends.ts'
import { withCallOutLabel } from './call-out-label.ts'
import { linkBareHosts } from './link-bare-hosts.ts'
import { withoutOpenTags } from './read-markup.ts'
import { type MarkupPlace, safeMarkup } from './safe-markup.ts'

const markdown = new MarkdownIt({ html: true, linkify: true }).use(linkBareHosts).use(withHtmlEndedByBoxes)

/** `[ ]` and `[x]` at the start of a list item as boxes in print: what can be ticked is the checklist above the text. */
markdown.core.ruler.before('inline', 'task_boxes', (state) => {
  state.tokens.forEach((token, index) => {
    if (token.type !== 'inline' || state.tokens[index - 2]?.type !== 'list_item_open') return
    token.content = token.content.replace(/^\[([ xX])\](?=\s)/, (_, tick: string) => (tick === ' ' ? '☐' : '☑'))
  })
})

markdown.core.ruler.before('inline', 'call_outs', (state) => {
  state.tokens.forEach((token, index) => {
    if (token.type !== 'inline' || state.tokens[index - 2]?.type !== 'blockquote_open') return
    token.content = withCallOutLabel(token.content)
  })
})

/** What the page itself puts on code that is not to be run; an author who writes the same means nothing by it. */
export const FORBIDDEN = 'data-forbidden'
const authored = (markup: string): string =>
  withoutOpenTags(markup).replace(/<[^>]*>/g, (tag) => tag.replace(/\bdata-(?=forbidden)/gi, 'not-'))

for (const rule of ['html_block', 'html_inline'] as const) {
  markdown.renderer.rules[rule] = (tokens, index) => {
    const token = tokens[index]
    const markup = authored(token?.content ?? '')
    return token?.meta?.isForbidden === true ? markup.replace(/<pre\b/gi, `<pre ${FORBIDDEN}=""`) : markup
  }
}

/** Marks the code that stands on lines of forbidden code, counted from `firstLine`. */
markdown.core.ruler.push('forbidden_code', ({ tokens, env }) => {
  const { forbidden, firstLine } = env as KeptFrom
  if (forbidden.length === 0) return
  for (const token of tokens) {
    const [from, to] = token.map ?? [0, 0]
    const isForbidden = forbidden.some(({ line, endLine }) => line < to + firstLine && from + firstLine <= endLine)
    if (!isForbidden) continue
    if (token.type === 'fence' || token.type === 'code_block') token.attrSet(FORBIDDEN, '')
    else if (token.type === 'html_block') token.meta = { isForbidden: true }
  }
})

/** The code of a text that is not to be run, by its lines in the file, and the line on which the text begins there. */
type KeptFrom = { readonly forbidden: readonly ForbiddenCode[]; readonly firstLine: number }

/** Untrusted Markdown as safe markup, read the way the console reads it: CommonMark, tables, bare links, HTML within limits. Code not to be run has `data-forbidden`. */
export const renderMarkdown = (
  text: string,
  place: MarkupPlace,
  keptFrom: KeptFrom = { forbidden: [], firstLine: 1 },
): string => safeMarkup(markdown.render(boxesAsQuotes(text), keptFrom), { ...place, ownAttributes: [FORBIDDEN] })
