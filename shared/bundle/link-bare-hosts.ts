import type { MarkdownIt } from 'markdown-it'

/** Makes a link of an address without its scheme where it begins with "www."; of other names with dots, most are files. */
export function linkBareHosts(markdown: MarkdownIt): void {
  markdown.linkify.add('www.', {
    validate: (text, at, linkify) => Math.max(0, linkify.testSchemaAt(`//${text.slice(at)}`, 'http:', 0) - 2),
    normalize: (match) => {
      match.url = `http://${match.url}`
    },
  })
}
