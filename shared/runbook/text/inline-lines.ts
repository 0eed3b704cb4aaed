import type { MarkdownIt, Token } from 'markdown-it'

const NEW_LINE = 10

/**
 * Lets a Markdown parser say of inline tokens on which line of their block they begin (`map`, counted from 0), which it says of blocks only. Breaks do not tell:
 * code, tags, titles and the names of pictures go over line ends as well.
 */
export function withInlineLines(markdown: MarkdownIt): MarkdownIt {
  const { State } = markdown.inline
  markdown.inline.State = class extends State {
    private read = 0
    private line = 0

    override push(type: string, tag: string, nesting: Token['nesting']): Token {
      const token = super.push(type, tag, nesting)
      for (; this.read < this.pos; this.read += 1) if (this.src.charCodeAt(this.read) === NEW_LINE) this.line += 1
      token.map = [this.line, this.line]
      return token
    }
  }
  return markdown
}

/** The line of its block on which an inline token begins, counted from 0; undefined for plain words, which are not asked about. */
export const lineInBlock = ({ map }: Token): number | undefined => map?.[0]
