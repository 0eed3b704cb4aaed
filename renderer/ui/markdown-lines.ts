import type MarkdownIt from 'markdown-it'
import { withCallOutLabel } from '../../shared/bundle/call-out-label.ts'

type Markdown = InstanceType<typeof MarkdownIt>

/** What may be passed to a rendering: the line of the file on which the text begins, when lines are wanted. */
type LineEnvironment = { readonly firstLine?: number | undefined }

/** Gives each block its line of the file, so that a place in the file can be found in the rendered text. */
export function markLines(markdown: Markdown): void {
  markdown.core.ruler.push('mark_lines', (state) => {
    const { firstLine } = state.env as LineEnvironment
    if (firstLine === undefined) return
    for (const token of state.tokens) {
      if (token.map !== null && token.nesting >= 0 && token.type !== 'inline') {
        token.attrSet('data-line', String(token.map[0] + firstLine))
      }
    }
  })
}

/** Shows `[ ]` and `[x]` at the start of a list item as boxes in print: nothing here can be ticked. */
export function showTaskBoxes(markdown: Markdown): void {
  markdown.core.ruler.before('inline', 'task_boxes', (state) => {
    state.tokens.forEach((token, index) => {
      const item = state.tokens[index - 2]
      const box = /^\[([ xX])\](?=\s)/.exec(token.content)
      if (token.type !== 'inline' || item?.type !== 'list_item_open' || box === null) return
      token.content = (box[1] === ' ' ? '☐' : '☑') + token.content.slice(box[0].length)
      item.attrSet('data-task', '')
    })
  })
}

/** Shows the `[!WARNING]` that opens a quote as a word. */
export function showCallOuts(markdown: Markdown): void {
  markdown.core.ruler.before('inline', 'call_outs', ({ tokens }) => {
    tokens.forEach((token, index) => {
      if (token.type !== 'inline' || tokens[index - 2]?.type !== 'blockquote_open') return
      token.content = withCallOutLabel(token.content)
    })
  })
}

/** A heading without words heads nothing: it becomes a plain cell, so that nobody is told of a heading that is not there. */
export function noEmptyTableHeadings(markdown: Markdown): void {
  markdown.core.ruler.push('no_empty_table_headings', ({ tokens }) => {
    tokens.forEach((token, index) => {
      const close = tokens[index + 2]
      if (token.type !== 'th_open' || close?.type !== 'th_close' || tokens[index + 1]?.content.trim() !== '') return
      token.tag = 'td'
      close.tag = 'td'
    })
  })
}
