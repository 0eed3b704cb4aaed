import MarkdownIt from 'markdown-it'
import { withCallOutLabel } from './call-out-label.ts'
import { withoutOpenTags } from './read-markup.ts'
import { type MarkupPlace, safeMarkup } from './safe-markup.ts'

const markdown = new MarkdownIt({ html: true, linkify: true })

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

for (const rule of ['html_block', 'html_inline'] as const) {
  markdown.renderer.rules[rule] = (tokens, index) => withoutOpenTags(tokens[index]?.content ?? '')
}

/** Untrusted Markdown as safe markup, read the way the console reads it: CommonMark, tables, bare links, HTML within limits. */
export const renderMarkdown = (text: string, place: MarkupPlace): string => safeMarkup(markdown.render(text), place)
