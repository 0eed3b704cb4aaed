import type { MarkdownIt } from 'markdown-it'

/**
 * Makes a link of an address without its scheme where it begins with "www."; of other names with dots, most are files. The colon that leads on from an address,
 * "See https://rings.example/lag:", is no part of it (GFM, Autolinks: trailing punctuation).
 */
export function linkBareHosts(markdown: MarkdownIt): void {
  const { linkify } = markdown
  linkify.add('www.', {
    validate: (text, at, self) => Math.max(0, self.testSchemaAt(`//${text.slice(at)}`, 'http:', 0) - 2),
    normalize: (match) => {
      match.url = `http://${match.url}`
    },
  })
  const match = linkify.match.bind(linkify)
  const matchAtStart = linkify.matchAtStart.bind(linkify)
  linkify.match = (text) => match(text)?.map(withoutColon) ?? null
  linkify.matchAtStart = (text) => {
    const found = matchAtStart(text)
    return found === null ? null : withoutColon(found)
  }
}

type Match = NonNullable<ReturnType<MarkdownIt['linkify']['matchAtStart']>>

function withoutColon(match: Match): Match {
  let colons = 0
  while (match.text.at(-1 - colons) === ':') colons += 1
  if (colons === 0) return match
  match.lastIndex -= colons
  match.text = match.text.slice(0, -colons)
  match.raw = match.raw.slice(0, -colons)
  match.url = match.url.slice(0, -colons)
  return match
}
